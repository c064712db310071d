"""Tests of the reports' queries."""
