"""Papers of receiving and counting."""
