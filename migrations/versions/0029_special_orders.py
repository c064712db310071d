"""Special orders have a table of their own: what is ordered for one customer, and the lines of it.

So far there was none, so there is nothing to carry over.
"""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0027"
branch_labels = None
depends_on = None

SQLITE = (
    (
        "CREATE TRIGGER special_orders_keep_update BEFORE UPDATE ON special_orders WHEN OLD.status = 'posted' "
        "BEGIN SELECT RAISE(ABORT, 'posted special_orders never change'); END"
    ),
    (
        "CREATE TRIGGER special_orders_keep_delete BEFORE DELETE ON special_orders WHEN OLD.status = 'posted' "
        "BEGIN SELECT RAISE(ABORT, 'posted special_orders never change'); END"
    ),
    (
        "CREATE TRIGGER special_order_lines_keep_insert BEFORE INSERT ON special_order_lines WHEN EXISTS "
        "(SELECT 1 FROM special_orders WHERE id = NEW.special_order_id AND status = 'posted') BEGIN SELECT "
        "RAISE(ABORT, 'posted special_orders never change'); END"
    ),
    (
        "CREATE TRIGGER special_order_lines_keep_update BEFORE UPDATE ON special_order_lines WHEN EXISTS "
        "(SELECT 1 FROM special_orders WHERE id = OLD.special_order_id AND status = 'posted') OR EXISTS "
        "(SELECT 1 FROM special_orders WHERE id = NEW.special_order_id AND status = 'posted') BEGIN SELECT "
        "RAISE(ABORT, 'posted special_orders never change'); END"
    ),
    (
        "CREATE TRIGGER special_order_lines_keep_delete BEFORE DELETE ON special_order_lines WHEN EXISTS "
        "(SELECT 1 FROM special_orders WHERE id = OLD.special_order_id AND status = 'posted') BEGIN SELECT "
        "RAISE(ABORT, 'posted special_orders never change'); END"
    ),
    (
        "CREATE TRIGGER special_orders_not_replaced BEFORE INSERT ON special_orders WHEN EXISTS (SELECT 1 "
        "FROM special_orders WHERE ((special_orders.rowid = NEW.rowid) OR (special_orders.invoice_id = "
        "NEW.invoice_id) OR (special_orders.number = NEW.number)) AND status = 'posted') BEGIN SELECT "
        "RAISE(ABORT, 'posted special_orders never change'); END"
    ),
    (
        "CREATE TRIGGER special_orders_not_replaced_by_update BEFORE UPDATE ON special_orders WHEN (OLD.rowid "
        "IS NOT NEW.rowid OR OLD.invoice_id IS NOT NEW.invoice_id OR OLD.number IS NOT NEW.number) AND EXISTS "
        "(SELECT 1 FROM special_orders WHERE ((special_orders.rowid = NEW.rowid) OR "
        "(special_orders.invoice_id = NEW.invoice_id) OR (special_orders.number = NEW.number)) AND "
        "special_orders.rowid <> OLD.rowid AND status = 'posted') BEGIN SELECT RAISE(ABORT, 'posted "
        "special_orders never change'); END"
    ),
    (
        "CREATE TRIGGER special_order_lines_not_replaced BEFORE INSERT ON special_order_lines WHEN EXISTS "
        "(SELECT 1 FROM special_order_lines WHERE ((special_order_lines.rowid = NEW.rowid) OR "
        "(special_order_lines.invoice_line_id = NEW.invoice_line_id) OR (special_order_lines.special_order_id "
        "= NEW.special_order_id AND special_order_lines.position = NEW.position)) AND EXISTS (SELECT 1 FROM "
        "special_orders whole WHERE whole.id = special_order_lines.special_order_id AND whole.status = "
        "'posted')) BEGIN SELECT RAISE(ABORT, 'posted special_orders never change'); END"
    ),
    (
        "CREATE TRIGGER special_order_lines_not_replaced_by_update BEFORE UPDATE ON special_order_lines WHEN "
        "(OLD.rowid IS NOT NEW.rowid OR OLD.invoice_line_id IS NOT NEW.invoice_line_id OR "
        "OLD.special_order_id IS NOT NEW.special_order_id OR OLD.position IS NOT NEW.position) AND EXISTS "
        "(SELECT 1 FROM special_order_lines WHERE ((special_order_lines.rowid = NEW.rowid) OR "
        "(special_order_lines.invoice_line_id = NEW.invoice_line_id) OR (special_order_lines.special_order_id "
        "= NEW.special_order_id AND special_order_lines.position = NEW.position)) AND "
        "special_order_lines.rowid <> OLD.rowid AND EXISTS (SELECT 1 FROM special_orders whole WHERE whole.id "
        "= special_order_lines.special_order_id AND whole.status = 'posted')) BEGIN SELECT RAISE(ABORT, "
        "'posted special_orders never change'); END"
    ),
)

