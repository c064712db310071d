"""Tests of the pure rules, named after the modules they test."""
