"""Tests of the verbs of people."""
