"""Tests of the verbs of backorders."""
