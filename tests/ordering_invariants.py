"""Invariants P1 to P4 and what else must hold of purchase orders, each a SELECT of the records that break it."""

import sqlalchemy as sa

_CHECKS = {
    "P1 more is allocated than the line {0} has open ({1} > {2})": """
        SELECT l.id, SUM(a.quantity), l.still_open
          FROM allocations a JOIN purchase_order_lines l ON l.id = a.purchase_order_line_id
         GROUP BY l.id, l.still_open HAVING SUM(a.quantity) > l.still_open""",
    "P2 more is meant for backorder {0} than is outstanding ({1} > {2})": """
        SELECT b.id, SUM(a.quantity), b.outstanding
          FROM allocations a JOIN backorders b ON b.id = a.backorder_id
         GROUP BY b.id, b.outstanding HAVING SUM(a.quantity) > b.outstanding""",
    "P3 allocation {0} is of item {1} for a backorder of item {2}": """
        SELECT a.id, l.item_id, b.item_id
          FROM allocations a JOIN purchase_order_lines l ON l.id = a.purchase_order_line_id
          JOIN backorders b ON b.id = a.backorder_id
         WHERE l.item_id <> b.item_id""",
    "P4 item {0} has {1} on order, its processed orders {2}": """
        SELECT i.id, i.on_order, COALESCE(o.quantity, 0)
          FROM items i
          LEFT JOIN (SELECT l.item_id, SUM(l.still_open) AS quantity
                       FROM purchase_order_lines l JOIN purchase_orders p ON p.id = l.purchase_order_id
                      WHERE p.status = 'processed' GROUP BY l.item_id) o ON o.item_id = i.id
         WHERE i.on_order <> COALESCE(o.quantity, 0)""",
    "P4 line {0} has {1} received, its posted receipts {2}": """
        SELECT l.id, l.received, COALESCE(r.quantity, 0)
          FROM purchase_order_lines l
          LEFT JOIN (SELECT n.purchase_order_line_id, SUM(n.quantity) AS quantity
                       FROM receiving_lines n JOIN receiving_logs g ON g.id = n.receiving_log_id
                      WHERE g.status = 'posted' AND n.purchase_order_line_id IS NOT NULL
                      GROUP BY n.purchase_order_line_id) r ON r.purchase_order_line_id = l.id
         WHERE l.received <> COALESCE(r.quantity, 0)""",
    "order {0} is {1} and blank{2}": """
        SELECT p.id, p.status, ''
          FROM purchase_orders p LEFT JOIN purchase_order_lines l ON l.purchase_order_id = p.id
         WHERE l.id IS NULL AND p.status <> 'discarded'""",
    "order {0} is {1}, but a line has {2} open": """
        SELECT p.id, p.status, l.still_open
          FROM purchase_orders p JOIN purchase_order_lines l ON l.purchase_order_id = p.id
         WHERE p.status = 'closed' AND l.still_open > 0""",
    "order {0} is {1}, but nothing is open{2}": """
        SELECT p.id, p.status, ''
          FROM purchase_orders p
         WHERE p.status = 'processed' AND NOT EXISTS
               (SELECT 1 FROM purchase_order_lines l WHERE l.purchase_order_id = p.id AND l.still_open > 0)""",
    "order {0} is {1}, but goods of it are meant for backorder {2}": """
        SELECT p.id, p.status, a.backorder_id
          FROM purchase_orders p JOIN purchase_order_lines l ON l.purchase_order_id = p.id
          JOIN allocations a ON a.purchase_order_line_id = l.id
         WHERE p.status IN ('closed', 'discarded')""",
    "order {0} has item {1} on {2} lines": """
        SELECT purchase_order_id, item_id, COUNT(*)
          FROM purchase_order_lines GROUP BY purchase_order_id, item_id HAVING COUNT(*) > 1""",
    "number {0} of purchase orders, but the last of {1} is {2}": """
        SELECT COUNT(p.number), c.value, COALESCE(MAX(p.number), 0)
          FROM counters c LEFT JOIN purchase_orders p ON p.number IS NOT NULL
         WHERE c.name = 'purchase_order' GROUP BY c.value
        HAVING COUNT(p.number) <> c.value OR COALESCE(MAX(p.number), 0) <> c.value""",
}


def check(connection: sa.Connection) -> list[str]:
    """Say which invariants of ordering are broken, and by which record."""
    return [problem.format(*row) for problem, select in _CHECKS.items() for row in connection.execute(sa.text(select))]
