"""Tests of the verbs of sales."""
