"""Rules D1 to D5: documents that keep still, numbers without gaps, things done once, an audit nobody touched.

The one gap there may be is what a restored shop leaves out, as its audit says.
"""

import json
from collections.abc import Iterator

import sqlalchemy as sa

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.audit_chain import NO_DIGEST, chain_digest
from posim_desktop.domain.exchange.numbers_given import Skipped
from posim_desktop.domain.money import money_places
from posim_desktop.orm import AuditEvent, SkippedNumbers
from posim_desktop.orm.base import table_of
from posim_desktop.queries.verify.violation import Rule, Violation

_AT_ONCE = 1000
_RESTORES = sa.select(AuditEvent.id, AuditEvent.after).where(AuditEvent.action == AuditAction.RESTORE_SHOP)

_PARTS = {
    "stock ledger rows": "stock_ledger p JOIN invoice_lines l ON l.id = p.invoice_line_id",
    "backorders": "backorders p JOIN invoice_lines l ON l.id = p.source_line_id",
    "tax rows": "invoice_taxes l",
}

_NUMBERED = {
    "invoice": "invoices",
    "backorder": "backorders",
    "purchase order": "purchase_orders",
    "receiving log": "receiving_logs",
    "special order": "special_orders",
    "stock count": "stock_counts",
    "receiving correction": "receiving_corrections",
    "vendor return": "vendor_returns",
}

# What a restored shop leaves out is no gap: exactly that.
_GAP = """
    SELECT number, number, previous, number
      FROM (SELECT number, COALESCE(LAG(number) OVER (ORDER BY number), 0) AS previous
              FROM {table} WHERE number IS NOT NULL) n
     WHERE number <> previous + 1 + COALESCE((SELECT SUM(s.last - s.first + 1) FROM skipped_numbers s
                                               WHERE s.counter = '{name}'
                                                 AND s.first > n.previous AND s.last < n.number), 0)"""

_COUNTER = """
    SELECT 0, c.name, c.value, COALESCE(g.given, 0)
      FROM counters c
      LEFT JOIN (SELECT MAX(given) AS given
                   FROM (SELECT MAX({key}) AS given FROM {table}
                         UNION ALL SELECT MAX(last) FROM skipped_numbers WHERE counter = '{name}') u) g ON 1 = 1
     WHERE c.name = '{name}' AND c.value <> COALESCE(g.given, 0)"""

