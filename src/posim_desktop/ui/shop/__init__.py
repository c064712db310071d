"""What the whole shop shares."""