POSTGRESQL = (
    (
        "CREATE FUNCTION keep_special_orders() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.status = "
        "'posted' THEN RAISE EXCEPTION 'posted special_orders never change'; END IF; IF TG_OP = 'DELETE' THEN "
        "RETURN OLD; END IF; RETURN NEW; END $$"
    ),
    (
        "CREATE FUNCTION keep_part_of_special_orders() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE "
        "standing text; BEGIN IF TG_OP <> 'INSERT' THEN SELECT status INTO standing FROM special_orders WHERE "
        "id = OLD.special_order_id FOR KEY SHARE; IF standing IN ('posted') THEN RAISE EXCEPTION 'posted "
        "special_orders never change'; END IF; END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; SELECT "
        "status INTO standing FROM special_orders WHERE id = NEW.special_order_id FOR KEY SHARE; IF standing "
        "IN ('posted') THEN RAISE EXCEPTION 'posted special_orders never change'; END IF; RETURN NEW; END $$"
    ),
    (
        "CREATE TRIGGER special_orders_keep BEFORE UPDATE OR DELETE ON special_orders FOR EACH ROW EXECUTE "
        "FUNCTION keep_special_orders()"
    ),
    (
        "CREATE TRIGGER special_order_lines_keep BEFORE INSERT OR UPDATE OR DELETE ON special_order_lines FOR "
        "EACH ROW EXECUTE FUNCTION keep_part_of_special_orders()"
    ),
    (
        "CREATE TRIGGER special_orders_no_truncate BEFORE TRUNCATE ON special_orders FOR EACH STATEMENT "
        "EXECUTE FUNCTION refuse_emptying()"
    ),
    (
        "CREATE TRIGGER special_order_lines_no_truncate BEFORE TRUNCATE ON special_order_lines FOR EACH "
        "STATEMENT EXECUTE FUNCTION refuse_emptying()"
    ),
)


def upgrade() -> None:
    _create_orders()
    _create_lines()
    op.execute("INSERT INTO counters (name, value) VALUES ('special_order', 0)")
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)


