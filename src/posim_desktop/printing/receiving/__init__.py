"""Papers of what comes and what goes back."""
