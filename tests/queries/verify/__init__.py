"""Tests of the queries of verify."""
