"""Tests of the verbs of receiving."""