def _create_orders() -> None:
    name = "special_orders"
    op.create_table(
        name,
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=True),
        sa.Column("status", sa.String(30), nullable=False),
        sa.Column("customer_id", sa.BigInteger(), nullable=True),
        sa.Column("employee_id", sa.BigInteger(), nullable=False),
        sa.Column("workstation", sa.String(80), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("invoice_id", sa.BigInteger(), nullable=True),
        sa.Column("needed_by", sa.Date(), nullable=True),
        sa.Column("reach", sa.String(200), nullable=False),
        sa.Column("customer_order", sa.String(40), nullable=False),
        sa.Column("note", sa.String(2000), nullable=False),
        sa.Column("deposit_percent", sa.BigInteger(), nullable=True),
        sa.Column("deposit", sa.BigInteger(), nullable=False),
        sa.Column("terms", sa.String(2000), nullable=False),
        sa.Column("discard_reason", sa.String(200), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False, server_default=""),
        _check(name, "status_known", "status IN ('working', 'posted', 'discarded')"),
        _check(name, "number_when_posted", "(status = 'posted') = (number IS NOT NULL)"),
        _check(name, "time_when_posted", "(status = 'posted') = (posted_at IS NOT NULL)"),
        _check(name, "invoice_when_posted", "(status = 'posted') = (invoice_id IS NOT NULL)"),
        _check(name, "customer_when_posted", "status <> 'posted' OR customer_id IS NOT NULL"),
        _check(name, "reason_when_discarded", "(status = 'discarded') = (length(trim(discard_reason)) > 0)"),
        _check(name, "percent_range", "deposit_percent BETWEEN 0 AND 1000000"),
        _check(name, "deposit_range", "deposit BETWEEN 0 AND 9999999999"),
        _check(name, "one_deposit", "deposit_percent IS NULL OR deposit = 0"),
        _key(name, "customer_id", "customers"),
        _key(name, "employee_id", "employees"),
        _key(name, "invoice_id", "invoices"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.UniqueConstraint("number", name=f"uq_{name}_number"),
        sa.UniqueConstraint("invoice_id", name=f"uq_{name}_invoice_id"),
        sqlite_strict=True,
    )
    op.create_index(f"ix_{name}_status_id", name, ["status", "id"])
    op.create_index(f"ix_{name}_customer_id", name, ["customer_id"])


def _create_lines() -> None:
    name = "special_order_lines"
    op.create_table(
        name,
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("special_order_id", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("on_file", sa.Boolean(), nullable=False),
        sa.Column("item_id", sa.BigInteger(), nullable=True),
        sa.Column("code", sa.String(30), nullable=False),
        sa.Column("description", sa.String(120), nullable=False),
        sa.Column("department_id", sa.BigInteger(), nullable=True),
        sa.Column("tax_code_id", sa.BigInteger(), nullable=True),
        sa.Column("vendor_id", sa.BigInteger(), nullable=True),
        sa.Column("vendor_item_number", sa.String(40), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("unit_price", sa.BigInteger(), nullable=False),
        sa.Column("price_ceiling", sa.BigInteger(), nullable=True),
        sa.Column("will_also_take", sa.String(200), nullable=False),
        sa.Column("question", sa.String(200), nullable=False),
        sa.Column("invoice_line_id", sa.BigInteger(), nullable=True),
        sa.Column("search_text", sa.Text(), nullable=False, server_default=""),
        _check(name, "quantity_range", "quantity BETWEEN 1 AND 999999999"),
        _check(name, "cost_range", "cost BETWEEN 0 AND 999999999999"),
        _check(name, "unit_price_range", "unit_price BETWEEN 0 AND 9999999999"),
        _check(name, "price_ceiling_range", "price_ceiling BETWEEN 0 AND 9999999999"),
        _check(name, "ceiling_above_price", "price_ceiling IS NULL OR price_ceiling >= unit_price"),
        _check(name, "item_on_file", "NOT on_file OR item_id IS NOT NULL"),
        _check(name, "new_item_when_posted", "on_file OR (item_id IS NULL) = (invoice_line_id IS NULL)"),
        _key(name, "special_order_id", "special_orders"),
        _key(name, "item_id", "items"),
        _key(name, "department_id", "departments"),
        _key(name, "tax_code_id", "tax_codes"),
        _key(name, "vendor_id", "vendors"),
        _key(name, "invoice_line_id", "invoice_lines"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.UniqueConstraint("special_order_id", "position", name=f"uq_{name}_special_order_id_position"),
        sa.UniqueConstraint("invoice_line_id", name=f"uq_{name}_invoice_line_id"),
        sqlite_strict=True,
    )
    for column in ("item_id", "department_id", "tax_code_id", "vendor_id"):
        op.create_index(f"ix_{name}_{column}", name, [column])


def _check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=f"ck_{table}_{name}")


def _key(table: str, column: str, named: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{named}.id"], name=f"fk_{table}_{column}")