RULES = (
    *(
        Rule(
            "D1",
            "invoice",
            f"is {{}} and not processed, but has {{}} {part}",
            f"""SELECT i.id, i.number, i.status, COUNT(*)
                  FROM invoices i JOIN (SELECT l.invoice_id FROM {source}) x ON x.invoice_id = i.id
                 WHERE i.status <> 'processed' GROUP BY i.id, i.number, i.status""",  # noqa: S608 - text of this module
            places=None,
        )
        for part, source in _PARTS.items()
    ),
    Rule(
        "D1",
        "invoice",
        "is {}, but what came of a card terminal's request is {}",
        """SELECT i.id, i.number, i.status, r.state
             FROM invoices i JOIN card_requests r ON r.invoice_id = i.id
            WHERE i.status <> 'working' AND r.ended_at IS NULL""",
        places=None,
    ),
    Rule(
        "D1",
        "invoice",
        "was discarded, but of {} that was handed over for it, {} was given back",
        """SELECT i.id, i.number, t.amount, 0
             FROM invoices i JOIN tenders t ON t.invoice_id = i.id
            WHERE i.status = 'discarded' AND t.amount <> 0""",
        places=money_places,
    ),
    *(
        Rule(
            "D1",
            record,
            "is {}, but has the number “{}”",
            f"""SELECT id, number, status, number FROM {table}
                WHERE (status IN ({closed})) <> (number IS NOT NULL)
                   OR (status IN ({closed})) <> ({closed_at} IS NOT NULL)""",  # noqa: S608 - text of this module
            places=None,
        )
        for record, table, closed, closed_at in (
            ("invoice", "invoices", "'processed'", "processed_at"),
            ("purchase order", "purchase_orders", "'processed', 'closed'", "processed_at"),
            ("receiving log", "receiving_logs", "'posted'", "posted_at"),
            ("stock count", "stock_counts", "'posted'", "posted_at"),
        )
    ),
    *(
        Rule(
            "D2",
            record,
            "the number before it is {}, so the numbers jump to {}",
            _GAP.format(name=record.replace(" ", "_"), table=table),
            places=0,
        )
        for record, table in _NUMBERED.items()
    ),
    *(
        Rule(
            rule,
            "counter",
            "stands at {}, but the last number given is {}",
            _COUNTER.format(name=name, table=table, key=key),
            places=0,
        )
        for rule, name, table, key in (
            *(("D2", record.replace(" ", "_"), table, "number") for record, table in _NUMBERED.items()),
            ("D4", "audit", "audit_events", "id"),
        )
    ),
    Rule(
        "D2",
        "counter",
        "there are {} counters of this name instead of {}",
        """SELECT 0, n.name, 0, 1
             FROM (SELECT 'invoice' AS name UNION ALL SELECT 'backorder' UNION ALL SELECT 'purchase_order'
                   UNION ALL SELECT 'receiving_log'
                   UNION ALL SELECT 'vendor_return' UNION ALL SELECT 'stock_count'
                   UNION ALL SELECT 'receiving_correction' UNION ALL SELECT 'special_order' UNION ALL SELECT 'audit') n
            WHERE NOT EXISTS (SELECT 1 FROM counters c WHERE c.name = n.name)""",
        places=0,
    ),
    *(
        Rule(
            "D5",
            record,
            "has the number {}, which a restored shop leaves out from {} on",
            f"""SELECT d.id, d.number, d.number, s.first FROM {table} d
                  JOIN skipped_numbers s ON s.counter = '{record.replace(" ", "_")}'
                   AND d.number BETWEEN s.first AND s.last""",  # noqa: S608 - text of this module
            places=0,
        )
        for record, table in _NUMBERED.items()
    ),
    Rule(
        "D5",
        "skipped numbers",
        "begin at {}, but others of the kind end at {}",
        """SELECT s.id, s.counter, s.first, o.last FROM skipped_numbers s
             JOIN skipped_numbers o ON o.counter = s.counter AND o.id <> s.id
              AND COALESCE(o.drawer_id, 0) = COALESCE(s.drawer_id, 0)
            WHERE o.first <= s.last AND o.last >= s.first""",
        places=0,
    ),
    Rule(
        "D3",
        "operation",
        "the key {} was used {} times",
        "SELECT MIN(id), NULL, key, COUNT(*) FROM operations GROUP BY key HAVING COUNT(*) > 1",
        places=None,
    ),
    Rule(
        "D3",
        "operation",
        "the key {} was taken, but its result is {}: it was only half done",
        "SELECT id, NULL, key, result FROM operations WHERE result IS NULL",
        places=None,
    ),
)


def audit_chain(connection: sa.Connection) -> Iterator[Violation]:
    """D4: follow the audit from its first row and digest every row again."""
    rows = sa.select(table_of(AuditEvent)).order_by(AuditEvent.id).execution_options(yield_per=_AT_ONCE)
    digest, last = NO_DIGEST, 0
    for row in connection.execute(rows).mappings():
        if row["id"] != last + 1:
            yield _broken(row["id"], f"follows event {last}: what was between them is gone")
        again = chain_digest(digest, {str(name): value for name, value in row.items()})
        if again != row["digest"]:
            yield _broken(row["id"], f"its digest is {row['digest'][:12]}…, but its content makes it {again[:12]}…")
        # Goes on from what is stored, so that one changed row is one finding and not a thousand.
        digest, last = row["digest"], row["id"]


def restores(connection: sa.Connection) -> Iterator[Violation]:
    """D5: what a restored shop leaves out is what the event of the restore names, and the other way round."""
    kept = {
        (row.event_id, Skipped(row.counter, row.drawer_id, row.first, row.last).name, row.first, row.last)
        for row in connection.execute(sa.select(SkippedNumbers))
    }
    told = set()
    for event_id, after in connection.execute(_RESTORES):
        for name, range_ in json.loads(after)["skipped"].items():
            first, _, last = range_.partition("-")
            told.add((event_id, name, int(first), int(last)))
    for each in sorted(kept ^ told):
        event_id, name, first, last = each
        problem = f"leaves out {name} {first} to {last}, " + (
            "but the audit names no such numbers" if each in kept else "but no row says so"
        )
        yield Violation("D5", "restore", event_id, str(event_id), problem)


def _broken(event_id: int, problem: str) -> Violation:
    return Violation("D4", "audit event", event_id, str(event_id), problem)
