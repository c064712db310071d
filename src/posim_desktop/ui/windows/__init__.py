"""The two clients and what they show."""
