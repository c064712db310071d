"""Tests of the windows about people."""
