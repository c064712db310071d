"""Tests of the papers of sales."""
