"""Approvals: what one person let another do, once, and who allowed what of an invoice line.

A line remembers what the card asked when it was made, and why more is taken off than usual. Discounts and returns of
before the upgrade were everybody's to give: they stand as allowed by whoever wrote the invoice.
"""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

SQLITE = (
    (
        "CREATE TRIGGER line_approvals_keep_insert BEFORE INSERT ON line_approvals WHEN EXISTS (SELECT 1 FROM"
        " invoices WHERE id = NEW.invoice_id AND status = 'processed') BEGIN SELECT RAISE(ABORT, 'processed "
        "invoices never change'); END"
    ),
    (
        "CREATE TRIGGER line_approvals_keep_update BEFORE UPDATE ON line_approvals WHEN EXISTS (SELECT 1 FROM"
        " invoices WHERE id = OLD.invoice_id AND status = 'processed') OR EXISTS (SELECT 1 FROM invoices "
        "WHERE id = NEW.invoice_id AND status = 'processed') BEGIN SELECT RAISE(ABORT, 'processed invoices "
        "never change'); END"
    ),
    (
        "CREATE TRIGGER line_approvals_keep_delete BEFORE DELETE ON line_approvals WHEN EXISTS (SELECT 1 FROM"
        " invoices WHERE id = OLD.invoice_id AND status = 'processed') BEGIN SELECT RAISE(ABORT, 'processed "
        "invoices never change'); END"
    ),
    (
        "CREATE TRIGGER approvals_fixed_update BEFORE UPDATE ON approvals WHEN TRUE AND (OLD.id IS NOT NEW.id"
        " OR OLD.operation IS NOT NEW.operation OR OLD.permission IS NOT NEW.permission OR OLD.extent IS NOT "
        "NEW.extent OR OLD.quantity IS NOT NEW.quantity OR OLD.approver_id IS NOT NEW.approver_id OR "
        "OLD.employee_id IS NOT NEW.employee_id OR OLD.at IS NOT NEW.at OR OLD.used AND NOT NEW.used) BEGIN "
        "SELECT RAISE(ABORT, 'approvals never change'); END"
    ),
    (
        "CREATE TRIGGER approvals_fixed_delete BEFORE DELETE ON approvals WHEN TRUE BEGIN SELECT RAISE(ABORT,"
        " 'approvals never change'); END"
    ),
    (
        "CREATE TRIGGER line_approvals_not_replaced BEFORE INSERT ON line_approvals WHEN EXISTS (SELECT 1 FROM "
        "line_approvals WHERE ((line_approvals.rowid = NEW.rowid)) AND EXISTS (SELECT 1 FROM invoices whole WHERE"
        " whole.id = line_approvals.invoice_id AND whole.status = 'processed')) BEGIN SELECT RAISE(ABORT, "
        "'processed invoices never change'); END"
    ),
    (
        "CREATE TRIGGER line_approvals_not_replaced_by_update BEFORE UPDATE ON line_approvals WHEN (OLD.rowid IS "
        "NOT NEW.rowid) AND EXISTS (SELECT 1 FROM line_approvals WHERE ((line_approvals.rowid = NEW.rowid)) AND "
        "line_approvals.rowid <> OLD.rowid AND EXISTS (SELECT 1 FROM invoices whole WHERE whole.id = "
        "line_approvals.invoice_id AND whole.status = 'processed')) BEGIN SELECT RAISE(ABORT, 'processed invoices"
        " never change'); END"
    ),
    (
        "CREATE TRIGGER approvals_not_replaced BEFORE INSERT ON approvals WHEN EXISTS (SELECT 1 FROM approvals "
        "WHERE ((approvals.rowid = NEW.rowid)) AND TRUE) BEGIN SELECT RAISE(ABORT, 'approvals never change'); END"
    ),
    (
        "CREATE TRIGGER approvals_not_replaced_by_update BEFORE UPDATE ON approvals WHEN (OLD.rowid IS NOT "
        "NEW.rowid) AND EXISTS (SELECT 1 FROM approvals WHERE ((approvals.rowid = NEW.rowid)) AND approvals.rowid"
        " <> OLD.rowid AND TRUE) BEGIN SELECT RAISE(ABORT, 'approvals never change'); END"
    ),
)

POSTGRESQL = (
    (
        "CREATE TRIGGER line_approvals_keep BEFORE INSERT OR UPDATE OR DELETE ON line_approvals FOR EACH ROW "
        "EXECUTE FUNCTION keep_part_of_invoices()"
    ),
    (
        "CREATE FUNCTION fix_approvals() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TRUE THEN IF TG_OP ="
        " 'DELETE' THEN RAISE EXCEPTION 'approvals never change'; END IF; IF OLD.id IS DISTINCT FROM NEW.id "
        "OR OLD.operation IS DISTINCT FROM NEW.operation OR OLD.permission IS DISTINCT FROM NEW.permission OR"
        " OLD.extent IS DISTINCT FROM NEW.extent OR OLD.quantity IS DISTINCT FROM NEW.quantity OR "
        "OLD.approver_id IS DISTINCT FROM NEW.approver_id OR OLD.employee_id IS DISTINCT FROM NEW.employee_id"
        " OR OLD.at IS DISTINCT FROM NEW.at OR OLD.used AND NOT NEW.used THEN RAISE EXCEPTION 'approvals "
        "never change'; END IF; END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$"
    ),
    (
        "CREATE TRIGGER approvals_fixed BEFORE UPDATE OR DELETE ON approvals FOR EACH ROW EXECUTE FUNCTION "
        "fix_approvals()"
    ),
    (
        "CREATE TRIGGER line_approvals_no_truncate BEFORE TRUNCATE ON line_approvals FOR EACH STATEMENT "
        "EXECUTE FUNCTION refuse_emptying()"
    ),
    (
        "CREATE TRIGGER approvals_no_truncate BEFORE TRUNCATE ON approvals FOR EACH STATEMENT EXECUTE "
        "FUNCTION refuse_emptying()"
    ),
)

