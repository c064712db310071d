"""Rule R9: what went back to vendors, what it moved, and what credit came for it."""

from posim_desktop.queries.verify.violation import Rule

RULES = (
    Rule(
        "R9",
        "vendor return",
        "sends {} of a line back, but the stock ledger took {} of its item off",
        """SELECT r.id, r.number, l.quantity, -COALESCE(SUM(s.quantity), 0)
             FROM vendor_returns r JOIN vendor_return_lines l ON l.vendor_return_id = r.id
             LEFT JOIN stock_ledger s ON s.vendor_return_line_id = l.id AND s.item_id = l.item_id
            WHERE r.status = 'posted'
            GROUP BY r.id, r.number, l.id, l.quantity HAVING -COALESCE(SUM(s.quantity), 0) <> l.quantity""",
    ),
    Rule(
        "R9",
        "vendor return",
        "is {} and not posted, but has {} rows in the stock ledger or credits",
        """SELECT r.id, r.number, r.status, COUNT(*)
             FROM vendor_returns r
             JOIN (SELECT l.vendor_return_id FROM vendor_return_lines l
                     JOIN stock_ledger s ON s.vendor_return_line_id = l.id
                    UNION ALL SELECT vendor_return_id FROM vendor_credits) x ON x.vendor_return_id = r.id
            WHERE r.status <> 'posted' GROUP BY r.id, r.number, r.status""",
        places=None,
    ),
    Rule(
        "R9",
        "receiving log",
        "a line brought {}, but {} of it was taken back or went back to the vendor",
        """SELECT g.id, g.number, l.quantity, SUM(x.quantity)
             FROM receiving_logs g JOIN receiving_lines l ON l.receiving_log_id = g.id
             JOIN (SELECT v.receiving_line_id, v.quantity FROM vendor_return_lines v
                     JOIN vendor_returns r ON r.id = v.vendor_return_id AND r.status = 'posted'
                    UNION ALL SELECT receiving_line_id, quantity FROM receiving_correction_lines) x
               ON x.receiving_line_id = l.id
            WHERE EXISTS (SELECT 1 FROM vendor_return_lines v WHERE v.receiving_line_id = l.id)
            GROUP BY g.id, g.number, l.id, l.quantity HAVING SUM(x.quantity) > l.quantity""",
    ),
    Rule(
        "R9",
        "vendor return",
        "a line of the item with id {} names a delivery line of the item with id {}",
        """SELECT r.id, r.number, l.item_id, n.item_id
             FROM vendor_returns r JOIN vendor_return_lines l ON l.vendor_return_id = r.id
             JOIN receiving_lines n ON n.id = l.receiving_line_id
            WHERE n.item_id <> l.item_id""",
        places=0,
    ),
    Rule(
        "R9",
        "vendor return",
        "is by “{}”, but {} of its lines say how much goes back and why",
        """SELECT r.id, r.number, r.workstation, 0
             FROM vendor_returns r
            WHERE r.status = 'posted'
              AND (NOT EXISTS (SELECT 1 FROM vendor_return_lines l WHERE l.vendor_return_id = r.id)
                   OR EXISTS (SELECT 1 FROM vendor_return_lines l
                               WHERE l.vendor_return_id = r.id AND (l.quantity = 0 OR TRIM(l.reason) = '')))""",
        places=None,
    ),
)
