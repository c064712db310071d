"""Rules J1 to J4: print jobs and mails are of posted documents, and say of themselves what happened.

Nothing leaves a practice shop.
"""

from posim_desktop.queries.verify.violation import Rule

_PRACTICE = "EXISTS (SELECT 1 FROM preferences WHERE name = 'practice')"

RULES = (
    Rule(
        "J1",
        "print job",
        "is of an invoice that is {}, not {}",
        """SELECT j.id, i.number, i.status, 'processed' FROM print_jobs j JOIN invoices i ON i.id = j.invoice_id
            WHERE i.status <> 'processed'
              AND j.printing NOT IN ('slip', 'slip paper', 'box labels', 'box labels paper')""",
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
        "J1",
        "print job",
        "is of a return to a vendor that is {}, not {}",
        """SELECT j.id, r.number, r.status, 'posted' FROM print_jobs j
             JOIN vendor_returns r ON r.id = j.vendor_return_id WHERE r.status <> 'posted'""",
        places=None,
    ),
    Rule(
        "J1",
        "print job",
        "is the Z of a day that is {}, not {}",
        """SELECT j.id, NULL, d.status, 'closed' FROM print_jobs j JOIN drawer_days d ON d.id = j.day_id
            WHERE j.printing IN ('z report', 'z report paper') AND d.status <> 'closed'""",
        places=None,
    ),
    Rule(
        "J1",
        "print job",
        "is a confirmation of a special order, but its invoice comes from {}, not {}",
        """SELECT j.id, i.number, i.origin, 'special_order' FROM print_jobs j JOIN invoices i ON i.id = j.invoice_id
            WHERE j.printing IN ('confirmation', 'confirmation paper') AND i.origin <> 'special_order'""",
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
    Rule(
        "J3",
        "outgoing mail",
        "is of a purchase order that is {}, not {}",
        """SELECT m.id, o.number, o.status, 'processed' FROM outgoing_mails m
             JOIN purchase_orders o ON o.id = m.purchase_order_id WHERE o.status NOT IN ('processed', 'closed')""",
        places=None,
    ),
    Rule(
        "J3",
        "outgoing mail",
        "is the receipt of an invoice that is {}, not {}",
        """SELECT m.id, i.number, i.status, 'processed' FROM outgoing_mails m
             JOIN invoices i ON i.id = m.invoice_id WHERE i.status <> 'processed'""",
        places=None,
    ),
    Rule(
        "J3",
        "outgoing mail",
        "is {}, after {} attempts",
        """SELECT m.id, NULL, m.state, CAST(m.attempts AS TEXT) FROM outgoing_mails m
            WHERE m.state IN ('sending', 'sent', 'unknown') AND (m.attempts = 0 OR m.tried_at IS NULL)""",
        places=None,
    ),
    Rule(
        "J4",
        "print job",
        "opens a drawer, but the shop is for {} and opens {}",
        f"""SELECT j.id, NULL, 'practice', 'none' FROM print_jobs j
            WHERE (j.opens_drawer OR j.printing = 'drawer' AND j.state <> 'deleted') AND {_PRACTICE}""",  # noqa: S608 - text of this module
        places=None,
    ),
    Rule(
        "J4",
        "outgoing mail",
        "is to {}, but the shop is for {}",
        f"SELECT m.id, NULL, m.recipient, 'practice' FROM outgoing_mails m WHERE {_PRACTICE}",  # noqa: S608 - as above
        places=None,
    ),
    Rule(
        "J4",
        "card request",
        "asks the terminal at {}, but the shop is for {}",
        f"SELECT r.id, NULL, r.terminal, 'practice' FROM card_requests r WHERE {_PRACTICE}",  # noqa: S608 - as above
        places=None,
    ),
)
