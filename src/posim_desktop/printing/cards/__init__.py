"""Papers of cards."""
