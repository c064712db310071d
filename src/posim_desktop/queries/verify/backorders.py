"""Rules B1 to B7, Q1, Q3 and E3: a backorder's figures, events and open question, and the invoice lines around it."""

from posim_desktop.domain.money import money_places
from posim_desktop.queries.verify.violation import Rule

_SUM_OF_EVENTS = """
    SELECT b.id, b.number, b.{figure}, COALESCE(e.quantity, 0)
      FROM backorders b
      LEFT JOIN (SELECT backorder_id,
                        SUM(CASE WHEN kind IN ({adds}) THEN quantity WHEN kind IN ({takes}) THEN -quantity ELSE 0 END)
                        AS quantity
                   FROM backorder_events GROUP BY backorder_id) e ON e.backorder_id = b.id
     WHERE b.{figure} <> COALESCE(e.quantity, 0)"""

_SUM_OF_LINES = """
    SELECT b.id, b.number, b.{figure}, COALESCE(s.quantity, 0)
      FROM backorders b
      LEFT JOIN (SELECT l.fills_backorder_id, SUM(l.quantity) AS quantity
                   FROM invoice_lines l JOIN invoices i ON i.id = l.invoice_id
                  WHERE l.fills_backorder_id IS NOT NULL AND l.trans_code = 'S' AND i.status = '{status}'
                  GROUP BY l.fills_backorder_id) s ON s.fills_backorder_id = b.id
     WHERE b.{figure} <> COALESCE(s.quantity, 0)"""

_FROM_SOURCE = """
    SELECT b.id, b.number, b.{figure}, {source}
      FROM backorders b JOIN invoice_lines l ON l.id = b.source_line_id JOIN invoices i ON i.id = l.invoice_id
     WHERE i.status = 'processed' AND ({source} IS NULL OR b.{figure} <> {source})"""

# The card that is used now of whom an invoice was written for.
_SURVIVING = "COALESCE((SELECT c.merged_into FROM customers c WHERE c.id = i.customer_id), i.customer_id)"

FIGURES = (
    Rule(
        "B1",
        "backorder",
        "ordered is {}, but received + canceled + outstanding is {}",
        """SELECT id, number, ordered, received + canceled + outstanding
             FROM backorders WHERE ordered <> received + canceled + outstanding""",
    ),
    *(
        Rule(
            "B1",
            "backorder",
            f"{name} is {{}}, below {{}}",
            f"SELECT id, number, {name}, 0 FROM backorders WHERE {name} < 0",  # noqa: S608 - names from this module
        )
        for name in ("ordered", "received", "canceled", "outstanding", "waiting", "filled")
    ),
    Rule(
        "B2",
        "backorder",
        "received is {}, but waiting + filled is {}",
        "SELECT id, number, received, waiting + filled FROM backorders WHERE received <> waiting + filled",
    ),
)

EVENTS = (
    Rule(
        "B3",
        "backorder",
        "received is {}, but its receive, fill and release events come to {}",
        _SUM_OF_EVENTS.format(figure="received", adds="'receive', 'fill_stock'", takes="'release'"),
    ),
    Rule(
        "B3",
        "backorder",
        "canceled is {}, but its cancel events come to {}",
        _SUM_OF_EVENTS.format(figure="canceled", adds="'cancel'", takes="''"),
    ),
    Rule(
        "B3",
        "backorder",
        "filled is {}, but its sold events come to {}",
        _SUM_OF_EVENTS.format(figure="filled", adds="'sold'", takes="''"),
    ),
    Rule(
        "B3",
        "backorder",
        "a {} event of {} names no invoice",
        """SELECT b.id, b.number, e.kind, e.at
             FROM backorder_events e JOIN backorders b ON b.id = e.backorder_id
            WHERE e.kind IN ('receive', 'fill_stock', 'release', 'sold') AND e.invoice_id IS NULL""",
        places=None,
    ),
    Rule(
        "B6",
        "backorder",
        "a cancellation has the name “{}” and the reason “{}”, but needs an employee, a name and a reason",
        """SELECT b.id, b.number, e.name, e.reason
             FROM backorder_events e JOIN backorders b ON b.id = e.backorder_id
             LEFT JOIN employees p ON p.id = e.employee_id
            WHERE e.kind = 'cancel' AND (p.id IS NULL OR TRIM(e.name) = '' OR TRIM(e.reason) = '')""",
        places=None,
    ),
)

PIECES = (
    Rule(
        "B8",
        "backorder",
        "is wanted in one piece: {}, but its B line says {}",
        """SELECT b.id, b.number, CASE WHEN b.one_piece THEN 'yes' ELSE 'no' END,
                  CASE WHEN l.one_piece THEN 'yes' ELSE 'no' END
             FROM backorders b JOIN invoice_lines l ON l.id = b.source_line_id
            WHERE b.one_piece <> l.one_piece""",
        places=None,
    ),
    Rule(
        "B8",
        "backorder",
        "is wanted in one piece, but {} of {} were set aside and nobody said why",
        """SELECT b.id, b.number, e.quantity, e.owed
             FROM (SELECT v.backorder_id, v.kind, v.quantity, v.reason,
                          w.ordered - COALESCE(SUM(CASE v.kind WHEN 'receive' THEN v.quantity
                                                               WHEN 'fill_stock' THEN v.quantity
                                                               WHEN 'cancel' THEN v.quantity
                                                               WHEN 'release' THEN -v.quantity ELSE 0 END)
                            OVER (PARTITION BY v.backorder_id ORDER BY v.id
                                  ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS owed
                     FROM backorder_events v JOIN backorders w ON w.id = v.backorder_id
                    WHERE w.one_piece) e
             JOIN backorders b ON b.id = e.backorder_id
            WHERE e.kind IN ('receive', 'fill_stock') AND e.quantity < e.owed AND TRIM(e.reason) = ''""",
    ),
)

