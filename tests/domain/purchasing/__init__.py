"""Tests of the rules of purchasing."""
