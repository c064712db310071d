"""Tests of the queries of sales."""
