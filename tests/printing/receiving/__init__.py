"""Tests of the papers of receiving."""
