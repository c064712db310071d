"""Tests of the verbs of cards."""
