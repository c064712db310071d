"""Tests of the rules of receiving."""
