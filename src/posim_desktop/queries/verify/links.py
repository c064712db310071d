"""Rules F1 to F3: nothing names a row that is not there, or one of other goods; what is posted has lines."""

from collections.abc import Iterator
from functools import cache

import sqlalchemy as sa

from posim_desktop.domain.money import money_places
from posim_desktop.orm import Base
from posim_desktop.queries.verify.violation import Rule, Violation

_OF_OTHER_GOODS = """
    SELECT r.id, NULL, r.item_id, l.item_id FROM {row} r JOIN {line} l ON l.id = r.{key} WHERE r.item_id <> l.item_id"""
_EVENT_GOODS = """
    SELECT b.id, b.number, b.item_id, l.item_id FROM {row} r JOIN backorders b ON b.id = r.backorder_id
      JOIN {line} l ON l.id = r.{key} WHERE b.item_id <> l.item_id"""

# A customer may have been merged since; then the backorder moved and the posted invoice did not.
_SURVIVING = "COALESCE((SELECT c.merged_into FROM customers c WHERE c.id = i.customer_id), i.customer_id, 0)"

_NOWHERE = """
    SELECT '{own}', r.id, CAST(r.{own} AS TEXT), '{parent}' FROM {{rows}} r
     WHERE r.{own} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {parent} p WHERE p.{key} = r.{own})"""

