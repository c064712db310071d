"""Rules J1 and J2: print jobs are of processed documents, and say of themselves what happened."""

from posim_desktop.queries.verify.violation import Rule

RULES = (
    Rule(
        "J1",
        "print job",
        "is of an invoice that is {}, not {}",
        """SELECT j.id, i.number, i.status, 'processed' FROM print_jobs j JOIN invoices i ON i.id = j.invoice_id
            WHERE i.status <> 'processed'""",
        places=None,
    ),
    Rule(
        "J1",
        "print job",
        "is of a purchase order that is {}, not {}",
        """SELECT j.id, o.number, o.status, 'processed' FROM print_jobs j
             JOIN purchase_orders o ON o.id = j.purchase_order_id WHERE o.status NOT IN ('processed', 'closed')""",
        places=None,
    ),
    Rule(
        "J2",
        "print job",
        "is {}, after {} attempts",
        """SELECT j.id, NULL, j.state, CAST(j.attempts AS TEXT) FROM print_jobs j
            WHERE j.state IN ('sending', 'printed', 'maybe printed') AND (j.attempts = 0 OR j.tried_at IS NULL)""",
        places=None,
    ),
)
