"""Tests of the papers of purchasing."""
