"""Rules N1 to N4: the serial numbers of units against the lines on which they were posted."""

from collections.abc import Iterator

import sqlalchemy as sa

from posim_desktop.domain.cards.serials import one_form
from posim_desktop.queries.verify.violation import Rule, Violation

_MOVES = """SELECT l.item_id, s.form,
                   CASE WHEN l.trans_code = 'S' THEN 1 WHEN s.vouched THEN 0 ELSE -1 END AS away,
                   CASE WHEN l.trans_code = 'S' THEN -1 ELSE 1 END AS here
              FROM invoice_serials s
              JOIN invoice_lines l ON l.id = s.line_id
              JOIN invoices v ON v.id = s.invoice_id
             WHERE v.status = 'processed' AND l.serials_asked
            UNION ALL
            SELECT l.item_id, s.form, 0, 1
              FROM receiving_serials s
              JOIN receiving_lines l ON l.id = s.line_id
              JOIN receiving_logs g ON g.id = s.receiving_log_id
             WHERE g.status = 'posted' AND l.serials_asked
            UNION ALL
            SELECT l.item_id, s.form, 0, -1
              FROM receiving_correction_serials s
              JOIN receiving_correction_lines c ON c.id = s.line_id
              JOIN receiving_lines l ON l.id = c.receiving_line_id
            UNION ALL
            SELECT l.item_id, s.form, 0, -1
              FROM vendor_return_serials s
              JOIN vendor_return_lines l ON l.id = s.line_id
              JOIN vendor_returns t ON t.id = s.vendor_return_id
             WHERE t.status = 'posted' AND l.serials_asked"""

_SOLD_THERE = """SELECT 1 FROM invoice_serials t JOIN invoice_lines m ON m.id = t.line_id
                  WHERE m.invoice_id = d.id AND m.item_id = l.item_id AND m.trans_code = 'S' AND m.serials_asked"""


def _each_unit_has_a_number(record: str, documents: str, posted: str) -> Rule:
    """Make the rule about the lines of one kind of document, once that is posted."""
    owner = documents.removesuffix("s")
    kind = owner.removesuffix("_log")
    # A quantity is stored in thousandths.
    select = f"""SELECT d.id, d.number, l.quantity, SUM(CASE WHEN s.id IS NULL THEN 0 ELSE 1000 END)
             FROM {documents} d JOIN {kind}_lines l ON l.{owner}_id = d.id
             LEFT JOIN {kind}_serials s ON s.line_id = l.id
            WHERE d.status = '{posted}' AND l.serials_asked
            GROUP BY d.id, d.number, l.id, l.quantity
           HAVING l.quantity <> SUM(CASE WHEN s.id IS NULL THEN 0 ELSE 1000 END)"""  # noqa: S608 - no input
    return Rule("N1", record, "a line of {} units of goods with serial numbers has numbers of {} units", select)


def _on_one_document(record: str, documents: str) -> Rule:
    """Make the rule that a number stands on the document of its line."""
    owner = documents.removesuffix("s")
    kind = owner.removesuffix("_log")
    select = f"""SELECT d.id, d.number, s.serial, s.line_id
             FROM {kind}_serials s JOIN {documents} d ON d.id = s.{owner}_id JOIN {kind}_lines l ON l.id = s.line_id
            WHERE l.{owner}_id <> s.{owner}_id"""  # noqa: S608 - no input
    words = f"serial number {{}} stands on it, but its line with id {{}} is another {record.rsplit(maxsplit=1)[-1]}’s"
    return Rule("N3", record, words, select, places=None)


RULES = (
    _each_unit_has_a_number("invoice", "invoices", "processed"),
    _each_unit_has_a_number("receiving log", "receiving_logs", "posted"),
    _each_unit_has_a_number("vendor return", "vendor_returns", "posted"),
    Rule(
        "N1",
        "invoice",
        "a {} line was asked for serial numbers, on an invoice that is {}",
        """SELECT v.id, v.number, l.trans_code, v.status
             FROM invoices v JOIN invoice_lines l ON l.invoice_id = v.id
            WHERE l.serials_asked AND (v.status <> 'processed' OR l.trans_code NOT IN ('S', 'R'))""",
        places=None,
    ),
    Rule(
        "N2",
        "item",
        "the unit with serial number {} is sold {} times more than it came back",
        f"""SELECT i.id, i.code, m.form, SUM(m.away)
              FROM ({_MOVES}) m JOIN items i ON i.id = m.item_id
             GROUP BY i.id, i.code, m.form HAVING SUM(m.away) NOT IN (0, 1)""",  # noqa: S608 - no input
        places=None,
    ),
    Rule(
        "N2",
        "item",
        "the unit with serial number {} is in stock {} times",
        f"""SELECT i.id, i.code, m.form, SUM(m.here)
              FROM ({_MOVES}) m JOIN items i ON i.id = m.item_id
             GROUP BY i.id, i.code, m.form HAVING SUM(m.here) NOT IN (-1, 0, 1)""",  # noqa: S608 - no input
        places=None,
    ),
    _on_one_document("invoice", "invoices"),
    _on_one_document("receiving log", "receiving_logs"),
    _on_one_document("vendor return", "vendor_returns"),
    Rule(
        "N4",
        "vendor return",
        "the unit with serial number {} went back as one of a delivery of receiving log {}, and was none of it",
        """SELECT t.id, t.number, s.serial, g.number
             FROM vendor_return_serials s
             JOIN vendor_return_lines l ON l.id = s.line_id
             JOIN vendor_returns t ON t.id = l.vendor_return_id
             JOIN receiving_lines r ON r.id = l.receiving_line_id
             JOIN receiving_logs g ON g.id = r.receiving_log_id
            WHERE t.status = 'posted' AND l.serials_asked AND r.serials_asked
              AND NOT EXISTS (SELECT 1 FROM receiving_serials c WHERE c.line_id = r.id AND c.form = s.form)""",
        places=None,
    ),
    Rule(
        "N4",
        "invoice",
        "the unit with serial number {} came back as one of those that invoice {} sold, and was none of them",
        f"""SELECT v.id, v.number, s.serial, d.number
              FROM invoice_serials s
              JOIN invoice_lines l ON l.id = s.line_id
              JOIN invoices v ON v.id = l.invoice_id
              JOIN invoice_lines o ON o.id = l.returns_line_id
              JOIN invoices d ON d.id = o.invoice_id
             WHERE v.status = 'processed' AND l.serials_asked
               AND EXISTS ({_SOLD_THERE}) AND NOT EXISTS ({_SOLD_THERE} AND t.form = s.form)""",  # noqa: S608 - no input
        places=None,
    ),
)

_WRITTEN = sa.text(
    "SELECT 'invoice', invoice_id, serial, form FROM invoice_serials UNION ALL "
    "SELECT 'receiving log', receiving_log_id, serial, form FROM receiving_serials UNION ALL "
    "SELECT 'vendor return', vendor_return_id, serial, form FROM vendor_return_serials ORDER BY 1, 2"
)


def forms(connection: sa.Connection) -> Iterator[Violation]:
    """Find the numbers that would not be found as they are written."""
    for record, record_id, serial, form in connection.execute(_WRITTEN):
        if form != one_form(serial):
            problem = f"serial number {serial} is compared as {form}, not as {one_form(serial)}"
            yield Violation("N3", record, record_id, "", problem)
