"""Papers of what comes, what is counted and what goes back."""
