"""Tests of the verbs, on both databases."""
