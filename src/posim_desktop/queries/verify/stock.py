"""Rules S1 to S5: stored stock figures against the ledger and the invoices that moved or set aside goods."""

from posim_desktop.queries.verify.violation import Rule

RULES = (
    Rule(
        "S1",
        "item",
        "on hand is {}, but the stock ledger comes to {}",
        """SELECT i.id, i.code, i.on_hand, COALESCE(s.quantity, 0)
             FROM items i
             LEFT JOIN (SELECT item_id, SUM(quantity) AS quantity FROM stock_ledger GROUP BY item_id) s
                    ON s.item_id = i.id
            WHERE i.on_hand <> COALESCE(s.quantity, 0)""",
    ),
    Rule(
        "S2",
        "item",
        "committed is {}, but committed invoices hold {}",
        """SELECT i.id, i.code, i.committed, COALESCE(h.quantity, 0)
             FROM items i
             LEFT JOIN (SELECT l.item_id, SUM(l.quantity) AS quantity
                          FROM invoice_lines l JOIN invoices v ON v.id = l.invoice_id
                         WHERE v.committed AND v.status = 'working' AND l.trans_code = 'S' AND l.stocked
                         GROUP BY l.item_id) h ON h.item_id = i.id
            WHERE i.committed <> COALESCE(h.quantity, 0)""",
    ),
    Rule(
        "S2",
        "invoice",
        "is committed, but of its {} lines {} hold goods that are set aside",
        """SELECT v.id, v.number, COUNT(l.id), 0
             FROM invoices v LEFT JOIN invoice_lines l ON l.invoice_id = v.id
            WHERE v.committed AND v.status = 'working'
            GROUP BY v.id, v.number HAVING SUM(CASE WHEN l.trans_code = 'S' AND l.stocked THEN 1 ELSE 0 END) = 0""",
        places=0,
    ),
    # The event is of the same moment as the ledger rows that it explains: one posting writes both. What one invoice
    # takes and brings back of an item is one movement: only if goods were fewer after it is there an event.
    Rule(
        "S3",
        "item",
        "available is {}, below {}, and no oversell event explains it",
        """SELECT i.id, i.code, i.on_hand - i.committed, 0
             FROM items i
            WHERE i.on_hand < i.committed
              AND NOT EXISTS (SELECT 1 FROM audit_events a
                               WHERE a.action = 'oversell' AND a.record_kind = 'item' AND a.record_id = i.id
                                 AND a.at >= (SELECT MAX(s.at) FROM stock_ledger s
                                                LEFT JOIN invoice_lines l ON l.id = s.invoice_line_id
                                               WHERE s.item_id = i.id
                                               GROUP BY l.invoice_id, CASE WHEN l.id IS NULL THEN s.id END
                                              HAVING SUM(s.quantity) < 0
                                               ORDER BY MAX(s.id) DESC LIMIT 1))""",
    ),
    Rule(
        "S4",
        "invoice",
        "its line at position {} has {} rows in the stock ledger instead of 1",
        """SELECT v.id, v.number, l.position, COUNT(s.id)
             FROM invoices v JOIN invoice_lines l ON l.invoice_id = v.id
             LEFT JOIN stock_ledger s ON s.invoice_line_id = l.id AND s.kind <> 'damaged'
            WHERE v.status = 'processed' AND l.trans_code IN ('S', 'R') AND l.stocked
            GROUP BY v.id, v.number, l.position HAVING COUNT(s.id) <> 1""",
        places=0,
    ),
    Rule(
        "S4",
        "invoice",
        "came back damaged, {} of it, but the stock ledger took {} off",
        """SELECT v.id, v.number, CASE WHEN l.damaged THEN l.quantity ELSE 0 END, -COALESCE(s.quantity, 0)
             FROM invoices v JOIN invoice_lines l ON l.invoice_id = v.id
             LEFT JOIN stock_ledger s ON s.invoice_line_id = l.id AND s.kind = 'damaged'
            WHERE v.status = 'processed' AND l.stocked
              AND -COALESCE(s.quantity, 0) <> CASE WHEN l.damaged THEN l.quantity ELSE 0 END""",
    ),
    Rule(
        "S4",
        "invoice",
        "its line at position {} is of goods that are not stocked, but has {} rows in the stock ledger",
        """SELECT v.id, v.number, l.position, COUNT(s.id)
             FROM invoices v JOIN invoice_lines l ON l.invoice_id = v.id JOIN stock_ledger s ON s.invoice_line_id = l.id
            WHERE NOT l.stocked
            GROUP BY v.id, v.number, l.position""",
        places=0,
    ),
    Rule(
        "S4",
        "invoice",
        "a line takes {} of its item, but the stock ledger moved {}",
        """SELECT v.id, v.number, l.quantity, s.quantity
             FROM invoices v JOIN invoice_lines l ON l.invoice_id = v.id JOIN stock_ledger s ON s.invoice_line_id = l.id
            WHERE v.status = 'processed' AND l.trans_code IN ('S', 'R') AND s.kind <> 'damaged'
              AND s.quantity <> CASE l.trans_code WHEN 'S' THEN -l.quantity ELSE l.quantity END""",
    ),
    Rule(
        "S4",
        "invoice",
        "a line is of the item with id {}, but the stock ledger moved the item with id {}",
        """SELECT v.id, v.number, l.item_id, s.item_id
             FROM invoices v JOIN invoice_lines l ON l.invoice_id = v.id JOIN stock_ledger s ON s.invoice_line_id = l.id
            WHERE l.item_id IS NULL OR l.item_id <> s.item_id""",
        places=0,
    ),
    Rule(
        "S4",
        "invoice",
        "a {} line has a stock ledger row of kind “{}”",
        """SELECT v.id, v.number, l.trans_code, s.kind
             FROM invoices v JOIN invoice_lines l ON l.invoice_id = v.id JOIN stock_ledger s ON s.invoice_line_id = l.id
            WHERE s.kind <> CASE l.trans_code WHEN 'S' THEN 'sale' WHEN 'R' THEN 'return' ELSE '' END
              AND NOT (s.kind = 'damaged' AND l.damaged)""",
        places=None,
    ),
    Rule(
        "S5",
        "item",
        "it is not stocked, but on hand, set aside and on order come to {} and {} is owed",
        """SELECT i.id, i.code, ABS(i.on_hand) + i.committed + i.on_order, COALESCE(b.quantity, 0)
             FROM items i
             LEFT JOIN (SELECT item_id, SUM(outstanding + waiting) AS quantity FROM backorders GROUP BY item_id) b
                    ON b.item_id = i.id
            WHERE NOT i.stocked
              AND (i.on_hand <> 0 OR i.committed <> 0 OR i.on_order <> 0 OR COALESCE(b.quantity, 0) <> 0)""",
    ),
)
