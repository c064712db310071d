"""Tests of the way from one version of the database to the next."""
