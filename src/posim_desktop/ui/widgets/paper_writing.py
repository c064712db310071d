"""How the store writes what stands on its papers."""

from posim_desktop.printing.sales.invoice import InvoiceWriting
from posim_desktop.ui import formatting

WRITING = InvoiceWriting(
    formatting.money, formatting.amount, formatting.quantity, formatting.date_time, formatting.date
)
"""Money, amounts, quantities and times as the windows show them, in the store's format."""
