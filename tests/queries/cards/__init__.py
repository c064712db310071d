"""Tests of the queries of cards."""
