"""Tests of the widgets the windows are built from."""
