"""A desktop point of sale for shops, built around the customer backorder."""
