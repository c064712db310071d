"""Tests of the tour and of the guide that shows its pictures."""
