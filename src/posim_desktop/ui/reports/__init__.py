"""Reports and Today: figures of the shop. Serves the guide's pages "Reports" and "Today"."""
