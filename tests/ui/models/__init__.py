"""Tests of Qt item models."""
