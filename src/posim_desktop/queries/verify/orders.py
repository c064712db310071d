"""Rules P1 to P5: what purchase orders bring, to whom it is allocated, and what of it came."""

from posim_desktop.queries.verify.violation import Rule

ALLOCATIONS = (
    Rule(
        "P1",
        "purchase order",
        "a line has {} allocated to backorders, but {} open",
        """SELECT p.id, p.number, a.quantity, l.still_open
             FROM (SELECT purchase_order_line_id, SUM(quantity) AS quantity
                     FROM allocations GROUP BY purchase_order_line_id) a
             JOIN purchase_order_lines l ON l.id = a.purchase_order_line_id
             JOIN purchase_orders p ON p.id = l.purchase_order_id
            WHERE a.quantity > l.still_open""",
    ),
    Rule(
        "P1",
        "purchase order",
        "is {}, but has goods allocated to backorder {}",
        """SELECT p.id, p.number, p.status, b.number
             FROM purchase_orders p JOIN purchase_order_lines l ON l.purchase_order_id = p.id
             JOIN allocations a ON a.purchase_order_line_id = l.id JOIN backorders b ON b.id = a.backorder_id
            WHERE p.status IN ('closed', 'discarded')""",
        places=None,
    ),
    Rule(
        "P2",
        "backorder",
        "purchase orders have {} allocated to it, but outstanding is {}",
        """SELECT b.id, b.number, a.quantity, b.outstanding
             FROM (SELECT backorder_id, SUM(quantity) AS quantity FROM allocations GROUP BY backorder_id) a
             JOIN backorders b ON b.id = a.backorder_id
            WHERE a.quantity > b.outstanding""",
    ),
    Rule(
        "P3",
        "backorder",
        "is of the item with id {}, but goods of the item with id {} are allocated to it",
        """SELECT b.id, b.number, b.item_id, l.item_id
             FROM allocations a JOIN purchase_order_lines l ON l.id = a.purchase_order_line_id
             JOIN backorders b ON b.id = a.backorder_id
            WHERE l.item_id <> b.item_id""",
        places=0,
    ),
    Rule(
        "P3",
        "purchase order",
        "the item with id {} is on {} of its lines instead of 1",
        """SELECT p.id, p.number, l.item_id, COUNT(*)
             FROM purchase_orders p JOIN purchase_order_lines l ON l.purchase_order_id = p.id
            GROUP BY p.id, p.number, l.item_id HAVING COUNT(*) > 1""",
        places=0,
    ),
)

QUANTITIES = (
    Rule(
        "P4",
        "item",
        "on order is {}, but its processed purchase orders have {} open",
        """SELECT i.id, i.code, i.on_order, COALESCE(o.quantity, 0)
             FROM items i
             LEFT JOIN (SELECT l.item_id, SUM(l.still_open) AS quantity
                          FROM purchase_order_lines l JOIN purchase_orders p ON p.id = l.purchase_order_id
                         WHERE p.status = 'processed' GROUP BY l.item_id) o ON o.item_id = i.id
            WHERE i.on_order <> COALESCE(o.quantity, 0)""",
    ),
    Rule(
        "P4",
        "purchase order",
        "a line has {} received, but its posted receipts less what was taken back come to {}",
        """SELECT p.id, p.number, l.received, COALESCE(r.quantity, 0) - COALESCE(t.quantity, 0)
             FROM purchase_orders p JOIN purchase_order_lines l ON l.purchase_order_id = p.id
             LEFT JOIN (SELECT n.purchase_order_line_id, SUM(n.quantity) AS quantity
                          FROM receiving_lines n JOIN receiving_logs g ON g.id = n.receiving_log_id
                         WHERE g.status = 'posted' AND n.purchase_order_line_id IS NOT NULL
                         GROUP BY n.purchase_order_line_id) r ON r.purchase_order_line_id = l.id
             LEFT JOIN (SELECT n.purchase_order_line_id, SUM(k.quantity) AS quantity
                          FROM receiving_correction_lines k JOIN receiving_lines n ON n.id = k.receiving_line_id
                         GROUP BY n.purchase_order_line_id) t ON t.purchase_order_line_id = l.id
            WHERE l.received <> COALESCE(r.quantity, 0) - COALESCE(t.quantity, 0)""",
    ),
    Rule(
        "P4",
        "purchase order",
        "a line has {} open, but ordered less received and closed short is {}",
        """SELECT p.id, p.number, l.still_open, l.quantity + l.changed - l.received - l.closed_short
             FROM purchase_orders p JOIN purchase_order_lines l ON l.purchase_order_id = p.id
            WHERE l.still_open <> CASE WHEN l.quantity + l.changed - l.received - l.closed_short > 0
                                       THEN l.quantity + l.changed - l.received - l.closed_short ELSE 0 END""",
    ),
)

STATES = (
    Rule(
        "P4",
        "purchase order",
        "is {} and has {} lines",
        """SELECT p.id, p.number, p.status, 0
             FROM purchase_orders p
            WHERE p.status <> 'discarded'
              AND NOT EXISTS (SELECT 1 FROM purchase_order_lines l WHERE l.purchase_order_id = p.id)""",
        places=None,
    ),
    Rule(
        "P4",
        "purchase order",
        "is {}, but lines with goods still to come are {}",
        """SELECT p.id, p.number, p.status, COUNT(o.id)
             FROM purchase_orders p
             LEFT JOIN purchase_order_lines o ON o.purchase_order_id = p.id AND o.still_open > 0
            WHERE p.status IN ('processed', 'closed')
              AND EXISTS (SELECT 1 FROM purchase_order_lines l WHERE l.purchase_order_id = p.id)
            GROUP BY p.id, p.number, p.status HAVING (p.status = 'processed') <> (COUNT(o.id) > 0)""",
        places=None,
    ),
)

HISTORY = (
    Rule(
        "P5",
        "backorder",
        "a purchase order is to bring {} for it, but by its history {}",
        """SELECT b.id, b.number, SUM(h.stands), SUM(h.told)
             FROM (SELECT l.purchase_order_id, a.backorder_id, a.quantity AS stands, 0 AS told
                     FROM allocations a JOIN purchase_order_lines l ON l.id = a.purchase_order_line_id
                    UNION ALL
                   SELECT purchase_order_id, backorder_id, 0, after - before FROM allocation_events) h
             JOIN purchase_orders p ON p.id = h.purchase_order_id AND p.status IN ('processed', 'closed')
             JOIN backorders b ON b.id = h.backorder_id
            GROUP BY b.id, b.number, h.purchase_order_id HAVING SUM(h.stands) <> SUM(h.told)""",
    ),
    Rule(
        "P5",
        "backorder",
        "what a purchase order is to bring for it was changed from {}, but it was {}",
        """SELECT b.id, b.number, h.before, h.was
             FROM (SELECT backorder_id, before, COALESCE(
                            LAG(after) OVER (PARTITION BY purchase_order_id, backorder_id ORDER BY id), 0) AS was
                     FROM allocation_events) h
             JOIN backorders b ON b.id = h.backorder_id
            WHERE h.before <> h.was""",
    ),
    Rule(
        "P5",
        "purchase order",
        "is {}, but the history of what it is to bring has {} rows",
        """SELECT p.id, p.number, p.status, COUNT(*)
             FROM purchase_orders p JOIN allocation_events h ON h.purchase_order_id = p.id
            WHERE p.status IN ('working', 'discarded')
            GROUP BY p.id, p.number, p.status""",
        places=None,
    ),
)

RULES = (*ALLOCATIONS, *QUANTITIES, *STATES, *HISTORY)
