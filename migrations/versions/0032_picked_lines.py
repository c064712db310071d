"""Goods of several deliveries are picked up in one go: an invoice names lines of others. And where goods lie.

So far no invoice named any, and nobody had written down where goods lie.
"""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0027"
branch_labels = None
depends_on = None

SQLITE = (
    (
        "CREATE TRIGGER picked_lines_keep_insert BEFORE INSERT ON picked_lines WHEN EXISTS (SELECT 1 FROM invoices "
        "WHERE id = NEW.invoice_id AND status = 'processed') BEGIN SELECT RAISE(ABORT, 'processed invoices never "
        "change'); END"
    ),
    (
        "CREATE TRIGGER picked_lines_keep_update BEFORE UPDATE ON picked_lines WHEN EXISTS (SELECT 1 FROM invoices "
        "WHERE id = OLD.invoice_id AND status = 'processed') OR EXISTS (SELECT 1 FROM invoices WHERE id = "
        "NEW.invoice_id AND status = 'processed') BEGIN SELECT RAISE(ABORT, 'processed invoices never change'); END"
    ),
    (
        "CREATE TRIGGER picked_lines_keep_delete BEFORE DELETE ON picked_lines WHEN EXISTS (SELECT 1 FROM invoices "
        "WHERE id = OLD.invoice_id AND status = 'processed') BEGIN SELECT RAISE(ABORT, 'processed invoices never "
        "change'); END"
    ),
    (
        "CREATE TRIGGER picked_lines_not_replaced BEFORE INSERT ON picked_lines WHEN EXISTS (SELECT 1 FROM "
        "picked_lines WHERE ((picked_lines.rowid = NEW.rowid) OR (picked_lines.invoice_id = NEW.invoice_id AND "
        "picked_lines.line_id = NEW.line_id)) AND EXISTS (SELECT 1 FROM invoices whole WHERE whole.id = "
        "picked_lines.invoice_id AND whole.status = 'processed')) BEGIN SELECT RAISE(ABORT, 'processed invoices "
        "never change'); END"
    ),
    (
        "CREATE TRIGGER picked_lines_not_replaced_by_update BEFORE UPDATE ON picked_lines WHEN (OLD.rowid IS NOT "
        "NEW.rowid OR OLD.invoice_id IS NOT NEW.invoice_id OR OLD.line_id IS NOT NEW.line_id) AND EXISTS (SELECT 1 "
        "FROM picked_lines WHERE ((picked_lines.rowid = NEW.rowid) OR (picked_lines.invoice_id = NEW.invoice_id AND "
        "picked_lines.line_id = NEW.line_id)) AND picked_lines.rowid <> OLD.rowid AND EXISTS (SELECT 1 FROM invoices "
        "whole WHERE whole.id = picked_lines.invoice_id AND whole.status = 'processed')) BEGIN SELECT RAISE(ABORT, "
        "'processed invoices never change'); END"
    ),
)

POSTGRESQL = (
    (
        "CREATE TRIGGER picked_lines_keep BEFORE INSERT OR UPDATE OR DELETE ON picked_lines FOR EACH ROW EXECUTE "
        "FUNCTION keep_part_of_invoices()"
    ),
    (
        "CREATE TRIGGER picked_lines_no_truncate BEFORE TRUNCATE ON picked_lines FOR EACH STATEMENT EXECUTE FUNCTION "
        "refuse_emptying()"
    ),
)


def upgrade() -> None:
    op.add_column("invoices", sa.Column("storage_place", sa.String(40), nullable=False, server_default=""))
    op.create_table(
        "picked_lines",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("invoice_id", sa.BigInteger(), nullable=False),
        sa.Column("line_id", sa.BigInteger(), nullable=False),
        sa.Column("held_id", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("held_id <> invoice_id", name="ck_picked_lines_held_on_another"),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoices.id"], name="fk_picked_lines_invoice_id"),
        sa.ForeignKeyConstraint(["line_id"], ["invoice_lines.id"], name="fk_picked_lines_line_id"),
        sa.ForeignKeyConstraint(["held_id"], ["invoices.id"], name="fk_picked_lines_held_id"),
        sa.PrimaryKeyConstraint("id", name="pk_picked_lines"),
        sa.UniqueConstraint("invoice_id", "line_id", name="uq_picked_lines_invoice_id_line_id"),
        sqlite_strict=True,
    )
    op.create_index("ix_picked_lines_line_id", "picked_lines", ["line_id"])
    op.create_index("ix_picked_lines_held_id", "picked_lines", ["held_id"])
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)