LINES = (
    Rule(
        "B4",
        "backorder",
        "waiting is {}, but working invoices hold {} of it",
        _SUM_OF_LINES.format(figure="waiting", status="working"),
    ),
    Rule(
        "B4",
        "backorder",
        "filled is {}, but processed invoices sold {} of it",
        _SUM_OF_LINES.format(figure="filled", status="processed"),
    ),
    Rule(
        "B5",
        "invoice",
        "its B line at position {} has {} backorders instead of 1",
        """SELECT i.id, i.number, l.position, COUNT(b.id)
             FROM invoices i JOIN invoice_lines l ON l.invoice_id = i.id
             LEFT JOIN backorders b ON b.source_line_id = l.id
            WHERE i.status = 'processed' AND l.trans_code = 'B'
            GROUP BY i.id, i.number, l.position HAVING COUNT(b.id) <> 1""",
        places=0,
    ),
    Rule(
        "B5",
        "backorder",
        "comes from a {} line of a {} invoice, not from a B line of a processed one",
        """SELECT b.id, b.number, l.trans_code, i.status
             FROM backorders b
             LEFT JOIN invoice_lines l ON l.id = b.source_line_id LEFT JOIN invoices i ON i.id = l.invoice_id
            WHERE l.id IS NULL OR i.id IS NULL OR l.trans_code <> 'B' OR i.status <> 'processed'""",
        places=None,
    ),
    Rule(
        "B5",
        "backorder",
        "ordered is {}, but its B line says {}",
        _FROM_SOURCE.format(figure="ordered", source="l.quantity"),
    ),
    Rule(
        "B5",
        "backorder",
        "the price is {}, but its B line says {}",
        _FROM_SOURCE.format(figure="unit_price", source="l.unit_price"),
        places=money_places,
    ),
    Rule(
        "B5",
        "backorder",
        "is of the item with id {}, but its B line of {}",
        _FROM_SOURCE.format(figure="item_id", source="l.item_id"),
        places=0,
    ),
    Rule(
        "B5",
        "backorder",
        "is for the customer with id {}, but its invoice for {}",
        _FROM_SOURCE.format(figure="customer_id", source=_SURVIVING),
        places=0,
    ),
    Rule(
        "B7",
        "backorder",
        "is of the item with id {}, but a line of the item with id {} fills it",
        """SELECT b.id, b.number, b.item_id, l.item_id
             FROM backorders b JOIN invoice_lines l ON l.fills_backorder_id = b.id
            WHERE l.item_id IS NULL OR l.item_id <> b.item_id""",
        places=0,
    ),
    Rule(
        "B7",
        "backorder",
        "is for the customer with id {}, but an invoice for the customer with id {} fills it",
        f"""SELECT b.id, b.number, b.customer_id, {_SURVIVING}
             FROM backorders b
             JOIN invoice_lines l ON l.fills_backorder_id = b.id JOIN invoices i ON i.id = l.invoice_id
            WHERE i.status <> 'discarded' AND (i.customer_id IS NULL OR {_SURVIVING} <> b.customer_id)""",  # noqa: S608 - text of this module
        places=0,
    ),
)

QUESTIONS = (
    Rule(
        "Q1",
        "backorder",
        "{} of the {} outstanding are allocated to it, but its customer has to answer a question first",
        """SELECT b.id, b.number, SUM(a.quantity), b.outstanding
             FROM backorders b JOIN allocations a ON a.backorder_id = b.id
            WHERE b.question <> '' GROUP BY b.id, b.number, b.outstanding""",
    ),
    Rule(
        "Q3",
        "backorder",
        "a {} event of {} came while a question was open",
        """SELECT b.id, b.number, e.kind, e.at
             FROM backorder_events q
             JOIN backorder_events e ON e.backorder_id = q.backorder_id AND e.id > q.id
             JOIN backorders b ON b.id = q.backorder_id
            WHERE q.kind = 'ask' AND e.kind IN ('receive', 'fill_stock')
              AND NOT EXISTS (SELECT 1 FROM backorder_events a
                               WHERE a.backorder_id = q.backorder_id AND a.kind = 'answer'
                                 AND a.id > q.id AND a.id < e.id)""",
        places=None,
    ),
    Rule(
        "E3",
        "backorder",
        "the open question is “{}”, but by its events “{}”",
        """SELECT b.id, b.number, b.question, COALESCE(e.reason, '')
             FROM backorders b
             LEFT JOIN (SELECT backorder_id, MAX(id) AS newest
                          FROM backorder_events WHERE kind IN ('ask', 'answer') GROUP BY backorder_id) l
               ON l.backorder_id = b.id
             LEFT JOIN backorder_events e ON e.id = l.newest AND e.kind = 'ask'
            WHERE b.question <> COALESCE(e.reason, '')""",
        places=None,
    ),
)

RULES = (*PIECES, *FIGURES, *EVENTS, *LINES, *QUESTIONS)
