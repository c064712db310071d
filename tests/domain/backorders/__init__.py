"""Tests of the rules of backorders."""
