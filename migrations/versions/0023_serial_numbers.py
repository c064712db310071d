"""Serial numbers: which items are asked for them, and the numbers on the lines of invoices and receiving logs.

So far no item was asked for any.
"""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

SQLITE = (
    (
        "CREATE TRIGGER invoice_serials_keep_insert BEFORE INSERT ON invoice_serials WHEN EXISTS (SELECT 1 "
        "FROM invoices WHERE id = NEW.invoice_id AND status = 'processed') BEGIN SELECT RAISE(ABORT, "
        "'processed invoices never change'); END"
    ),
    (
        "CREATE TRIGGER invoice_serials_keep_update BEFORE UPDATE ON invoice_serials WHEN EXISTS (SELECT 1 "
        "FROM invoices WHERE id = OLD.invoice_id AND status = 'processed') OR EXISTS (SELECT 1 FROM invoices "
        "WHERE id = NEW.invoice_id AND status = 'processed') BEGIN SELECT RAISE(ABORT, 'processed invoices "
        "never change'); END"
    ),
    (
        "CREATE TRIGGER invoice_serials_keep_delete BEFORE DELETE ON invoice_serials WHEN EXISTS (SELECT 1 "
        "FROM invoices WHERE id = OLD.invoice_id AND status = 'processed') BEGIN SELECT RAISE(ABORT, "
        "'processed invoices never change'); END"
    ),
    (
        "CREATE TRIGGER receiving_serials_keep_insert BEFORE INSERT ON receiving_serials WHEN EXISTS (SELECT "
        "1 FROM receiving_logs WHERE id = NEW.receiving_log_id AND status = 'posted') BEGIN SELECT "
        "RAISE(ABORT, 'posted receiving_logs never change'); END"
    ),
    (
        "CREATE TRIGGER receiving_serials_keep_update BEFORE UPDATE ON receiving_serials WHEN EXISTS (SELECT "
        "1 FROM receiving_logs WHERE id = OLD.receiving_log_id AND status = 'posted') OR EXISTS (SELECT 1 "
        "FROM receiving_logs WHERE id = NEW.receiving_log_id AND status = 'posted') BEGIN SELECT "
        "RAISE(ABORT, 'posted receiving_logs never change'); END"
    ),
    (
        "CREATE TRIGGER receiving_serials_keep_delete BEFORE DELETE ON receiving_serials WHEN EXISTS (SELECT "
        "1 FROM receiving_logs WHERE id = OLD.receiving_log_id AND status = 'posted') BEGIN SELECT "
        "RAISE(ABORT, 'posted receiving_logs never change'); END"
    ),
    (
        "CREATE TRIGGER invoice_serials_not_replaced BEFORE INSERT ON invoice_serials WHEN EXISTS (SELECT 1 "
        "FROM invoice_serials WHERE ((invoice_serials.rowid = NEW.rowid) OR (invoice_serials.line_id = "
        "NEW.line_id AND invoice_serials.form = NEW.form)) AND EXISTS (SELECT 1 FROM invoices whole WHERE "
        "whole.id = invoice_serials.invoice_id AND whole.status = 'processed')) BEGIN SELECT RAISE(ABORT, "
        "'processed invoices never change'); END"
    ),
    (
        "CREATE TRIGGER invoice_serials_not_replaced_by_update BEFORE UPDATE ON invoice_serials WHEN "
        "(OLD.rowid IS NOT NEW.rowid OR OLD.line_id IS NOT NEW.line_id OR OLD.form IS NOT NEW.form) AND "
        "EXISTS (SELECT 1 FROM invoice_serials WHERE ((invoice_serials.rowid = NEW.rowid) OR "
        "(invoice_serials.line_id = NEW.line_id AND invoice_serials.form = NEW.form)) AND "
        "invoice_serials.rowid <> OLD.rowid AND EXISTS (SELECT 1 FROM invoices whole WHERE whole.id = "
        "invoice_serials.invoice_id AND whole.status = 'processed')) BEGIN SELECT RAISE(ABORT, 'processed "
        "invoices never change'); END"
    ),
    (
        "CREATE TRIGGER receiving_serials_not_replaced BEFORE INSERT ON receiving_serials WHEN EXISTS "
        "(SELECT 1 FROM receiving_serials WHERE ((receiving_serials.rowid = NEW.rowid) OR "
        "(receiving_serials.line_id = NEW.line_id AND receiving_serials.form = NEW.form)) AND EXISTS (SELECT "
        "1 FROM receiving_logs whole WHERE whole.id = receiving_serials.receiving_log_id AND whole.status = "
        "'posted')) BEGIN SELECT RAISE(ABORT, 'posted receiving_logs never change'); END"
    ),
    (
        "CREATE TRIGGER receiving_serials_not_replaced_by_update BEFORE UPDATE ON receiving_serials WHEN "
        "(OLD.rowid IS NOT NEW.rowid OR OLD.line_id IS NOT NEW.line_id OR OLD.form IS NOT NEW.form) AND "
        "EXISTS (SELECT 1 FROM receiving_serials WHERE ((receiving_serials.rowid = NEW.rowid) OR "
        "(receiving_serials.line_id = NEW.line_id AND receiving_serials.form = NEW.form)) AND "
        "receiving_serials.rowid <> OLD.rowid AND EXISTS (SELECT 1 FROM receiving_logs whole WHERE whole.id "
        "= receiving_serials.receiving_log_id AND whole.status = 'posted')) BEGIN SELECT RAISE(ABORT, "
        "'posted receiving_logs never change'); END"
    ),
)

