"""Invariants of receiving, committing and filling, recomputed from the ledgers: B1–B7, R1, R2, S1–S4, P1–P4, D2."""

import sqlalchemy as sa

import ordering_invariants
from posim_desktop.queries.verify import verify
from posim_desktop.services.database import snapshot

# What ``posim-desktop verify`` checks is asked of it; what concerns receipts alone is written here a second time.
_CHECKS = {
    "R1 receiving line {0} brought {1}, but {2} was set to customers": """
        SELECT l.id, l.quantity, SUM(s.rcv)
          FROM receiving_settings s JOIN receiving_lines l ON l.id = s.receiving_line_id
         GROUP BY l.id, l.quantity HAVING SUM(s.rcv) > l.quantity""",
    "R1 receiving line {0} has settings, but its log is {1}{2}": """
        SELECT l.id, g.status, ''
          FROM receiving_settings s JOIN receiving_lines l ON l.id = s.receiving_line_id
          JOIN receiving_logs g ON g.id = l.receiving_log_id WHERE g.status <> 'posted'""",
    "R2 receiving line {0} of a posted log brought {1}, the ledger moved {2}": """
        SELECT l.id, l.quantity, COALESCE(SUM(s.quantity), 0)
          FROM receiving_lines l JOIN receiving_logs g ON g.id = l.receiving_log_id
          LEFT JOIN stock_ledger s ON s.receiving_line_id = l.id AND s.item_id = l.item_id AND s.kind = 'receipt'
         WHERE g.status = 'posted' GROUP BY l.id, l.quantity HAVING COALESCE(SUM(s.quantity), 0) <> l.quantity""",
    "R2 receiving line {0} set {1} aside, its events say {2}": """
        SELECT l.id, COALESCE(s.rcv, 0), COALESCE(e.quantity, 0)
          FROM receiving_lines l
          LEFT JOIN (SELECT receiving_line_id, SUM(rcv) AS rcv FROM receiving_settings GROUP BY receiving_line_id) s
                 ON s.receiving_line_id = l.id
          LEFT JOIN (SELECT receiving_line_id, SUM(quantity) AS quantity FROM backorder_events
                      WHERE kind = 'receive' GROUP BY receiving_line_id) e ON e.receiving_line_id = l.id
         WHERE COALESCE(s.rcv, 0) <> COALESCE(e.quantity, 0)""",
    "R2 receiving line {0} canceled {1}, its events say {2}": """
        SELECT l.id, COALESCE(s.canc, 0), COALESCE(e.quantity, 0)
          FROM receiving_lines l
          LEFT JOIN (SELECT receiving_line_id, SUM(canc) AS canc FROM receiving_settings GROUP BY receiving_line_id) s
                 ON s.receiving_line_id = l.id
          LEFT JOIN (SELECT receiving_line_id, SUM(quantity) AS quantity FROM backorder_events
                      WHERE kind = 'cancel' GROUP BY receiving_line_id) e ON e.receiving_line_id = l.id
         WHERE COALESCE(s.canc, 0) <> COALESCE(e.quantity, 0)""",
    "S1 a ledger row {0} of a receipt belongs to a log that is {1}{2}": """
        SELECT s.id, g.status, ''
          FROM stock_ledger s JOIN receiving_lines l ON l.id = s.receiving_line_id
          JOIN receiving_logs g ON g.id = l.receiving_log_id WHERE g.status <> 'posted'""",
    "B3 event {0} of kind {1} has no invoice{2}": """
        SELECT id, kind, '' FROM backorder_events
         WHERE kind IN ('receive', 'fill_stock', 'release', 'sold') AND invoice_id IS NULL""",
    "D2 number {0} of receiving logs, but the last of {1} is {2}": """
        SELECT COUNT(g.number), c.value, COALESCE(MAX(g.number), 0)
          FROM counters c LEFT JOIN receiving_logs g ON g.number IS NOT NULL
         WHERE c.name = 'receiving_log' GROUP BY c.value
        HAVING COUNT(g.number) <> c.value OR COALESCE(MAX(g.number), 0) <> c.value""",
}


def broken(engine: sa.Engine) -> list[str]:
    """Say which invariants are broken, and by which record; read in one snapshot."""
    with snapshot(engine) as connection:
        found = [str(violation) for violation in verify(connection)]
        found += ordering_invariants.check(connection)
        for problem, select in _CHECKS.items():
            found += [problem.format(*row) for row in connection.execute(sa.text(select))]
    return found


def assert_all_hold(engine: sa.Engine) -> None:
    """Check every invariant after a step of a test."""
    assert broken(engine) == []
