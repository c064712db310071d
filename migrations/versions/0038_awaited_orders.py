"""B lines of working invoices can wait for goods that an order is to bring; so far none did."""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None

SQLITE = (
    (
        "CREATE TRIGGER awaited_orders_keep_insert BEFORE INSERT ON awaited_orders WHEN EXISTS (SELECT 1 FROM "
        "invoices WHERE id = NEW.invoice_id AND status = 'processed') BEGIN SELECT RAISE(ABORT, 'processed "
        "invoices never change'); END"
    ),
    (
        "CREATE TRIGGER awaited_orders_keep_update BEFORE UPDATE ON awaited_orders WHEN EXISTS (SELECT 1 FROM "
        "invoices WHERE id = OLD.invoice_id AND status = 'processed') OR EXISTS (SELECT 1 FROM invoices WHERE "
        "id = NEW.invoice_id AND status = 'processed') BEGIN SELECT RAISE(ABORT, 'processed invoices never "
        "change'); END"
    ),
    (
        "CREATE TRIGGER awaited_orders_keep_delete BEFORE DELETE ON awaited_orders WHEN EXISTS (SELECT 1 FROM "
        "invoices WHERE id = OLD.invoice_id AND status = 'processed') BEGIN SELECT RAISE(ABORT, 'processed "
        "invoices never change'); END"
    ),
    (
        "CREATE TRIGGER awaited_orders_not_replaced BEFORE INSERT ON awaited_orders WHEN EXISTS (SELECT 1 "
        "FROM awaited_orders WHERE ((awaited_orders.rowid = NEW.rowid) OR (awaited_orders.line_id = "
        "NEW.line_id)) AND EXISTS (SELECT 1 FROM invoices whole WHERE whole.id = awaited_orders.invoice_id "
        "AND whole.status = 'processed')) BEGIN SELECT RAISE(ABORT, 'processed invoices never change'); END"
    ),
    (
        "CREATE TRIGGER awaited_orders_not_replaced_by_update BEFORE UPDATE ON awaited_orders WHEN (OLD.rowid "
        "IS NOT NEW.rowid OR OLD.line_id IS NOT NEW.line_id) AND EXISTS (SELECT 1 FROM awaited_orders WHERE "
        "((awaited_orders.rowid = NEW.rowid) OR (awaited_orders.line_id = NEW.line_id)) AND "
        "awaited_orders.rowid <> OLD.rowid AND EXISTS (SELECT 1 FROM invoices whole WHERE whole.id = "
        "awaited_orders.invoice_id AND whole.status = 'processed')) BEGIN SELECT RAISE(ABORT, 'processed "
        "invoices never change'); END"
    ),
)

POSTGRESQL = (
    (
        "CREATE TRIGGER awaited_orders_keep BEFORE INSERT OR UPDATE OR DELETE ON awaited_orders FOR EACH ROW "
        "EXECUTE FUNCTION keep_part_of_invoices()"
    ),
    (
        "CREATE TRIGGER awaited_orders_no_truncate BEFORE TRUNCATE ON awaited_orders FOR EACH STATEMENT "
        "EXECUTE FUNCTION refuse_emptying()"
    ),
)


def upgrade() -> None:
    name = "awaited_orders"
    op.create_table(
        name,
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("invoice_id", sa.BigInteger(), nullable=False),
        sa.Column("line_id", sa.BigInteger(), nullable=False),
        sa.Column("order_line_id", sa.BigInteger(), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("quantity BETWEEN 1 AND 999999999", name=f"ck_{name}_quantity_range"),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoices.id"], name=f"fk_{name}_invoice_id"),
        sa.ForeignKeyConstraint(["line_id"], ["invoice_lines.id"], name=f"fk_{name}_line_id"),
        sa.ForeignKeyConstraint(["order_line_id"], ["purchase_order_lines.id"], name=f"fk_{name}_order_line_id"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.UniqueConstraint("line_id", name=f"uq_{name}_line_id"),
        sqlite_strict=True,
    )
    op.create_index(f"ix_{name}_invoice_id", name, ["invoice_id"])
    op.create_index(f"ix_{name}_order_line_id", name, ["order_line_id"])
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)
