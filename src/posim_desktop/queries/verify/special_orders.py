"""Rules E1 to E4: a special order makes nothing before it is posted, then everything once; its prices hold."""

from posim_desktop.domain.money import money_places
from posim_desktop.queries.verify.violation import Rule

RULES = (
    Rule(
        "E3",
        "special order",
        "asks “{}”, but its backorder began with the question “{}”",
        """SELECT s.id, s.number, l.question, COALESCE(e.reason, '')
             FROM special_orders s JOIN special_order_lines l ON l.special_order_id = s.id
             JOIN backorders b ON b.source_line_id = l.invoice_line_id
             LEFT JOIN (SELECT backorder_id, MIN(id) AS oldest
                          FROM backorder_events WHERE kind = 'ask' GROUP BY backorder_id) f ON f.backorder_id = b.id
             LEFT JOIN backorder_events e ON e.id = f.oldest
            WHERE s.status = 'posted' AND l.question <> ''
              AND l.question <> SUBSTR(COALESCE(e.reason, ''), 1, LENGTH(l.question))""",
        places=None,
    ),
    *(
        Rule(
            "E1",
            "special order",
            f"is {{}}, but has the {what} {{}}",
            f"""SELECT id, number, status, {column} FROM special_orders
                 WHERE (status = 'posted') <> ({column} IS NOT NULL)""",  # noqa: S608 - text of this module
            places=None,
        )
        for what, column in (
            ("number", "number"),
            ("time of posting", "posted_at"),
            ("invoice with the id", "invoice_id"),
        )
    ),
    Rule(
        "E1",
        "special order",
        "is {} and not posted, but made {} items",
        """SELECT s.id, s.number, s.status, COUNT(*)
             FROM special_orders s JOIN special_order_lines l ON l.special_order_id = s.id
            WHERE s.status <> 'posted' AND NOT l.on_file AND l.item_id IS NOT NULL
            GROUP BY s.id, s.number, s.status""",
        places=None,
    ),
    Rule(
        "E1",
        "special order",
        "is {} and not posted, but {} of its lines are promised",
        """SELECT s.id, s.number, s.status, COUNT(*)
             FROM special_orders s JOIN special_order_lines l ON l.special_order_id = s.id
            WHERE s.status <> 'posted' AND l.invoice_line_id IS NOT NULL
            GROUP BY s.id, s.number, s.status""",
        places=None,
    ),
    Rule(
        "E1",
        "invoice",
        "is {} and comes from a special order, but {} posted ones name it",
        """SELECT i.id, i.number, i.status, COUNT(s.id)
             FROM invoices i LEFT JOIN special_orders s ON s.invoice_id = i.id AND s.status = 'posted'
            WHERE i.origin = 'special_order'
            GROUP BY i.id, i.number, i.status HAVING COUNT(s.id) <> 1 OR i.status <> 'processed'""",
        places=None,
    ),
    Rule(
        "E4",
        "invoice",
        "charges {} for a unit that was promised not above {}, and its customer did not agree",
        """SELECT i.id, i.number, f.unit_price, COALESCE(l.price_ceiling, l.unit_price)
             FROM invoices i JOIN invoice_lines f ON f.invoice_id = i.id
             JOIN backorders b ON b.id = f.fills_backorder_id
             JOIN special_order_lines l ON l.invoice_line_id = b.source_line_id
            WHERE f.unit_price > COALESCE(l.price_ceiling, l.unit_price)
              AND NOT EXISTS (SELECT 1 FROM price_words w
                               WHERE w.backorder_id = b.id AND w.unit_price >= f.unit_price)""",
        places=money_places,
    ),
    Rule(
        "E2",
        "special order",
        "has {} lines, but its invoice promises {}",
        """SELECT s.id, s.number,
                  (SELECT COUNT(*) FROM special_order_lines l WHERE l.special_order_id = s.id),
                  (SELECT COUNT(*) FROM invoice_lines b WHERE b.invoice_id = s.invoice_id AND b.trans_code = 'B')
             FROM special_orders s
            WHERE s.status = 'posted'
              AND (SELECT COUNT(*) FROM special_order_lines l WHERE l.special_order_id = s.id)
                  <> (SELECT COUNT(*) FROM invoice_lines b WHERE b.invoice_id = s.invoice_id AND b.trans_code = 'B')""",
        places=0,
    ),
    Rule(
        "E2",
        "special order",
        "orders {} on line {}, and its invoice promises something else or nothing for it",
        """SELECT s.id, s.number, l.description, l.position
             FROM special_orders s JOIN special_order_lines l ON l.special_order_id = s.id
             LEFT JOIN invoice_lines b ON b.id = l.invoice_line_id AND b.invoice_id = s.invoice_id
                   AND b.trans_code = 'B' AND b.item_id = l.item_id AND b.quantity = l.quantity
                   AND b.unit_price = l.unit_price AND b.one_piece = l.one_piece
            WHERE s.status = 'posted' AND b.id IS NULL""",
        places=None,
    ),
    Rule(
        "E2",
        "special order",
        "is for the customer with id {}, but its invoice for the one with id {}",
        """SELECT s.id, s.number, s.customer_id, i.customer_id
             FROM special_orders s JOIN invoices i ON i.id = s.invoice_id
            WHERE COALESCE(s.customer_id, 0) <> COALESCE(i.customer_id, 0)""",
        places=None,
    ),
)
