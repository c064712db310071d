"""Every state of small parts of the shop."""
