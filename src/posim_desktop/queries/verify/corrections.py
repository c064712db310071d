"""Rules R3, R4 and R7: what corrections took back of receiving logs, what they moved, and what goods cost since."""

from posim_desktop.domain.money import cost_places
from posim_desktop.queries.verify.violation import Rule

_TAKEN = """(SELECT receiving_line_id, SUM(quantity) AS quantity
               FROM receiving_correction_lines GROUP BY receiving_line_id)"""
_LINES = """receiving_corrections c JOIN receiving_correction_lines k ON k.correction_id = c.id
             JOIN receiving_lines l ON l.id = k.receiving_line_id"""

TAKEN_BACK = (
    Rule(
        "R3",
        "receiving log",
        "a line brought {}, but {} of it was taken back",
        f"""SELECT g.id, g.number, l.quantity, t.quantity
              FROM receiving_logs g JOIN receiving_lines l ON l.receiving_log_id = g.id
              JOIN {_TAKEN} t ON t.receiving_line_id = l.id
             WHERE t.quantity > l.quantity""",  # noqa: S608 - text of this module
    ),
    Rule(
        "R3",
        "receiving log",
        "is {} and not posted, but has {} corrections",
        """SELECT g.id, g.number, g.status, COUNT(*)
             FROM receiving_logs g JOIN receiving_corrections c ON c.receiving_log_id = g.id
            WHERE g.status <> 'posted' GROUP BY g.id, g.number, g.status""",
        places=None,
    ),
    Rule(
        "R3",
        "correction",
        "is of the receiving log with id {}, but takes back of the one with id {}",
        f"""SELECT c.id, c.number, c.receiving_log_id, l.receiving_log_id
              FROM {_LINES}
             WHERE c.receiving_log_id <> l.receiving_log_id""",  # noqa: S608 - text of this module
        places=0,
    ),
    Rule(
        "R3",
        "correction",
        "takes back {} of a line, but {} of it from customers",
        f"""SELECT c.id, c.number, k.quantity, SUM(b.quantity)
              FROM {_LINES} JOIN receiving_correction_backs b ON b.line_id = k.id
             GROUP BY c.id, c.number, k.id, k.quantity HAVING SUM(b.quantity) > k.quantity""",  # noqa: S608 - as above
    ),
    Rule(
        "R3",
        "correction",
        "takes back {} units of goods with serial numbers, but names {} that came",
        f"""SELECT c.id, c.number, k.quantity, SUM(CASE WHEN s.id IS NULL THEN 0 ELSE 1000 END)
              FROM {_LINES} LEFT JOIN receiving_correction_serials n ON n.line_id = k.id
              LEFT JOIN receiving_serials s ON s.line_id = l.id AND s.form = n.form
             WHERE l.serials_asked
             GROUP BY c.id, c.number, k.id, k.quantity
            HAVING k.quantity <> SUM(CASE WHEN s.id IS NULL THEN 0 ELSE 1000 END)""",  # noqa: S608 - as above
    ),
)

