"""A line of an order or a delivery keeps the pack that it was ordered by, and what a pack costs.

What was ordered so far was printed in the packs of the Item cards: it keeps them.
"""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0051"
down_revision = "0050"
branch_labels = None
depends_on = None

SQLITE = (
    "DROP TRIGGER purchase_order_lines_keep_update",
    (
        "CREATE TRIGGER purchase_order_lines_keep_update BEFORE UPDATE ON purchase_order_lines WHEN (OLD.id "
        "IS NOT NEW.id OR OLD.purchase_order_id IS NOT NEW.purchase_order_id OR OLD.position IS NOT "
        "NEW.position OR OLD.item_id IS NOT NEW.item_id OR OLD.vendor_item_number IS NOT "
        "NEW.vendor_item_number OR OLD.description IS NOT NEW.description OR OLD.quantity IS NOT NEW.quantity"
        " OR OLD.pack_quantity IS NOT NEW.pack_quantity OR OLD.pack_unit IS NOT NEW.pack_unit OR OLD.unit IS "
        "NOT NEW.unit OR OLD.changed <> NEW.changed AND NEW.changed <> (SELECT COALESCE(SUM(quantity), 0) "
        "FROM order_changes WHERE purchase_order_line_id = NEW.id) OR OLD.cost <> NEW.cost AND NOT EXISTS "
        "(SELECT 1 FROM order_changes c WHERE c.cost_after = NEW.cost AND c.id = (SELECT MAX(id) FROM "
        "order_changes WHERE purchase_order_line_id = NEW.id AND kind = 'cost')) OR COALESCE(OLD.pack_cost, "
        "-1) <> COALESCE(NEW.pack_cost, -1) AND (NEW.pack_cost IS NOT NULL OR OLD.cost = NEW.cost)) AND "
        "EXISTS (SELECT 1 FROM purchase_orders WHERE id IN (OLD.purchase_order_id, NEW.purchase_order_id) AND"
        " status IN ('processed', 'closed')) BEGIN SELECT RAISE(ABORT, 'processed purchase orders keep their "
        "lines'); END"
    ),
)

POSTGRESQL = (
    "DROP TRIGGER purchase_order_lines_keep ON purchase_order_lines",
    "DROP TRIGGER purchase_order_lines_changed ON purchase_order_lines",
    (
        "CREATE TRIGGER purchase_order_lines_keep BEFORE DELETE OR UPDATE OF id, purchase_order_id, position,"
        " item_id, vendor_item_number, description, quantity, pack_quantity, pack_unit, unit ON "
        "purchase_order_lines FOR EACH ROW EXECUTE FUNCTION keep_part_of_purchase_orders()"
    ),
    (
        "CREATE OR REPLACE FUNCTION follow_order_changes() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "PERFORM 1 FROM purchase_orders WHERE id = NEW.purchase_order_id FOR KEY SHARE; IF (OLD.changed <> "
        "NEW.changed AND NEW.changed <> (SELECT COALESCE(SUM(quantity), 0) FROM order_changes WHERE "
        "purchase_order_line_id = NEW.id) OR OLD.cost <> NEW.cost AND NOT EXISTS (SELECT 1 FROM order_changes"
        " c WHERE c.cost_after = NEW.cost AND c.id = (SELECT MAX(id) FROM order_changes WHERE "
        "purchase_order_line_id = NEW.id AND kind = 'cost')) OR COALESCE(OLD.pack_cost, -1) <> "
        "COALESCE(NEW.pack_cost, -1) AND (NEW.pack_cost IS NOT NULL OR OLD.cost = NEW.cost)) AND EXISTS "
        "(SELECT 1 FROM purchase_orders WHERE id = NEW.purchase_order_id AND status IN ('processed', "
        "'closed')) THEN RAISE EXCEPTION 'processed purchase orders keep their lines'; END IF; RETURN NEW; "
        "END $$"
    ),
    (
        "CREATE TRIGGER purchase_order_lines_changed BEFORE UPDATE OF changed, cost, pack_cost ON "
        "purchase_order_lines FOR EACH ROW EXECUTE FUNCTION follow_order_changes()"
    ),
)


def upgrade() -> None:
    op.add_column("items", sa.Column("pack_unit", sa.String(12), nullable=False, server_default=""))
    for table in ("purchase_order_lines", "receiving_lines"):
        op.add_column(table, sa.Column("pack_quantity", sa.BigInteger(), nullable=False, server_default="1000"))
        op.add_column(table, sa.Column("pack_unit", sa.String(12), nullable=False, server_default=""))
        op.add_column(table, sa.Column("unit", sa.String(12), nullable=False, server_default=""))
        op.add_column(table, sa.Column("pack_cost", sa.BigInteger(), nullable=True))
        with rebuilt(table) as lines:
            lines.create_check_constraint(f"ck_{table}_pack_quantity_range", "pack_quantity BETWEEN 1 AND 999999999")
            lines.create_check_constraint(f"ck_{table}_pack_cost_range", "pack_cost BETWEEN 0 AND 999999999999")
    op.execute(
        "UPDATE purchase_order_lines SET pack_quantity = "
        "(SELECT pack_quantity FROM items WHERE items.id = purchase_order_lines.item_id)"
    )
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)
