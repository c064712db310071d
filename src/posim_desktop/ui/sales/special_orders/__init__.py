"""The Special Order card: what a customer wants ordered, from the first word to its posting."""