MOVED = (
    Rule(
        "R4",
        "correction",
        "takes back {} of a line, but the stock ledger took {} of its item off",
        f"""SELECT c.id, c.number, k.quantity, -COALESCE(SUM(s.quantity), 0)
              FROM {_LINES}
              LEFT JOIN stock_ledger s
                     ON s.correction_line_id = k.id AND s.item_id = l.item_id AND s.kind = 'corrected'
             GROUP BY c.id, c.number, k.id, k.quantity
            HAVING -COALESCE(SUM(s.quantity), 0) <> k.quantity""",  # noqa: S608 - text of this module
    ),
    Rule(
        "R4",
        "receiving log",
        "its corrections take {} of a line from customers, but {} was released by them",
        """SELECT g.id, g.number, COALESCE(b.quantity, 0), COALESCE(e.quantity, 0)
             FROM receiving_logs g JOIN receiving_lines l ON l.receiving_log_id = g.id
             LEFT JOIN (SELECT k.receiving_line_id, SUM(x.quantity) AS quantity
                          FROM receiving_correction_backs x JOIN receiving_correction_lines k ON k.id = x.line_id
                         GROUP BY k.receiving_line_id) b ON b.receiving_line_id = l.id
             LEFT JOIN (SELECT receiving_line_id, SUM(quantity) AS quantity FROM backorder_events
                         WHERE kind = 'release' AND receiving_line_id IS NOT NULL
                         GROUP BY receiving_line_id) e ON e.receiving_line_id = l.id
            WHERE COALESCE(b.quantity, 0) <> COALESCE(e.quantity, 0)""",
    ),
    Rule(
        "R4",
        "backorder",
        "corrections had {} of the goods they took ordered for it again, but by its history {}",
        """SELECT b.id, b.number, SUM(h.planned), SUM(h.told)
             FROM (SELECT x.backorder_id, x.planned, 0 AS told FROM receiving_correction_backs x
                    UNION ALL
                   SELECT backorder_id, 0, after - before FROM allocation_events WHERE kind = 'corrected') h
             JOIN backorders b ON b.id = h.backorder_id
            GROUP BY b.id, b.number HAVING SUM(h.planned) <> SUM(h.told)""",
    ),
    Rule(
        "R4",
        "purchase order",
        "a line has {} closed short, but corrections alone gave {} up",
        """SELECT p.id, p.number, o.closed_short, SUM(k.given_up)
             FROM purchase_orders p JOIN purchase_order_lines o ON o.purchase_order_id = p.id
             JOIN receiving_lines l ON l.purchase_order_line_id = o.id
             JOIN receiving_correction_lines k ON k.receiving_line_id = l.id
            GROUP BY p.id, p.number, o.id, o.closed_short HAVING SUM(k.given_up) > o.closed_short""",
    ),
    Rule(
        "R4",
        "correction",
        "leaves {} of its goods to come of a line that is on no order, or says {}",
        f"""SELECT c.id, c.number, k.reopened + k.given_up, CASE WHEN k.coming THEN 1 ELSE 0 END
              FROM {_LINES}
             WHERE l.purchase_order_line_id IS NULL AND (k.coming OR k.reopened <> 0 OR k.given_up <> 0)
                OR k.coming AND k.given_up <> 0 OR NOT k.coming AND k.reopened <> 0""",  # noqa: S608 - as above
    ),
    Rule(
        "R4",
        "correction",
        "is by “{}”, and has {} lines",
        """SELECT c.id, c.number, c.workstation, 0
             FROM receiving_corrections c
            WHERE NOT EXISTS (SELECT 1 FROM receiving_correction_lines k WHERE k.correction_id = c.id)""",
        places=None,
    ),
)

COSTS = (
    Rule(
        "R7",
        "item",
        "costs {} by its card, but by the newest row that counts {}",
        f"""SELECT i.id, i.code, i.cost, n.cost
              FROM items i
              JOIN (SELECT c.item_id, MAX(c.id) AS id
                      FROM item_costs c
                      LEFT JOIN receiving_lines l ON l.id = c.receiving_line_id
                      LEFT JOIN {_TAKEN} t ON t.receiving_line_id = l.id
                     WHERE l.id IS NULL OR l.quantity > COALESCE(t.quantity, 0)
                     GROUP BY c.item_id) s ON s.item_id = i.id
              JOIN item_costs n ON n.id = s.id
             WHERE i.cost <> n.cost""",  # noqa: S608 - text of this module
        places=cost_places,
    ),
    Rule(
        "R7",
        "item",
        "has a cost by a delivery of another item: {} instead of {}",
        """SELECT i.id, i.code, l.item_id, c.item_id
             FROM items i JOIN item_costs c ON c.item_id = i.id JOIN receiving_lines l ON l.id = c.receiving_line_id
            WHERE l.item_id <> c.item_id""",
        places=0,
    ),
    Rule(
        "R7",
        "receiving log",
        "is {} and not posted, but remembers what goods of {} lines cost before",
        """SELECT g.id, g.number, g.status, COUNT(*)
             FROM receiving_logs g JOIN receiving_lines l ON l.receiving_log_id = g.id
            WHERE g.status <> 'posted' AND l.vendor_cost_before IS NOT NULL GROUP BY g.id, g.number, g.status""",
        places=None,
    ),
)

RULES = (*TAKEN_BACK, *MOVED, *COSTS)
