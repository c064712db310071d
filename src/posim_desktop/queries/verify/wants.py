"""Rules L1 and L2: what came of the wishes on the Want List."""

from posim_desktop.queries.verify.violation import Rule

_MADE = """FROM wants w JOIN invoice_lines l ON l.want_id = w.id
             JOIN invoices i ON i.id = l.invoice_id AND i.status <> 'discarded'"""
_SURVIVING = "COALESCE((SELECT c.merged_into FROM customers c WHERE c.id = i.customer_id), i.customer_id)"

RULES = (
    Rule(
        "L1",
        "want",
        "became lines of {} invoices instead of {}",
        f"""SELECT w.id, NULL, COUNT(DISTINCT i.id), 1 {_MADE} GROUP BY w.id HAVING COUNT(DISTINCT i.id) > 1""",
        places=0,
    ),
    Rule(
        "L1",
        "want",
        "is of the item with id {}, but became a line of the item with id {}",
        f"""SELECT w.id, NULL, w.item_id, l.item_id {_MADE}
             WHERE w.item_id IS NULL OR l.item_id IS NULL OR w.item_id <> l.item_id""",
        places=0,
    ),
    Rule(
        "L1",
        "want",
        "is of the customer with id {}, but is on an invoice for the one with id {}",
        f"""SELECT w.id, NULL, w.customer_id, i.customer_id {_MADE}
             WHERE i.customer_id IS NULL OR {_SURVIVING} <> w.customer_id""",
        places=0,
    ),
    Rule(
        "L1",
        "want",
        "was dropped at {}, but is on an invoice since {}",
        f"""SELECT w.id, NULL, w.dropped_at, i.created_at {_MADE} WHERE w.dropped_at IS NOT NULL""",
        places=None,
    ),
    Rule(
        "L2",
        "backorder",
        "is wished for since {}, but the Want List says {}",
        """SELECT b.id, b.number, b.wanted_at, w.wanted_at
             FROM backorders b JOIN invoice_lines l ON l.id = b.source_line_id LEFT JOIN wants w ON w.id = l.want_id
            WHERE COALESCE(b.wanted_at <> w.wanted_at, (b.wanted_at IS NULL) <> (w.wanted_at IS NULL))""",
        places=None,
    ),
)
