"""Tests of the tables: keys, checks and triggers, on both databases."""
