"""Tests of the rules of cards."""
