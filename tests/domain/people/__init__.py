"""People: permissions and PINs."""
