"""Rule P6: an order that was sent stands as the rows of its changes say."""

from posim_desktop.queries.verify.violation import Rule

_COST_PLACES = 4

LINES = (
    Rule(
        "P6",
        "purchase order",
        "a line changed by {}, but its changes come to {}",
        """SELECT p.id, p.number, l.changed, COALESCE(c.quantity, 0)
             FROM purchase_order_lines l JOIN purchase_orders p ON p.id = l.purchase_order_id
             LEFT JOIN (SELECT purchase_order_line_id, SUM(quantity) AS quantity
                          FROM order_changes GROUP BY purchase_order_line_id) c ON c.purchase_order_line_id = l.id
            WHERE l.changed <> COALESCE(c.quantity, 0)""",
    ),
    Rule(
        "P6",
        "purchase order",
        "a line ordered {} at first, but was added later {} times",
        """SELECT p.id, p.number, l.quantity, COUNT(c.id)
             FROM purchase_order_lines l JOIN purchase_orders p ON p.id = l.purchase_order_id
             LEFT JOIN order_changes c ON c.purchase_order_line_id = l.id AND c.kind = 'added'
            WHERE l.quantity = 0 OR c.id IS NOT NULL
            GROUP BY p.id, p.number, l.id, l.quantity HAVING l.quantity <> 0 OR COUNT(c.id) <> 1""",
        places=None,
    ),
    Rule(
        "P6",
        "purchase order",
        "a line costs {}, but by its newest change {}",
        """SELECT p.id, p.number, l.cost, c.cost_after
             FROM purchase_order_lines l JOIN purchase_orders p ON p.id = l.purchase_order_id
             JOIN order_changes c ON c.id = (SELECT MAX(n.id) FROM order_changes n
                                              WHERE n.purchase_order_line_id = l.id AND n.kind = 'cost')
            WHERE l.cost <> c.cost_after""",
        places=_COST_PLACES,
    ),
)

ORDERS = (
    Rule(
        "P6",
        "purchase order",
        "is expected on {}, but by its newest change on {}",
        """SELECT p.id, p.number, p.expected_on, c.expected_after
             FROM purchase_orders p
             JOIN order_changes c ON c.id = (SELECT MAX(n.id) FROM order_changes n
                                              WHERE n.purchase_order_id = p.id AND n.kind = 'expected')
            WHERE COALESCE(CAST(p.expected_on AS TEXT), '') <> COALESCE(CAST(c.expected_after AS TEXT), '')""",
        places=None,
    ),
    Rule(
        "P6",
        "purchase order",
        "has changes up to {}, but {} of them",
        """SELECT p.id, p.number, MAX(c.sheet), COUNT(DISTINCT c.sheet)
             FROM purchase_orders p JOIN order_changes c ON c.purchase_order_id = p.id
            WHERE c.sheet IS NOT NULL
            GROUP BY p.id, p.number HAVING MAX(c.sheet) <> COUNT(DISTINCT c.sheet)""",
        places=0,
    ),
    Rule(
        "P6",
        "purchase order",
        "is {}, but changed {} times after it was sent",
        """SELECT p.id, p.number, p.status, COUNT(*)
             FROM purchase_orders p JOIN order_changes c ON c.purchase_order_id = p.id
            WHERE p.status IN ('working', 'discarded')
            GROUP BY p.id, p.number, p.status""",
        places=None,
    ),
    Rule(
        "P6",
        "purchase order",
        "changed the line with id {}, which is on the order with id {}",
        """SELECT p.id, p.number, l.id, l.purchase_order_id
             FROM order_changes c JOIN purchase_orders p ON p.id = c.purchase_order_id
             JOIN purchase_order_lines l ON l.id = c.purchase_order_line_id
            WHERE l.purchase_order_id <> p.id""",
        places=0,
    ),
)

RULES = (*LINES, *ORDERS)
