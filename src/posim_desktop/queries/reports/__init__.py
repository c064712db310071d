"""Figures of the shop: one statement a report, for any period. Serves the guide's pages "Reports" and "Today"."""