RULES = (
    *(
        Rule(
            "F2",
            record,
            "is of the item with id {}, but its line of the item with id {}",
            _OF_OTHER_GOODS.format(row=row, line=line, key=key),
            places=0,
        )
        for record, row, line, key in (
            ("stock ledger row", "stock_ledger", "invoice_lines", "invoice_line_id"),
            ("stock ledger row", "stock_ledger", "receiving_lines", "receiving_line_id"),
            ("stock ledger row", "stock_ledger", "stock_count_items", "count_item_id"),
            ("stock ledger row", "stock_ledger", "vendor_return_lines", "vendor_return_line_id"),
            ("cost", "item_costs", "receiving_lines", "receiving_line_id"),
            ("receiving line", "receiving_lines", "purchase_order_lines", "purchase_order_line_id"),
            ("line of a return to a vendor", "vendor_return_lines", "receiving_lines", "receiving_line_id"),
            ("line of a return to a vendor", "vendor_return_lines", "backorders", "backorder_id"),
        )
    ),
    *(
        Rule(
            "F2",
            "backorder",
            "is of the item with id {}, but a delivery of the item with id {} was set to it",
            _EVENT_GOODS.format(row=row, line="receiving_lines", key="receiving_line_id"),
            places=0,
        )
        for row in ("backorder_events", "receiving_settings")
    ),
    Rule(
        "F2",
        "stock ledger row",
        "is of the item with id {}, but the line that it corrects of the item with id {}",
        """SELECT r.id, NULL, r.item_id, l.item_id FROM stock_ledger r
             JOIN receiving_correction_lines c ON c.id = r.correction_line_id
             JOIN receiving_lines l ON l.id = c.receiving_line_id WHERE r.item_id <> l.item_id""",
        places=0,
    ),
    Rule(
        "F2",
        "backorder",
        "is of the item with id {}, but waits for an order of the item with id {}",
        """SELECT b.id, b.number, b.item_id, o.item_id FROM awaited_orders w
             JOIN backorders b ON b.source_line_id = w.line_id
             JOIN purchase_order_lines o ON o.id = w.order_line_id WHERE o.item_id <> b.item_id""",
        places=0,
    ),
    Rule(
        "F2",
        "receiving log",
        "is of the purchase order with id {}, but a line of the one with id {}",
        """SELECT g.id, g.number, g.purchase_order_id, o.purchase_order_id FROM receiving_logs g
             JOIN receiving_lines l ON l.receiving_log_id = g.id
             JOIN purchase_order_lines o ON o.id = l.purchase_order_line_id
            WHERE COALESCE(g.purchase_order_id, 0) <> o.purchase_order_id""",
        places=0,
    ),
    Rule(
        "F2",
        "receiving correction",
        "corrects the log with id {}, but a line of the one with id {}",
        """SELECT k.id, k.number, k.receiving_log_id, l.receiving_log_id FROM receiving_corrections k
             JOIN receiving_correction_lines c ON c.correction_id = k.id
             JOIN receiving_lines l ON l.id = c.receiving_line_id WHERE l.receiving_log_id <> k.receiving_log_id""",
        places=0,
    ),
    Rule(
        "F2",
        "backorder",
        "is for the customer with id {}, but something happened to it on an invoice for the one with id {}",
        f"""SELECT b.id, b.number, b.customer_id, {_SURVIVING} FROM backorder_events e
             JOIN backorders b ON b.id = e.backorder_id JOIN invoices i ON i.id = e.invoice_id
            WHERE {_SURVIVING} <> b.customer_id""",  # noqa: S608 - text of this module
        places=0,
    ),
    Rule(
        "F2",
        "backorder",
        "was sold {} of on an invoice that is {} or has no line of it",
        """SELECT b.id, b.number, e.quantity, i.status FROM backorder_events e
             JOIN backorders b ON b.id = e.backorder_id JOIN invoices i ON i.id = e.invoice_id
            WHERE e.kind = 'sold'
              AND (i.status <> 'processed' OR NOT EXISTS (SELECT 1 FROM invoice_lines l
                    WHERE l.invoice_id = i.id AND l.fills_backorder_id = b.id))""",
        places=None,
    ),
    *(
        Rule(
            "F3",
            record,
            "is {}, but has {} lines",
            f"""SELECT d.id, d.number, d.status, '0' FROM {table} d
                 WHERE d.status IN ({statuses}) AND NOT EXISTS (SELECT 1 FROM {lines} l WHERE l.{key} = d.id)""",  # noqa: S608 - text of this module
            places=None,
        )
        for record, table, statuses, lines, key in (
            ("invoice", "invoices", "'processed'", "invoice_lines", "invoice_id"),
            ("purchase order", "purchase_orders", "'processed', 'closed'", "purchase_order_lines", "purchase_order_id"),
            ("receiving log", "receiving_logs", "'posted'", "receiving_lines", "receiving_log_id"),
            ("special order", "special_orders", "'posted'", "special_order_lines", "special_order_id"),
            ("vendor return", "vendor_returns", "'posted'", "vendor_return_lines", "vendor_return_id"),
        )
    ),
    Rule(
        "B9",
        "backorder",
        "was promised at {}, but the line that fills it was begun at {}",
        """SELECT b.id, b.number, b.unit_price, l.list_price FROM backorders b
             JOIN invoice_lines l ON l.fills_backorder_id = b.id JOIN invoice_lines s ON s.id = b.source_line_id
            WHERE l.list_price NOT IN (b.unit_price, s.list_price)""",
        places=money_places,
    ),
    Rule(
        "B9",
        "backorder",
        "was promised at {}, but the line that fills it charges {}, and the audit does not say who changed the price",
        """SELECT b.id, b.number, b.unit_price, l.unit_price FROM backorders b
             JOIN invoice_lines l ON l.fills_backorder_id = b.id
            WHERE l.unit_price <> b.unit_price
              AND NOT EXISTS (SELECT 1 FROM audit_events e
                               WHERE e.record_kind = 'invoice' AND e.action = 'change price'
                                 AND (e.record_id = l.invoice_id
                                      OR e.record_id IN (SELECT p.held_id FROM picked_lines p WHERE p.line_id = l.id))
                                 AND e.before LIKE '%"line": ' || CAST(l.id AS TEXT) || ',%')""",
        places=money_places,
    ),
)


def dangling(connection: sa.Connection, newest: int | None = None) -> Iterator[Violation]:
    """F1: look for every key that names a row which is not there.

    Args:
        connection: The shop.
        newest: Of how many of the newest rows of a table; None for all.
    """
    for table, select in _selects_of_keys():
        of_rows = f"(SELECT * FROM {table} ORDER BY id DESC LIMIT {int(newest)})" if newest else table  # noqa: S608 - our own names
        for column, record_id, value, parent in connection.exec_driver_sql(select.format(rows=of_rows)):
            problem = f"its {column} names {value} of {parent}, which is not there"
            yield Violation("F1", table, record_id, str(record_id), problem)


@cache
def _selects_of_keys() -> tuple[tuple[str, str], ...]:
    """Write for each table one SELECT of all its keys that point nowhere; ``{rows}`` are those that are looked at."""
    written = []
    for table in Base.metadata.sorted_tables:
        keys = sorted(table.foreign_keys, key=lambda key: key.parent.name)
        selects = [
            _NOWHERE.format(own=key.parent.name, parent=key.column.table.name, key=key.column.name) for key in keys
        ]
        if selects:
            written.append((table.name, " UNION ALL ".join(selects)))
    return tuple(written)
