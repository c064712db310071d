"""Orders change by rows of their own after they were sent; what was ordered at first stays as it was."""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0047"
down_revision = "0040"
branch_labels = None
depends_on = None

ALLOCATIONS = (
    *("allocated", "changed", "received", "delivered", "canceled", "filled", "closed_short", "asked"),
    "ordered_less",
)
LINES = "purchase_order_lines"
REPLACED = {
    "sqlite": (
        "DROP TRIGGER purchase_orders_fixed_update",
        "DROP TRIGGER purchase_order_lines_keep_insert",
        "DROP TRIGGER purchase_order_lines_keep_update",
        "DROP TRIGGER purchase_order_lines_keep_delete",
    ),
    "postgresql": ("DROP TRIGGER purchase_order_lines_keep ON purchase_order_lines",),
}

SQLITE = (
    (
        "CREATE TRIGGER order_changes_no_update BEFORE UPDATE ON order_changes BEGIN SELECT RAISE(ABORT, "
        "'order_changes: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER order_changes_no_delete BEFORE DELETE ON order_changes BEGIN SELECT RAISE(ABORT, "
        "'order_changes: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER purchase_orders_fixed_update BEFORE UPDATE ON purchase_orders WHEN OLD.status IN "
        "('processed', 'closed') AND (OLD.id IS NOT NEW.id OR OLD.number IS NOT NEW.number OR OLD.vendor_id "
        "IS NOT NEW.vendor_id OR OLD.employee_id IS NOT NEW.employee_id OR OLD.workstation IS NOT "
        "NEW.workstation OR OLD.created_at IS NOT NEW.created_at OR OLD.processed_at IS NOT NEW.processed_at "
        "OR NOT NEW.status IN ('processed', 'closed')) BEGIN SELECT RAISE(ABORT, 'processed purchase orders "
        "keep their heads'); END"
    ),
    (
        "CREATE TRIGGER order_changes_not_replaced BEFORE INSERT ON order_changes WHEN EXISTS (SELECT 1 FROM "
        "order_changes WHERE ((order_changes.rowid = NEW.rowid)) AND TRUE) BEGIN SELECT RAISE(ABORT, "
        "'order_changes: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER order_changes_not_replaced_by_update BEFORE UPDATE ON order_changes WHEN (OLD.rowid "
        "IS NOT NEW.rowid) AND EXISTS (SELECT 1 FROM order_changes WHERE ((order_changes.rowid = NEW.rowid)) "
        "AND order_changes.rowid <> OLD.rowid AND TRUE) BEGIN SELECT RAISE(ABORT, 'order_changes: rows here "
        "are only ever added'); END"
    ),
    (
        "CREATE TRIGGER purchase_order_lines_keep_insert BEFORE INSERT ON purchase_order_lines WHEN NOT "
        "(NEW.quantity = 0 AND NEW.changed = 0 AND NEW.received = 0 AND NEW.closed_short = 0) AND EXISTS "
        "(SELECT 1 FROM purchase_orders WHERE id = NEW.purchase_order_id AND status IN ('processed', "
        "'closed')) BEGIN SELECT RAISE(ABORT, 'processed purchase orders keep their lines'); END"
    ),
    (
        "CREATE TRIGGER purchase_order_lines_keep_delete BEFORE DELETE ON purchase_order_lines WHEN EXISTS "
        "(SELECT 1 FROM purchase_orders WHERE id = OLD.purchase_order_id AND status IN ('processed', "
        "'closed')) BEGIN SELECT RAISE(ABORT, 'processed purchase orders keep their lines'); END"
    ),
    (
        "CREATE TRIGGER purchase_order_lines_keep_update BEFORE UPDATE ON purchase_order_lines WHEN (OLD.id "
        "IS NOT NEW.id OR OLD.purchase_order_id IS NOT NEW.purchase_order_id OR OLD.position IS NOT "
        "NEW.position OR OLD.item_id IS NOT NEW.item_id OR OLD.vendor_item_number IS NOT "
        "NEW.vendor_item_number OR OLD.description IS NOT NEW.description OR OLD.quantity IS NOT NEW.quantity "
        "OR OLD.changed <> NEW.changed AND NEW.changed <> (SELECT COALESCE(SUM(quantity), 0) FROM "
        "order_changes WHERE purchase_order_line_id = NEW.id) OR OLD.cost <> NEW.cost AND NOT EXISTS (SELECT "
        "1 FROM order_changes c WHERE c.cost_after = NEW.cost AND c.id = (SELECT MAX(id) FROM order_changes "
        "WHERE purchase_order_line_id = NEW.id AND kind = 'cost'))) AND EXISTS (SELECT 1 FROM purchase_orders "
        "WHERE id IN (OLD.purchase_order_id, NEW.purchase_order_id) AND status IN ('processed', 'closed')) "
        "BEGIN SELECT RAISE(ABORT, 'processed purchase orders keep their lines'); END"
    ),
)

