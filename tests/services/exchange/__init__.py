"""Tests of the verbs of exchange."""
