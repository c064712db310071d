"""Tests of what is printed of cards."""
