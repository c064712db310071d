"""Backorders."""
