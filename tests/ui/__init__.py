"""Tests of the windows, with real clicks and keys."""
