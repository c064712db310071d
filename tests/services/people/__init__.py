"""People: logging in and PINs."""
