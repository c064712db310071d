"""Outgoing mail: what is written, taken up, and handed to the server."""
