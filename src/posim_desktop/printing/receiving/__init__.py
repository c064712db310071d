"""Papers of receiving."""
