"""Reads: frozen rows and details, never an ORM object."""
