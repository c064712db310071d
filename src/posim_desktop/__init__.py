"""A desktop point of sale for shops, built around the customer backorder."""

import logging

# A window writes the log to a file; a command says in one line what went wrong, and no driver's words beside it.
logging.getLogger(__name__).addHandler(logging.NullHandler())