POSTGRESQL = (
    (
        "CREATE TRIGGER order_changes_append_only BEFORE UPDATE OR DELETE ON order_changes FOR EACH ROW "
        "EXECUTE FUNCTION refuse_change()"
    ),
    (
        "CREATE TRIGGER order_changes_no_truncate BEFORE TRUNCATE ON order_changes FOR EACH STATEMENT EXECUTE "
        "FUNCTION refuse_change()"
    ),
    (
        "CREATE TRIGGER purchase_order_lines_keep BEFORE DELETE OR UPDATE OF id, purchase_order_id, position, "
        "item_id, vendor_item_number, description, quantity ON purchase_order_lines FOR EACH ROW EXECUTE "
        "FUNCTION keep_part_of_purchase_orders()"
    ),
    (
        "CREATE TRIGGER purchase_order_lines_added BEFORE INSERT ON purchase_order_lines FOR EACH ROW WHEN "
        "(NOT (NEW.quantity = 0 AND NEW.changed = 0 AND NEW.received = 0 AND NEW.closed_short = 0)) EXECUTE "
        "FUNCTION keep_part_of_purchase_orders()"
    ),
    (
        "CREATE FUNCTION follow_order_changes() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM 1 FROM "
        "purchase_orders WHERE id = NEW.purchase_order_id FOR KEY SHARE; IF (OLD.changed <> NEW.changed AND "
        "NEW.changed <> (SELECT COALESCE(SUM(quantity), 0) FROM order_changes WHERE purchase_order_line_id = "
        "NEW.id) OR OLD.cost <> NEW.cost AND NOT EXISTS (SELECT 1 FROM order_changes c WHERE c.cost_after = "
        "NEW.cost AND c.id = (SELECT MAX(id) FROM order_changes WHERE purchase_order_line_id = NEW.id AND "
        "kind = 'cost'))) AND EXISTS (SELECT 1 FROM purchase_orders WHERE id = NEW.purchase_order_id AND "
        "status IN ('processed', 'closed')) THEN RAISE EXCEPTION 'processed purchase orders keep their "
        "lines'; END IF; RETURN NEW; END $$"
    ),
    (
        "CREATE TRIGGER purchase_order_lines_changed BEFORE UPDATE OF changed, cost ON purchase_order_lines "
        "FOR EACH ROW EXECUTE FUNCTION follow_order_changes()"
    ),
    (
        "CREATE OR REPLACE FUNCTION fix_purchase_orders() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.status IN "
        "('processed', 'closed') THEN IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'processed purchase orders "
        "keep their heads'; END IF; IF OLD.id IS DISTINCT FROM NEW.id OR OLD.number IS DISTINCT FROM "
        "NEW.number OR OLD.vendor_id IS DISTINCT FROM NEW.vendor_id OR OLD.employee_id IS DISTINCT FROM "
        "NEW.employee_id OR OLD.workstation IS DISTINCT FROM NEW.workstation OR OLD.created_at IS DISTINCT "
        "FROM NEW.created_at OR OLD.processed_at IS DISTINCT FROM NEW.processed_at OR NOT NEW.status IN "
        "('processed', 'closed') THEN RAISE EXCEPTION 'processed purchase orders keep their heads'; END IF; "
        "END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$"
    ),
)


