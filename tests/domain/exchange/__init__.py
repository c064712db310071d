"""Tests of the rules of exchange."""
