"""Counting the stock: the deck, its card, and what a count asks."""
