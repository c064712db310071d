"""Triggers: a processed or posted document never changes (D1), ledgers and the audit only grow (D4).

No more of a sold line comes back than was sold (X1), and only of the sale that the invoice names.

What a backorder promises to whom, what a posted order ordered from whom, and what was done under a key stay as they
are, and no running number goes down. SQLite's REPLACE fires no trigger for the rows it takes away, so a row that is
kept must not be met by a new one either. And a program of another revision than the tables' writes nothing: each verb
begins with a row of ``operations``. A shop is for practice from its first row on, or never.

The migrations carry their own copy; a test compares the two on both databases.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

import sqlalchemy as sa

from posim_desktop.orm.base import Base

APPEND_ONLY = (
    *("stock_ledger", "backorder_events", "allocation_events", "audit_events", "receiving_settings"),
    "customer_money",
    "freed_goods",
    "order_changes",
    "price_words",
    *("item_costs", "receiving_corrections", "receiving_correction_lines"),
    *("receiving_correction_backs", "receiving_correction_serials"),
    "vendor_credits",
    "drawer_rows",
    "skipped_numbers",
)


@dataclass(frozen=True)
class Kept:
    """A document that never changes once its status is ``closed``, and the tables that are part of it."""

    table: str
    closed: str
    key: str
    parts: tuple[str, ...]
    forgotten: tuple[str, ...] = ()
    """What goes blank, and nothing else does, once the card of its customer says that they are forgotten."""

    @property
    def refusal(self) -> str:
        """What the database says when it refuses."""
        return f"{self.closed} {self.table} never change"

    def is_forgetting(self, differs: str) -> str:
        """Write whether an update only takes away what is forgotten, in the words of a database; blank for never."""
        if not self.forgotten:
            return ""
        kept = [name for name in Base.metadata.tables[self.table].columns.keys() if name not in self.forgotten]  # noqa: SIM118 - a collection of columns
        return " AND ".join(
            [f"NEW.{name} = ''" for name in self.forgotten]
            + ["NOT (" + " OR ".join(f"OLD.{name} {differs} NEW.{name}" for name in kept) + ")"]
            + ["EXISTS (SELECT 1 FROM customers WHERE id = OLD.customer_id AND forgotten_at IS NOT NULL)"]
        )


INVOICES = Kept(
    "invoices",
    "processed",
    "invoice_id",
    (
        "invoice_lines",
        "invoice_taxes",
        "tenders",
        "line_approvals",
        "invoice_serials",
        "picked_lines",
        "awaited_orders",
    ),
)
RECEIVING_LOGS = Kept("receiving_logs", "posted", "receiving_log_id", ("receiving_lines", "receiving_serials"))
SPECIAL_ORDERS = Kept(
    "special_orders",
    "posted",
    "special_order_id",
    ("special_order_lines",),
    forgotten=("reach", "customer_order", "note", "search_text"),
)
STOCK_COUNTS = Kept(
    "stock_counts",
    "posted",
    "stock_count_id",
    ("stock_count_items", "stock_count_parts", "stock_count_held", "stock_count_strays"),
)
VENDOR_RETURNS = Kept("vendor_returns", "posted", "vendor_return_id", ("vendor_return_lines", "vendor_return_serials"))
DAYS = Kept("drawer_days", "closed", "day_id", ())
DOCUMENTS = (INVOICES, RECEIVING_LOGS, SPECIAL_ORDERS, STOCK_COUNTS, VENDOR_RETURNS, DAYS)
_WAS_SENT = "{row}.status IN ('processed', 'closed')"


@dataclass(frozen=True)
class Fixed:
    """What stays of a row that goes on changing; such a row is never deleted.

    Attributes:
        table: The table.
        since: From when on, of the ``{row}``.
        columns: What never changes then.
        besides: What else must not happen, of ``OLD`` and ``NEW``; ``{differs}`` is the database's word for it.
        refusal: What the database says when it refuses.
    """

    table: str
    since: str
    columns: tuple[str, ...]
    besides: str
    refusal: str

    def changed(self, differs: str) -> str:
        """Write whether something changed that stays, in the words of a database."""
        besides = self.besides.format(differs=differs)
        return " OR ".join([f"OLD.{name} {differs} NEW.{name}" for name in self.columns] + [besides])


FIXED = (
    Fixed(
        "purchase_orders",
        _WAS_SENT,
        ("id", "number", "vendor_id", "employee_id", "workstation", "created_at", "processed_at"),
        f"NOT {_WAS_SENT.format(row='NEW')}",
        "processed purchase orders keep their heads",
    ),
    Fixed(
        "backorders",
        "TRUE",
        (
            *("id", "number", "source_line_id", "item_id", "ordered"),
            *("unit_price", "discount", "tax_code_id", "created_at", "wanted_at"),
        ),
        # Only along the cards of one and the same customer.
        "OLD.customer_id {differs} NEW.customer_id AND NEW.customer_id {differs} "
        "(SELECT merged_into FROM customers WHERE id = OLD.customer_id)",
        "backorders keep their customer and quantity",
    ),
    Fixed(
        "wants",
        "TRUE",
        ("id", "employee_id", "wanted_at"),
        "OLD.customer_id {differs} NEW.customer_id AND NEW.customer_id {differs} "
        "(SELECT merged_into FROM customers WHERE id = OLD.customer_id) "
        "OR OLD.dropped_at IS NOT NULL AND NEW.dropped_at {differs} OLD.dropped_at",
        "wants keep their customer and date",
    ),
    Fixed(
        "operations",
        "{row}.changes <> ''",
        ("id", "key", "fingerprint", "employee_id", "workstation", "result", "changes", "at", "revision"),
        "FALSE",
        "finished operations never change",
    ),
    Fixed(
        "approvals",
        "TRUE",
        ("id", "operation", "content", "permission", "extent", "quantity", "approver_id", "employee_id", "at"),
        "OLD.used AND NOT NEW.used",
        "approvals never change",
    ),
    Fixed(
        "preferences",
        "{row}.name IN ('decimals', 'practice')",
        ("name", "value"),
        "FALSE",
        "the decimals of money never change, nor that a shop is for practice",
    ),
    Fixed(
        "backups",
        "TRUE",
        ("id", "begun_at", "occasion", "workstation", "employee_id"),
        "OLD.state <> 'running'",
        "backups that ended never change",
    ),
    Fixed("counters", "TRUE", ("name",), "NEW.value < OLD.value", "running numbers never go down"),
)
_GROWS = "rows here are only ever added"
_KEPT_WHOLE = "closed documents never change"
# Of a processed order only the progress of its lines changes: received, closed_short, still_open. What it orders
# besides, and at what cost, is what the rows of its changes say; a line that they add ordered nothing at first. The
# cost of a pack goes when that of a unit changes.
_ORDERED = (
    *("id", "purchase_order_id", "position", "item_id", "vendor_item_number", "description", "quantity"),
    *("pack_quantity", "pack_unit", "unit"),
)
_ADDED = "NEW.quantity = 0 AND NEW.changed = 0 AND NEW.received = 0 AND NEW.closed_short = 0"
_CHANGED_OTHERWISE = (
    "OLD.changed <> NEW.changed AND NEW.changed <> "
    "(SELECT COALESCE(SUM(quantity), 0) FROM order_changes WHERE purchase_order_line_id = NEW.id) "
    "OR OLD.cost <> NEW.cost AND NOT EXISTS (SELECT 1 FROM order_changes c WHERE c.cost_after = NEW.cost AND c.id = "
    "(SELECT MAX(id) FROM order_changes WHERE purchase_order_line_id = NEW.id AND kind = 'cost')) "
    "OR COALESCE(OLD.pack_cost, -1) <> COALESCE(NEW.pack_cost, -1) "
    "AND (NEW.pack_cost IS NOT NULL OR OLD.cost = NEW.cost)"
)
_ORDER_REFUSAL = "processed purchase orders keep their lines"
_ORDER_WAS_SENT = "EXISTS (SELECT 1 FROM purchase_orders WHERE id {order} AND status IN ('processed', 'closed'))"
UPGRADED = "This shop was upgraded by a newer version of the program. Close this program and install the newer version."
"""What the database says to a program of another revision, and the program to the person."""
# What was done under the key already is told again, whoever asks: it writes nothing.
_OF_OTHER_REVISION = (
    "NEW.revision IS {differs} (SELECT version_num FROM alembic_version) "
    "AND NOT EXISTS (SELECT 1 FROM operations WHERE key = NEW.key)"
)

_MORE_BACK = "what comes back was not sold, or came back before"
# The sale named by the invoice, the goods of the line, and no more of them than it sold.
_COMES_BACK_WRONGLY = (
    "EXISTS (SELECT 1 FROM invoice_lines r JOIN invoice_lines s ON s.id = r.returns_line_id "
    "JOIN invoices sale ON sale.id = s.invoice_id WHERE r.invoice_id = NEW.id AND (s.trans_code <> 'S' "
    "OR s.item_id <> r.item_id OR sale.status <> 'processed' OR NEW.returns_invoice_id IS NULL "
    "OR NEW.returns_invoice_id <> sale.id OR s.quantity < (SELECT SUM(o.quantity) FROM invoice_lines o "
    "JOIN invoices v ON v.id = o.invoice_id WHERE o.returns_line_id = s.id "
    "AND (v.status = 'processed' OR v.id = NEW.id))))"
)
_DAY_IS_OVER = "nothing is written into a day that is counted or closed"
# What moves money goes only into a day that is open; what a day says of its own end comes after that.
_INTO_DAYS = {
    "drawer_rows": "NEW.kind IN ('tender', 'change', 'given back', 'paid in', 'paid out', 'drop')",
    "tenders": "NEW.day_id IS NOT NULL",
    "customer_money": "NEW.day_id IS NOT NULL",
}
_IS_OPEN = "EXISTS (SELECT 1 FROM drawer_days WHERE id = NEW.day_id AND status = 'open')"
_NOT_FOR_PRACTICE = "only a new shop in a file is for practice"
_IS_POSTED = "OLD.status <> 'processed' AND NEW.status = 'processed'"


def sqlite_triggers() -> list[str]:
    """Write the triggers as SQLite understands them."""
    written = [
        f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table}: {_GROWS}'); END"
        for table in APPEND_ONLY
        for verb in ("update", "delete")
    ]
    for kept in DOCUMENTS:
        written += _sqlite_keeps(kept)
    for fixed in FIXED:
        written += _sqlite_fixes(fixed)
    for table, condition, refusal in _not_replaced():
        written += _sqlite_not_replaced(table, condition, refusal)
    ordered = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in _ORDERED)
    for verb, condition in (
        ("insert", f"NOT ({_ADDED}) AND {_ORDER_WAS_SENT.format(order='= NEW.purchase_order_id')}"),
        ("delete", _ORDER_WAS_SENT.format(order="= OLD.purchase_order_id")),
        (
            "update",
            f"({ordered} OR {_CHANGED_OTHERWISE}) AND "
            f"{_ORDER_WAS_SENT.format(order='IN (OLD.purchase_order_id, NEW.purchase_order_id)')}",
        ),
    ):
        written.append(
            f"CREATE TRIGGER purchase_order_lines_keep_{verb} BEFORE {verb.upper()} ON purchase_order_lines "
            f"WHEN {condition} BEGIN SELECT RAISE(ABORT, '{_ORDER_REFUSAL}'); END"
        )
    written.append(
        f"CREATE TRIGGER invoices_give_back_what_was_sold BEFORE UPDATE OF status ON invoices WHEN {_IS_POSTED} "
        f"AND {_COMES_BACK_WRONGLY} BEGIN SELECT RAISE(ABORT, '{_MORE_BACK}'); END"
    )
    refused = f"BEGIN SELECT RAISE(ABORT, '{_DAY_IS_OVER}'); END"
    written += [
        f"CREATE TRIGGER {table}_of_open_day BEFORE INSERT ON {table} WHEN {moves} AND NOT {_IS_OPEN} {refused}"
        for table, moves in _INTO_DAYS.items()
    ]
    written.append(
        f"CREATE TRIGGER invoices_of_open_day BEFORE UPDATE OF status ON invoices WHEN {_IS_POSTED} "
        f"AND NEW.day_id IS NOT NULL AND NOT {_IS_OPEN} {refused}"
    )
    written.append(
        "CREATE TRIGGER operations_of_this_revision BEFORE INSERT ON operations "
        f"WHEN {_OF_OTHER_REVISION.format(differs='NOT')} BEGIN SELECT RAISE(ABORT, '{UPGRADED}'); END"
    )
    written += [
        f"CREATE TRIGGER preferences_not_for_practice_by_{verb} BEFORE {verb.upper()} ON preferences "
        f"WHEN NEW.name = 'practice' AND {condition} BEGIN SELECT RAISE(ABORT, '{_NOT_FOR_PRACTICE}'); END"
        for verb, condition in (
            ("insert", "EXISTS (SELECT 1 FROM operations)"),
            ("update", "OLD.name <> 'practice'"),
        )
    ]
    return written


def _sqlite_keeps(kept: Kept) -> list[str]:
    forgets = kept.is_forgetting("IS NOT")
    written = [
        f"CREATE TRIGGER {kept.table}_keep_{verb} BEFORE {verb.upper()} ON {kept.table} "
        f"WHEN OLD.status = '{kept.closed}'{unless} BEGIN SELECT RAISE(ABORT, '{kept.refusal}'); END"
        for verb, unless in (("update", f" AND NOT ({forgets})" if forgets else ""), ("delete", ""))
    ]
    for part in kept.parts:
        for verb, rows in (("insert", ("NEW",)), ("update", ("OLD", "NEW")), ("delete", ("OLD",))):
            closed = " OR ".join(
                f"EXISTS (SELECT 1 FROM {kept.table} WHERE id = {row}.{kept.key} AND status = '{kept.closed}')"
                for row in rows
            )
            written.append(
                f"CREATE TRIGGER {part}_keep_{verb} BEFORE {verb.upper()} ON {part} "
                f"WHEN {closed} BEGIN SELECT RAISE(ABORT, '{kept.refusal}'); END"
            )
    return written


def _sqlite_fixes(fixed: Fixed) -> list[str]:
    since = fixed.since.format(row="OLD")
    return [
        f"CREATE TRIGGER {fixed.table}_fixed_{verb} BEFORE {verb.upper()} ON {fixed.table} "
        f"WHEN {condition} BEGIN SELECT RAISE(ABORT, '{fixed.refusal}'); END"
        for verb, condition in (("update", f"{since} AND ({fixed.changed('IS NOT')})"), ("delete", since))
    ]


def _not_replaced() -> Iterator[tuple[str, str, str]]:
    """Give the tables with rows that are kept: the table, which of its rows, and what is said of them."""
    for table in APPEND_ONLY:
        yield table, "TRUE", f"{table}: {_GROWS}"
    for kept in DOCUMENTS:
        yield kept.table, f"status = '{kept.closed}'", kept.refusal
        for part in kept.parts:
            closed = f"SELECT 1 FROM {kept.table} whole WHERE whole.id = {part}.{kept.key}"
            yield part, f"EXISTS ({closed} AND whole.status = '{kept.closed}')", kept.refusal
    for fixed in FIXED:
        yield fixed.table, fixed.since.format(row=fixed.table), fixed.refusal
    sent = f"SELECT 1 FROM purchase_orders whole WHERE whole.id = purchase_order_id AND {_WAS_SENT.format(row='whole')}"
    yield "purchase_order_lines", f"EXISTS ({sent})", _ORDER_REFUSAL


def _sqlite_not_replaced(table: str, kept: str, refusal: str) -> list[str]:
    keys = _keys(table)
    met = " OR ".join("(" + " AND ".join(f"{table}.{name} = NEW.{name}" for name in key) + ")" for key in keys)
    # Not UPDATE OF these: that hears nothing of a row's number by the names SQLite gives it, rowid among them.
    changed = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in dict.fromkeys(chain.from_iterable(keys)))
    refused = f"BEGIN SELECT RAISE(ABORT, '{refusal}'); END"
    return [
        f"CREATE TRIGGER {table}_not_replaced BEFORE INSERT ON {table} "
        f"WHEN EXISTS (SELECT 1 FROM {table} WHERE ({met}) AND {kept}) {refused}",
        f"CREATE TRIGGER {table}_not_replaced_by_update BEFORE UPDATE ON {table} "
        f"WHEN ({changed}) AND EXISTS "
        f"(SELECT 1 FROM {table} WHERE ({met}) AND {table}.rowid <> OLD.rowid AND {kept}) {refused}",
    ]


def _keys(table: str) -> list[tuple[str, ...]]:
    """List what is unique in a table: first the number that SQLite gives each row, mostly its primary key."""
    described = Base.metadata.tables[table]
    keys: list[tuple[str, ...]] = [("rowid",)]
    primary = tuple(described.primary_key.columns.keys())
    if primary != ("id",):
        keys.append(primary)
    unique = [part for part in described.constraints if isinstance(part, sa.UniqueConstraint)]
    keys += [tuple(part.columns.keys()) for part in unique]
    return [keys[0], *sorted(keys[1:])]


def postgresql_triggers() -> list[str]:
    """Write the triggers and their functions as PostgreSQL understands them."""
    written = [
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '%: {_GROWS}', TG_TABLE_NAME; END $$",
        "CREATE FUNCTION refuse_emptying() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '%: {_KEPT_WHOLE}', TG_TABLE_NAME; END $$",
    ]
    written += [
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        for table in APPEND_ONLY
    ]
    written += [
        f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        for table in APPEND_ONLY
    ]
    for kept in DOCUMENTS:
        written += _postgresql_keeps(kept)
    written += [
        _part_function("purchase_orders", "purchase_order_id", "'processed', 'closed'", _ORDER_REFUSAL),
        f"CREATE TRIGGER purchase_order_lines_keep BEFORE DELETE OR UPDATE OF {', '.join(_ORDERED)} "
        "ON purchase_order_lines FOR EACH ROW EXECUTE FUNCTION keep_part_of_purchase_orders()",
        "CREATE TRIGGER purchase_order_lines_added BEFORE INSERT ON purchase_order_lines FOR EACH ROW "
        f"WHEN (NOT ({_ADDED})) EXECUTE FUNCTION keep_part_of_purchase_orders()",
        "CREATE FUNCTION follow_order_changes() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN PERFORM 1 FROM purchase_orders WHERE id = NEW.purchase_order_id FOR KEY SHARE; "
        f"IF ({_CHANGED_OTHERWISE}) AND {_ORDER_WAS_SENT.format(order='= NEW.purchase_order_id')} "
        f"THEN RAISE EXCEPTION '{_ORDER_REFUSAL}'; END IF; RETURN NEW; END $$",
        "CREATE TRIGGER purchase_order_lines_changed BEFORE UPDATE OF changed, cost, pack_cost "
        "ON purchase_order_lines FOR EACH ROW EXECUTE FUNCTION follow_order_changes()",
    ]
    for fixed in FIXED:
        written += _postgresql_fixes(fixed)
    emptied = [table for kept in DOCUMENTS for table in (kept.table, *kept.parts)]
    emptied += [fixed.table for fixed in FIXED]
    written += [
        f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying()"
        for table in (*emptied, "purchase_order_lines")
    ]
    # Who posts another return of the same lines waits for the one in progress and then counts it, too.
    written += [
        "CREATE FUNCTION refuse_more_back() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN IF {_IS_POSTED} THEN "
        "IF NEW.returns_invoice_id IS NOT NULL THEN PERFORM 1 FROM invoice_lines WHERE id IN "
        "(SELECT returns_line_id FROM invoice_lines WHERE invoice_id = NEW.id) ORDER BY id FOR NO KEY UPDATE; END IF; "
        f"IF {_COMES_BACK_WRONGLY} THEN RAISE EXCEPTION '{_MORE_BACK}'; END IF; END IF; RETURN NEW; END $$",
        "CREATE TRIGGER invoices_give_back_what_was_sold BEFORE UPDATE OF status ON invoices "
        "FOR EACH ROW EXECUTE FUNCTION refuse_more_back()",
    ]
    written += [
        "CREATE FUNCTION refuse_day_that_is_over() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN IF NOT {_IS_OPEN} THEN RAISE EXCEPTION '{_DAY_IS_OVER}'; END IF; RETURN NEW; END $$",
        *(
            f"CREATE TRIGGER {table}_of_open_day BEFORE INSERT ON {table} FOR EACH ROW "
            f"WHEN ({moves}) EXECUTE FUNCTION refuse_day_that_is_over()"
            for table, moves in _INTO_DAYS.items()
        ),
        "CREATE TRIGGER invoices_of_open_day BEFORE UPDATE OF status ON invoices FOR EACH ROW "
        f"WHEN ({_IS_POSTED} AND NEW.day_id IS NOT NULL) EXECUTE FUNCTION refuse_day_that_is_over()",
    ]
    # The state is one that drivers take for trouble of the database, which every revision of the program can tell.
    written += [
        "CREATE FUNCTION refuse_other_revision() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN IF {_OF_OTHER_REVISION.format(differs='DISTINCT FROM')} "
        f"THEN RAISE EXCEPTION '{UPGRADED}' USING ERRCODE = 'object_not_in_prerequisite_state'; END IF; "
        "RETURN NEW; END $$",
        "CREATE TRIGGER operations_of_this_revision BEFORE INSERT ON operations "
        "FOR EACH ROW EXECUTE FUNCTION refuse_other_revision()",
    ]
    written += [
        "CREATE FUNCTION refuse_practice() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{_NOT_FOR_PRACTICE}'; END $$",
        "CREATE TRIGGER preferences_not_for_practice BEFORE INSERT OR UPDATE ON preferences "
        "FOR EACH ROW WHEN (NEW.name = 'practice') EXECUTE FUNCTION refuse_practice()",
    ]
    return written


def _postgresql_keeps(kept: Kept) -> list[str]:
    forgets = kept.is_forgetting("IS DISTINCT FROM")
    forgotten = f"IF TG_OP = 'UPDATE' THEN IF {forgets} THEN RETURN NEW; END IF; END IF; " if forgets else ""
    return [
        f"CREATE FUNCTION keep_{kept.table}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN {forgotten}IF OLD.status = '{kept.closed}' THEN RAISE EXCEPTION '{kept.refusal}'; END IF; "
        "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$",
        *([_part_function(kept.table, kept.key, f"'{kept.closed}'", kept.refusal)] if kept.parts else []),
        f"CREATE TRIGGER {kept.table}_keep BEFORE UPDATE OR DELETE ON {kept.table} "
        f"FOR EACH ROW EXECUTE FUNCTION keep_{kept.table}()",
        *(
            f"CREATE TRIGGER {part}_keep BEFORE INSERT OR UPDATE OR DELETE ON {part} "
            f"FOR EACH ROW EXECUTE FUNCTION keep_part_of_{kept.table}()"
            for part in kept.parts
        ),
    ]


def _postgresql_fixes(fixed: Fixed) -> list[str]:
    refused = f"THEN RAISE EXCEPTION '{fixed.refusal}'; END IF;"
    return [
        f"CREATE FUNCTION fix_{fixed.table}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN IF {fixed.since.format(row='OLD')} THEN IF TG_OP = 'DELETE' {refused} "
        f"IF {fixed.changed('IS DISTINCT FROM')} {refused} END IF; "
        "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$",
        f"CREATE TRIGGER {fixed.table}_fixed BEFORE UPDATE OR DELETE ON {fixed.table} "
        f"FOR EACH ROW EXECUTE FUNCTION fix_{fixed.table}()",
    ]


def _part_function(table: str, key: str, closed: str, refusal: str) -> str:
    # The lock waits for a posting in progress and then finds the document closed.
    standing = f"SELECT status INTO standing FROM {table} WHERE id = {{row}}.{key} FOR KEY SHARE; "
    refused = f"IF standing IN ({closed}) THEN RAISE EXCEPTION '{refusal}'; END IF; "
    return (
        f"CREATE FUNCTION keep_part_of_{table}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ DECLARE standing text; BEGIN IF TG_OP <> 'INSERT' THEN {standing.format(row='OLD')}{refused}END IF; "
        f"IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; {standing.format(row='NEW')}{refused}RETURN NEW; END $$"
    )


def sqlite_search() -> list[str]:
    """Write the trigram search tables of SQLite and the triggers that keep them."""
    written = []
    for table in SEARCHED:
        written += [
            f"CREATE VIRTUAL TABLE {table}_search USING fts5("
            f"search_text, content='{table}', content_rowid='id', tokenize='trigram')",
            f"CREATE TRIGGER {table}_search_insert AFTER INSERT ON {table} BEGIN "
            f"INSERT INTO {table}_search(rowid, search_text) VALUES (NEW.id, NEW.search_text); END",
            f"CREATE TRIGGER {table}_search_delete AFTER DELETE ON {table} BEGIN "
            f"INSERT INTO {table}_search({table}_search, rowid, search_text) "
            "VALUES ('delete', OLD.id, OLD.search_text); END",
            f"CREATE TRIGGER {table}_search_update AFTER UPDATE OF search_text ON {table} BEGIN "
            f"INSERT INTO {table}_search({table}_search, rowid, search_text) "
            "VALUES ('delete', OLD.id, OLD.search_text); "
            f"INSERT INTO {table}_search(rowid, search_text) VALUES (NEW.id, NEW.search_text); END",
        ]
    return written


def postgresql_search() -> list[str]:
    """Write the trigram indexes of PostgreSQL."""
    return ["CREATE EXTENSION IF NOT EXISTS pg_trgm"] + [
        f"CREATE INDEX ix_{table}_search ON {table} USING gin (search_text gin_trgm_ops)" for table in SEARCHED
    ]


SEARCHED = ("items", "customers")


@sa.event.listens_for(Base.metadata, "after_create")
def _create_triggers(_target: sa.MetaData, connection: sa.Connection, **_: object) -> None:
    if connection.dialect.name == "sqlite":
        written = sqlite_triggers() + sqlite_search()
    else:
        written = postgresql_triggers() + postgresql_search()
    for statement in written:
        connection.execute(sa.text(statement))  # text() doubles the % that psycopg would take for its own
