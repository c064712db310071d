"""Guards of parked invoices, of goods that are not stocked, and of serial numbers."""

from mutants.mutant import Mutant

GOODS = (
    Mutant(
        "an invoice that holds something is discarded when it is left",
        "domain/sales/invoice.py",
        "lines == 0 and tenders == 0 and not note",
        "True",
        ("services/sales/test_parking.py",),
    ),
)