def upgrade() -> None:
    _let_lines_change()
    _keep_changes()
    with rebuilt("allocation_events") as events:
        events.drop_constraint("ck_allocation_events_kind_known", type_="check")
        listed = ", ".join(f"'{kind}'" for kind in ALLOCATIONS)
        events.create_check_constraint("ck_allocation_events_kind_known", f"kind IN ({listed})")
    dialect = op.get_bind().dialect.name
    for statement in (*REPLACED[dialect], *(SQLITE if dialect == "sqlite" else POSTGRESQL)):
        op.execute(statement)


def _let_lines_change() -> None:
    op.add_column(LINES, sa.Column("changed", sa.BigInteger(), nullable=True))
    op.execute(f"UPDATE {LINES} SET changed = 0")
    with rebuilt(LINES) as lines:
        lines.alter_column("changed", nullable=False)
        for name in ("quantity_range", "still_open_adds_up"):
            lines.drop_constraint(f"ck_{LINES}_{name}", type_="check")
        lines.create_check_constraint(f"ck_{LINES}_quantity_range", "quantity BETWEEN 0 AND 999999999")
        lines.create_check_constraint(f"ck_{LINES}_ordered_range", "quantity + changed BETWEEN 0 AND 999999999")
        lines.create_check_constraint(
            f"ck_{LINES}_still_open_adds_up",
            "still_open = CASE WHEN quantity + changed - received - closed_short > 0 "
            "THEN quantity + changed - received - closed_short ELSE 0 END",
        )


def _keep_changes() -> None:
    name = "order_changes"
    op.create_table(
        name,
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("purchase_order_id", sa.BigInteger(), nullable=False),
        sa.Column("sheet", sa.BigInteger(), nullable=True),
        sa.Column("purchase_order_line_id", sa.BigInteger(), nullable=True),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("cost_before", sa.BigInteger(), nullable=True),
        sa.Column("cost_after", sa.BigInteger(), nullable=True),
        sa.Column("expected_before", sa.Date(), nullable=True),
        sa.Column("expected_after", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(2000), nullable=False),
        sa.Column("employee_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind IN ('less', 'more', 'added', 'cost', 'expected')", name=f"ck_{name}_kind_known"),
        sa.CheckConstraint(
            "kind = 'less' AND quantity BETWEEN -999999999 AND -1 "
            "OR kind IN ('more', 'added') AND quantity BETWEEN 1 AND 999999999 "
            "OR kind IN ('cost', 'expected') AND quantity = 0",
            name=f"ck_{name}_quantity_fits",
        ),
        sa.CheckConstraint(
            "cost_before BETWEEN 0 AND 999999999999 AND cost_after BETWEEN 0 AND 999999999999",
            name=f"ck_{name}_cost_range",
        ),
        sa.CheckConstraint(
            "(kind = 'cost') = (cost_after IS NOT NULL) AND (kind = 'cost') = (cost_before IS NOT NULL)",
            name=f"ck_{name}_cost_fits",
        ),
        sa.CheckConstraint(
            "kind = 'expected' OR expected_before IS NULL AND expected_after IS NULL", name=f"ck_{name}_day_fits"
        ),
        sa.CheckConstraint("(kind = 'expected') = (purchase_order_line_id IS NULL)", name=f"ck_{name}_of_a_line"),
        sa.CheckConstraint(
            "(kind = 'expected') = (sheet IS NULL) AND (sheet IS NULL OR sheet > 0)", name=f"ck_{name}_on_a_sheet"
        ),
        sa.CheckConstraint("kind = 'expected' OR length(trim(reason)) > 0", name=f"ck_{name}_says_why"),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=f"fk_{name}_employee_id"),
        sa.ForeignKeyConstraint(["purchase_order_id"], ["purchase_orders.id"], name=f"fk_{name}_purchase_order_id"),
        sa.ForeignKeyConstraint(["purchase_order_line_id"], [f"{LINES}.id"], name=f"fk_{name}_purchase_order_line_id"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sqlite_strict=True,
    )
    for column in ("purchase_order_id", "purchase_order_line_id"):
        op.create_index(f"ix_{name}_{column}", name, [column])
