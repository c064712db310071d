"""Questions that a window asks."""
