"""Tests of the repository itself: its rooms, its names, its commands."""
