"""Tests of the verbs of purchasing."""
