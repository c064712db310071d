"""Tests of the windows of receiving."""
