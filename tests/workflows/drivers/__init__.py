"""Drivers of the real windows, so that a workflow test reads as the guide does."""