KEEPS_LINES = "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = 'invoice_lines_keep_update'"
DISCOUNTS = (
    "INSERT INTO line_approvals (invoice_id, line_id, permission, extent, quantity, employee_id) "
    "SELECT l.invoice_id, l.id, 'discount', 1000000, l.quantity, i.employee_id "
    "FROM invoice_lines l JOIN invoices i ON i.id = l.invoice_id "
    "WHERE l.discount > 0 AND l.fills_backorder_id IS NULL"
)
RETURNS = (
    "INSERT INTO line_approvals (invoice_id, line_id, permission, extent, quantity, employee_id) "
    "SELECT l.invoice_id, l.id, 'return goods', NULL, l.quantity, i.employee_id "
    "FROM invoice_lines l JOIN invoices i ON i.id = l.invoice_id WHERE l.trans_code = 'R'"
)


def upgrade() -> None:
    op.create_table(
        "approvals",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("operation", sa.String(36), nullable=False),
        sa.Column("permission", sa.String(40), nullable=False),
        sa.Column("extent", sa.BigInteger(), nullable=True),
        sa.Column("quantity", sa.BigInteger(), nullable=True),
        sa.Column("approver_id", sa.BigInteger(), nullable=False),
        sa.Column("employee_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used", sa.Boolean(), nullable=False),
        sa.CheckConstraint("quantity BETWEEN 1 AND 999999999", name="ck_approvals_quantity_range"),
        sa.ForeignKeyConstraint(["approver_id"], ["employees.id"], name="fk_approvals_approver_id"),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name="fk_approvals_employee_id"),
        sa.PrimaryKeyConstraint("id", name="pk_approvals"),
        sqlite_strict=True,
    )
    op.create_index("ix_approvals_operation", "approvals", ["operation"])
    op.create_table(
        "line_approvals",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("invoice_id", sa.BigInteger(), nullable=False),
        sa.Column("line_id", sa.BigInteger(), nullable=False),
        sa.Column("permission", sa.String(40), nullable=False),
        sa.Column("extent", sa.BigInteger(), nullable=True),
        sa.Column("quantity", sa.BigInteger(), nullable=True),
        sa.Column("employee_id", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("quantity BETWEEN 1 AND 999999999", name="ck_line_approvals_quantity_range"),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name="fk_line_approvals_employee_id"),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoices.id"], name="fk_line_approvals_invoice_id"),
        sa.ForeignKeyConstraint(["line_id"], ["invoice_lines.id"], name="fk_line_approvals_line_id"),
        sa.PrimaryKeyConstraint("id", name="pk_line_approvals"),
        sqlite_strict=True,
    )
    op.create_index("ix_line_approvals_invoice_id", "line_approvals", ["invoice_id"])
    op.create_index("ix_line_approvals_line_id", "line_approvals", ["line_id"])
    price = sa.Column("list_price", sa.BigInteger(), nullable=False, server_default="0")
    reason = sa.Column("discount_reason", sa.String(200), nullable=False, server_default="")
    op.add_column("invoice_lines", price)
    op.add_column("invoice_lines", reason)
    _take_list_prices()
    with rebuilt("invoice_lines") as lines:
        lines.alter_column("list_price", server_default=None)
        lines.alter_column("discount_reason", server_default=None)
        lines.create_check_constraint("ck_invoice_lines_list_price_range", "list_price BETWEEN 0 AND 9999999999")
    op.execute(DISCOUNTS)
    op.execute(RETURNS)
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)


def _take_list_prices() -> None:
    """Say of every line that its price is the card's, also where the invoice changes no more."""
    connection = op.get_bind()
    priced = "UPDATE invoice_lines SET list_price = unit_price"
    if connection.dialect.name == "sqlite":
        keeper = connection.exec_driver_sql(KEEPS_LINES).scalar_one()
        connection.exec_driver_sql("DROP TRIGGER invoice_lines_keep_update")
        connection.exec_driver_sql(priced)
        connection.exec_driver_sql(keeper)
    else:
        connection.exec_driver_sql("ALTER TABLE invoice_lines DISABLE TRIGGER USER")
        connection.exec_driver_sql(priced)
        connection.exec_driver_sql("ALTER TABLE invoice_lines ENABLE TRIGGER USER")