POSTGRESQL = (
    (
        "CREATE TRIGGER invoice_serials_keep BEFORE INSERT OR UPDATE OR DELETE ON invoice_serials FOR EACH "
        "ROW EXECUTE FUNCTION keep_part_of_invoices()"
    ),
    (
        "CREATE TRIGGER receiving_serials_keep BEFORE INSERT OR UPDATE OR DELETE ON receiving_serials FOR "
        "EACH ROW EXECUTE FUNCTION keep_part_of_receiving_logs()"
    ),
    (
        "CREATE TRIGGER invoice_serials_no_truncate BEFORE TRUNCATE ON invoice_serials FOR EACH STATEMENT "
        "EXECUTE FUNCTION refuse_emptying()"
    ),
    (
        "CREATE TRIGGER receiving_serials_no_truncate BEFORE TRUNCATE ON receiving_serials FOR EACH "
        "STATEMENT EXECUTE FUNCTION refuse_emptying()"
    ),
)


def upgrade() -> None:
    op.add_column("items", sa.Column("serials", sa.String(30), nullable=False, server_default="none"))
    with rebuilt("items") as items:
        items.create_check_constraint("ck_items_serials_known", "serials IN ('none', 'sale', 'receiving')")
        items.create_check_constraint("ck_items_serials_of_stock", "stocked OR serials <> 'receiving'")
    for table in ("invoice_lines", "receiving_lines"):
        op.add_column(table, sa.Column("serials_asked", sa.Boolean(), nullable=False, server_default=sa.false()))
    _create(
        "invoice_serials", "invoice_id", "invoices", "invoice_lines", sa.Column("vouched", sa.Boolean(), nullable=False)
    )
    _create("receiving_serials", "receiving_log_id", "receiving_logs", "receiving_lines")
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)


def _create(name: str, key: str, documents: str, lines: str, *besides: sa.Column[bool]) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column(key, sa.BigInteger(), nullable=False),
        sa.Column("line_id", sa.BigInteger(), nullable=False),
        sa.Column("serial", sa.String(40), nullable=False),
        sa.Column("form", sa.String(120), nullable=False),
        *besides,
        sa.ForeignKeyConstraint([key], [f"{documents}.id"], name=f"fk_{name}_{key}"),
        sa.ForeignKeyConstraint(["line_id"], [f"{lines}.id"], name=f"fk_{name}_line_id"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.UniqueConstraint("line_id", "form", name=f"uq_{name}_line_id_form"),
        sqlite_strict=True,
    )
    op.create_index(f"ix_{name}_{key}", name, [key])
    op.create_index(f"ix_{name}_form", name, ["form"])
