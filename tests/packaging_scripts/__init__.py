"""The scripts of packaging/, as far as they can be tried without building anything."""
