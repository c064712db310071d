"""The Want List, and the date that a backorder keeps of the want it was."""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

SQLITE = (
    "DROP TRIGGER backorders_fixed_update",
    (
        "CREATE TRIGGER backorders_fixed_update BEFORE UPDATE ON backorders WHEN TRUE AND (OLD.id IS NOT "
        "NEW.id OR OLD.number IS NOT NEW.number OR OLD.source_line_id IS NOT NEW.source_line_id OR "
        "OLD.item_id IS NOT NEW.item_id OR OLD.ordered IS NOT NEW.ordered OR OLD.unit_price IS NOT "
        "NEW.unit_price OR OLD.discount IS NOT NEW.discount OR OLD.tax_code_id IS NOT NEW.tax_code_id OR "
        "OLD.created_at IS NOT NEW.created_at OR OLD.wanted_at IS NOT NEW.wanted_at OR OLD.customer_id IS NOT "
        "NEW.customer_id AND NEW.customer_id IS NOT (SELECT merged_into FROM customers WHERE id = "
        "OLD.customer_id)) BEGIN SELECT RAISE(ABORT, 'backorders keep their customer and quantity'); END"
    ),
    (
        "CREATE TRIGGER wants_fixed_update BEFORE UPDATE ON wants WHEN TRUE AND (OLD.id IS NOT NEW.id OR "
        "OLD.employee_id IS NOT NEW.employee_id OR OLD.wanted_at IS NOT NEW.wanted_at OR OLD.customer_id IS "
        "NOT NEW.customer_id AND NEW.customer_id IS NOT (SELECT merged_into FROM customers WHERE id = "
        "OLD.customer_id) OR OLD.dropped_at IS NOT NULL AND NEW.dropped_at IS NOT OLD.dropped_at) BEGIN "
        "SELECT RAISE(ABORT, 'wants keep their customer and date'); END"
    ),
    (
        "CREATE TRIGGER wants_fixed_delete BEFORE DELETE ON wants WHEN TRUE BEGIN SELECT RAISE(ABORT, 'wants "
        "keep their customer and date'); END"
    ),
    (
        "CREATE TRIGGER wants_not_replaced BEFORE INSERT ON wants WHEN EXISTS (SELECT 1 FROM wants WHERE "
        "((wants.rowid = NEW.rowid)) AND TRUE) BEGIN SELECT RAISE(ABORT, 'wants keep their customer and "
        "date'); END"
    ),
    (
        "CREATE TRIGGER wants_not_replaced_by_update BEFORE UPDATE ON wants WHEN (OLD.rowid IS NOT NEW.rowid) "
        "AND EXISTS (SELECT 1 FROM wants WHERE ((wants.rowid = NEW.rowid)) AND wants.rowid <> OLD.rowid AND "
        "TRUE) BEGIN SELECT RAISE(ABORT, 'wants keep their customer and date'); END"
    ),
)

POSTGRESQL = (
    (
        "CREATE OR REPLACE FUNCTION fix_backorders() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TRUE "
        "THEN IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'backorders keep their customer and quantity'; END IF; "
        "IF OLD.id IS DISTINCT FROM NEW.id OR OLD.number IS DISTINCT FROM NEW.number OR OLD.source_line_id IS "
        "DISTINCT FROM NEW.source_line_id OR OLD.item_id IS DISTINCT FROM NEW.item_id OR OLD.ordered IS "
        "DISTINCT FROM NEW.ordered OR OLD.unit_price IS DISTINCT FROM NEW.unit_price OR OLD.discount IS "
        "DISTINCT FROM NEW.discount OR OLD.tax_code_id IS DISTINCT FROM NEW.tax_code_id OR OLD.created_at IS "
        "DISTINCT FROM NEW.created_at OR OLD.wanted_at IS DISTINCT FROM NEW.wanted_at OR OLD.customer_id IS "
        "DISTINCT FROM NEW.customer_id AND NEW.customer_id IS DISTINCT FROM (SELECT merged_into FROM "
        "customers WHERE id = OLD.customer_id) THEN RAISE EXCEPTION 'backorders keep their customer and "
        "quantity'; END IF; END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$"
    ),
    (
        "CREATE FUNCTION fix_wants() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TRUE THEN IF TG_OP = "
        "'DELETE' THEN RAISE EXCEPTION 'wants keep their customer and date'; END IF; IF OLD.id IS DISTINCT "
        "FROM NEW.id OR OLD.employee_id IS DISTINCT FROM NEW.employee_id OR OLD.wanted_at IS DISTINCT FROM "
        "NEW.wanted_at OR OLD.customer_id IS DISTINCT FROM NEW.customer_id AND NEW.customer_id IS DISTINCT "
        "FROM (SELECT merged_into FROM customers WHERE id = OLD.customer_id) OR OLD.dropped_at IS NOT NULL "
        "AND NEW.dropped_at IS DISTINCT FROM OLD.dropped_at THEN RAISE EXCEPTION 'wants keep their customer "
        "and date'; END IF; END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$"
    ),
    ("CREATE TRIGGER wants_fixed BEFORE UPDATE OR DELETE ON wants FOR EACH ROW EXECUTE FUNCTION fix_wants()"),
    ("CREATE TRIGGER wants_no_truncate BEFORE TRUNCATE ON wants FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying()"),
)


def upgrade() -> None:
    op.create_table(
        "wants",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("customer_id", sa.BigInteger(), nullable=False),
        sa.Column("item_id", sa.BigInteger(), nullable=True),
        sa.Column("description", sa.String(120), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("note", sa.String(200), nullable=False),
        sa.Column("employee_id", sa.BigInteger(), nullable=False),
        sa.Column("wanted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dropped_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("dropped_by", sa.BigInteger(), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.CheckConstraint("quantity BETWEEN 1 AND 999999999", name="ck_wants_quantity_range"),
        sa.CheckConstraint("item_id IS NOT NULL OR length(trim(description)) > 0", name="ck_wants_names_goods"),
        sa.CheckConstraint("(dropped_at IS NULL) = (dropped_by IS NULL)", name="ck_wants_dropped_by_somebody"),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name="fk_wants_customer_id"),
        sa.ForeignKeyConstraint(["dropped_by"], ["employees.id"], name="fk_wants_dropped_by"),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name="fk_wants_employee_id"),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name="fk_wants_item_id"),
        sa.PrimaryKeyConstraint("id", name="pk_wants"),
        sqlite_strict=True,
    )
    for column in ("customer_id", "item_id"):
        op.create_index(f"ix_wants_{column}", "wants", [column])
    op.add_column("invoice_lines", sa.Column("want_id", sa.BigInteger(), nullable=True))
    with rebuilt("invoice_lines") as lines:
        lines.create_foreign_key("fk_invoice_lines_want_id", "wants", ["want_id"], ["id"])
    op.create_index("ix_invoice_lines_want_id", "invoice_lines", ["want_id"])
    op.add_column("backorders", sa.Column("wanted_at", sa.DateTime(timezone=True), nullable=True))
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)
