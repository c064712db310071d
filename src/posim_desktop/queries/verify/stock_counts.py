"""Rules S6 and S7: what counts found, and what they moved."""

from posim_desktop.queries.verify.violation import Rule

_FOUND = """stock_counts c JOIN stock_count_items i ON i.stock_count_id = c.id
             LEFT JOIN (SELECT stock_count_id, item_id, SUM(quantity) AS quantity
                          FROM stock_count_parts GROUP BY stock_count_id, item_id) p
                    ON p.stock_count_id = c.id AND p.item_id = i.item_id
             LEFT JOIN (SELECT stock_count_id, item_id, SUM(found - held) AS quantity
                          FROM stock_count_held GROUP BY stock_count_id, item_id) h
                    ON h.stock_count_id = c.id AND h.item_id = i.item_id"""

RULES = (
    Rule(
        "S6",
        "stock count",
        "found {} more of an item than expected, but says {}",
        f"""SELECT c.id, c.number, COALESCE(p.quantity, 0) - i.expected + COALESCE(h.quantity, 0), i.difference
              FROM {_FOUND}
             WHERE c.status = 'posted'
               AND (i.difference IS NULL
                    OR i.difference <> COALESCE(p.quantity, 0) - i.expected + COALESCE(h.quantity, 0))""",  # noqa: S608 - text of this module
    ),
    Rule(
        "S6",
        "stock count",
        "changed an item by {}, but the stock ledger by {}",
        """SELECT c.id, c.number, COALESCE(i.difference, 0), COALESCE(s.quantity, 0)
             FROM stock_counts c JOIN stock_count_items i ON i.stock_count_id = c.id
             LEFT JOIN stock_ledger s ON s.count_item_id = i.id
            WHERE COALESCE(i.difference, 0) <> COALESCE(s.quantity, 0)""",
    ),
    Rule(
        "S6",
        "stock count",
        "is of the item with id {}, but the stock ledger moved the item with id {}",
        """SELECT c.id, c.number, i.item_id, s.item_id
             FROM stock_counts c JOIN stock_count_items i ON i.stock_count_id = c.id
             JOIN stock_ledger s ON s.count_item_id = i.id
            WHERE i.item_id <> s.item_id""",
        places=0,
    ),
    Rule(
        "S6",
        "stock count",
        "is {} and not posted, but says that it changed {} items",
        """SELECT c.id, c.number, c.status, COUNT(*)
             FROM stock_counts c JOIN stock_count_items i ON i.stock_count_id = c.id
            WHERE c.status <> 'posted' AND i.difference IS NOT NULL GROUP BY c.id, c.number, c.status""",
        places=None,
    ),
    Rule(
        "S7",
        "stock count",
        "is {}, but left {} codes unsolved",
        """SELECT c.id, c.number, c.status, COUNT(*)
             FROM stock_counts c JOIN stock_count_strays s ON s.stock_count_id = c.id
            WHERE c.status = 'posted' AND s.item_id IS NULL AND s.word = '' GROUP BY c.id, c.number, c.status""",
        places=None,
    ),
    Rule(
        "S7",
        "stock count",
        "has the item with id {}, of which {} people counted anything",
        """SELECT c.id, c.number, i.item_id, COUNT(p.id)
             FROM stock_counts c JOIN stock_count_items i ON i.stock_count_id = c.id
             LEFT JOIN stock_count_parts p ON p.stock_count_id = c.id AND p.item_id = i.item_id
            GROUP BY c.id, c.number, i.item_id HAVING COUNT(p.id) = 0""",
        places=0,
    ),
    Rule(
        "S7",
        "stock count",
        "counted the item with id {}, but froze its figures {} times",
        """SELECT c.id, c.number, p.item_id, COUNT(i.id)
             FROM stock_counts c JOIN stock_count_parts p ON p.stock_count_id = c.id
             LEFT JOIN stock_count_items i ON i.stock_count_id = c.id AND i.item_id = p.item_id
            GROUP BY c.id, c.number, p.item_id HAVING COUNT(i.id) = 0""",
        places=0,
    ),
)
