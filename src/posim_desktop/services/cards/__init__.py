"""Cards: items, customers, vendors and the rest that is on file."""
