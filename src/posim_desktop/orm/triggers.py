"""Triggers: a processed invoice never changes (D1), ledgers and the audit only grow (D4).

The migrations carry their own copy; a test holds the two against each other on both databases.
"""

import sqlalchemy as sa

from posim_desktop.orm.base import Base

APPEND_ONLY = ("stock_ledger", "backorder_events", "audit_events")
PARTS_OF_INVOICE = ("invoice_lines", "invoice_taxes", "tenders")
_PROCESSED = "processed invoices never change"
_GROWS = "rows here are only ever added"


def sqlite_triggers() -> list[str]:
    """Write the triggers as SQLite understands them."""
    written = [
        f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table}: {_GROWS}'); END"
        for table in APPEND_ONLY
        for verb in ("update", "delete")
    ]
    written += [
        f"CREATE TRIGGER invoices_keep_{verb} BEFORE {verb.upper()} ON invoices "
        f"WHEN OLD.status = 'processed' BEGIN SELECT RAISE(ABORT, '{_PROCESSED}'); END"
        for verb in ("update", "delete")
    ]
    for table in PARTS_OF_INVOICE:
        for verb, rows in (("insert", ("NEW",)), ("update", ("OLD", "NEW")), ("delete", ("OLD",))):
            posted = " OR ".join(
                f"EXISTS (SELECT 1 FROM invoices WHERE id = {row}.invoice_id AND status = 'processed')" for row in rows
            )
            written.append(
                f"CREATE TRIGGER {table}_keep_{verb} BEFORE {verb.upper()} ON {table} "
                f"WHEN {posted} BEGIN SELECT RAISE(ABORT, '{_PROCESSED}'); END"
            )
    return written


def postgresql_triggers() -> list[str]:
    """Write the triggers and their functions as PostgreSQL understands them."""
    written = [
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '%: {_GROWS}', TG_TABLE_NAME; END $$",
        "CREATE FUNCTION keep_processed_invoice() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN IF OLD.status = 'processed' THEN RAISE EXCEPTION '{_PROCESSED}'; END IF; "
        "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$",
        # The lock waits for a posting that is on its way, and then sees the invoice processed.
        "CREATE FUNCTION keep_part_of_processed_invoice() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ DECLARE standing text; BEGIN IF TG_OP <> 'INSERT' THEN "
        "SELECT status INTO standing FROM invoices WHERE id = OLD.invoice_id FOR KEY SHARE; "
        f"IF standing = 'processed' THEN RAISE EXCEPTION '{_PROCESSED}'; END IF; END IF; "
        "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; "
        "SELECT status INTO standing FROM invoices WHERE id = NEW.invoice_id FOR KEY SHARE; "
        f"IF standing = 'processed' THEN RAISE EXCEPTION '{_PROCESSED}'; END IF; RETURN NEW; END $$",
        "CREATE FUNCTION refuse_emptying() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '%: {_PROCESSED}', TG_TABLE_NAME; END $$",
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
    written.append(
        "CREATE TRIGGER invoices_keep BEFORE UPDATE OR DELETE ON invoices "
        "FOR EACH ROW EXECUTE FUNCTION keep_processed_invoice()"
    )
    written += [
        f"CREATE TRIGGER {table}_keep BEFORE INSERT OR UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION keep_part_of_processed_invoice()"
        for table in PARTS_OF_INVOICE
    ]
    written += [
        f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying()"
        for table in ("invoices", *PARTS_OF_INVOICE)
    ]
    return written


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
