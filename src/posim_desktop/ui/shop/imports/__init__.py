"""File › Import: a file of another program becomes cards of this shop, and an import is taken back."""
