"""Tests of the clients and their screens."""
