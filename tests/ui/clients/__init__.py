"""Tests of the windows of clients."""
