"""Triggers: a processed or posted document never changes (D1), ledgers and the audit only grow (D4).

And a program of another revision than the tables' writes nothing: each verb begins with a row of ``operations``.

The migrations carry their own copy; a test compares the two on both databases.
"""

from dataclasses import dataclass

import sqlalchemy as sa

from posim_desktop.orm.base import Base

APPEND_ONLY = ("stock_ledger", "backorder_events", "allocation_events", "audit_events", "receiving_settings")


@dataclass(frozen=True)
class Kept:
    """A document that never changes once its status is ``closed``, and the tables that are part of it."""

    table: str
    closed: str
    key: str
    parts: tuple[str, ...]

    @property
    def refusal(self) -> str:
        """What the database says when it refuses."""
        return f"{self.closed} {self.table} never change"


INVOICES = Kept("invoices", "processed", "invoice_id", ("invoice_lines", "invoice_taxes", "tenders"))
RECEIVING_LOGS = Kept("receiving_logs", "posted", "receiving_log_id", ("receiving_lines",))
DOCUMENTS = (INVOICES, RECEIVING_LOGS)
_GROWS = "rows here are only ever added"
_KEPT_WHOLE = "closed documents never change"
# Of a processed order only the progress of its lines changes: received, closed_short, still_open.
_ORDERED = "item_id, quantity, purchase_order_id"
_ORDER_REFUSAL = "processed purchase orders keep their lines"
UPGRADED = "This shop was upgraded by a newer version of the program. Close this program and install the newer version."
"""What the database says to a program of another revision, and the program to the person."""
# What was done under the key already is told again, whoever asks: it writes nothing.
_OF_OTHER_REVISION = (
    "NEW.revision IS {differs} (SELECT version_num FROM alembic_version) "
    "AND NOT EXISTS (SELECT 1 FROM operations WHERE key = NEW.key)"
)


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
    for verb, event in (("insert", "INSERT"), ("delete", "DELETE"), ("update", f"UPDATE OF {_ORDERED}")):
        row = "NEW" if verb == "insert" else "OLD"
        written.append(
            f"CREATE TRIGGER purchase_order_lines_keep_{verb} BEFORE {event} ON purchase_order_lines "
            f"WHEN EXISTS (SELECT 1 FROM purchase_orders WHERE id = {row}.purchase_order_id "
            f"AND status IN ('processed', 'closed')) BEGIN SELECT RAISE(ABORT, '{_ORDER_REFUSAL}'); END"
        )
    written.append(
        "CREATE TRIGGER operations_of_this_revision BEFORE INSERT ON operations "
        f"WHEN {_OF_OTHER_REVISION.format(differs='NOT')} BEGIN SELECT RAISE(ABORT, '{UPGRADED}'); END"
    )
    return written


def _sqlite_keeps(kept: Kept) -> list[str]:
    written = [
        f"CREATE TRIGGER {kept.table}_keep_{verb} BEFORE {verb.upper()} ON {kept.table} "
        f"WHEN OLD.status = '{kept.closed}' BEGIN SELECT RAISE(ABORT, '{kept.refusal}'); END"
        for verb in ("update", "delete")
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
        f"CREATE TRIGGER purchase_order_lines_keep BEFORE INSERT OR DELETE OR UPDATE OF {_ORDERED} "
        "ON purchase_order_lines FOR EACH ROW EXECUTE FUNCTION keep_part_of_purchase_orders()",
    ]
    emptied = [table for kept in DOCUMENTS for table in (kept.table, *kept.parts)]
    written += [
        f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying()"
        for table in (*emptied, "purchase_orders", "purchase_order_lines")
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
    return written


def _postgresql_keeps(kept: Kept) -> list[str]:
    return [
        f"CREATE FUNCTION keep_{kept.table}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN IF OLD.status = '{kept.closed}' THEN RAISE EXCEPTION '{kept.refusal}'; END IF; "
        "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$",
        _part_function(kept.table, kept.key, f"'{kept.closed}'", kept.refusal),
        f"CREATE TRIGGER {kept.table}_keep BEFORE UPDATE OR DELETE ON {kept.table} "
        f"FOR EACH ROW EXECUTE FUNCTION keep_{kept.table}()",
        *(
            f"CREATE TRIGGER {part}_keep BEFORE INSERT OR UPDATE OR DELETE ON {part} "
            f"FOR EACH ROW EXECUTE FUNCTION keep_part_of_{kept.table}()"
            for part in kept.parts
        ),
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
