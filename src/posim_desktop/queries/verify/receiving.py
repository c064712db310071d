"""Rules R1 and R2: what a delivery brought, and what of it was set to customers."""

from posim_desktop.queries.verify.violation import Rule

# A receiving line's settings against the events that they wrote.
_SETTINGS_AND_EVENTS = """
    SELECT g.id, g.number, COALESCE(s.quantity, 0), COALESCE(e.quantity, 0)
      FROM receiving_logs g JOIN receiving_lines l ON l.receiving_log_id = g.id
      LEFT JOIN (SELECT receiving_line_id, SUM({column}) AS quantity
                   FROM receiving_settings GROUP BY receiving_line_id) s ON s.receiving_line_id = l.id
      LEFT JOIN (SELECT receiving_line_id, SUM(quantity) AS quantity FROM backorder_events
                  WHERE kind = '{kind}' GROUP BY receiving_line_id) e ON e.receiving_line_id = l.id
     WHERE COALESCE(s.quantity, 0) <> COALESCE(e.quantity, 0)"""

RULES = (
    Rule(
        "R1",
        "receiving log",
        "a line brought {}, but {} of it was set to customers",
        """SELECT g.id, g.number, l.quantity, s.rcv
             FROM receiving_logs g JOIN receiving_lines l ON l.receiving_log_id = g.id
             JOIN (SELECT receiving_line_id, SUM(rcv) AS rcv FROM receiving_settings GROUP BY receiving_line_id) s
               ON s.receiving_line_id = l.id
            WHERE s.rcv > l.quantity""",
    ),
    Rule(
        "R1",
        "receiving log",
        "is {} and not posted, but {} of its lines were set to customers",
        """SELECT g.id, g.number, g.status, COUNT(*)
             FROM receiving_logs g JOIN receiving_lines l ON l.receiving_log_id = g.id
             JOIN receiving_settings s ON s.receiving_line_id = l.id
            WHERE g.status <> 'posted' GROUP BY g.id, g.number, g.status""",
        places=None,
    ),
    Rule(
        "R2",
        "receiving log",
        "a line brought {}, but the stock ledger moved {} of its item",
        """SELECT g.id, g.number, l.quantity, COALESCE(SUM(s.quantity), 0)
             FROM receiving_logs g JOIN receiving_lines l ON l.receiving_log_id = g.id
             LEFT JOIN stock_ledger s
                    ON s.receiving_line_id = l.id AND s.item_id = l.item_id AND s.kind = 'receipt'
            WHERE g.status = 'posted'
            GROUP BY g.id, g.number, l.id, l.quantity HAVING COALESCE(SUM(s.quantity), 0) <> l.quantity""",
    ),
    Rule(
        "R2",
        "receiving log",
        "is {} and not posted, but has {} stock ledger rows",
        """SELECT g.id, g.number, g.status, COUNT(*)
             FROM receiving_logs g JOIN receiving_lines l ON l.receiving_log_id = g.id
             JOIN stock_ledger s ON s.receiving_line_id = l.id
            WHERE g.status <> 'posted' GROUP BY g.id, g.number, g.status""",
        places=None,
    ),
    Rule(
        "R2",
        "receiving log",
        "a line set {} aside, but its receive events come to {}",
        _SETTINGS_AND_EVENTS.format(column="rcv", kind="receive"),
    ),
    Rule(
        "R2",
        "receiving log",
        "a line canceled {}, but its cancel events come to {}",
        _SETTINGS_AND_EVENTS.format(column="canc", kind="cancel"),
    ),
)
