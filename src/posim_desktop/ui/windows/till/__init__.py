"""The panels of the Working Invoice window."""
