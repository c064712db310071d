"""Tests of what the screens read."""
