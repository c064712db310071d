"""Tests of the windows of sales."""
