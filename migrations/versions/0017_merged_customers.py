"""A customer's second card can be merged into the first; backorders follow it, and change their customer in no other way.

Whoever may do everything with cards may merge them: the Owner, and managers who still edit customers.
"""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

SQLITE = (
    "DROP TRIGGER backorders_fixed_update",
    (
        "CREATE TRIGGER backorders_fixed_update BEFORE UPDATE ON backorders WHEN TRUE AND (OLD.id IS NOT NEW.id"
        " OR OLD.number IS NOT NEW.number OR OLD.source_line_id IS NOT NEW.source_line_id OR OLD.item_id IS NOT "
        "NEW.item_id OR OLD.ordered IS NOT NEW.ordered OR OLD.unit_price IS NOT NEW.unit_price OR OLD.discount "
        "IS NOT NEW.discount OR OLD.tax_code_id IS NOT NEW.tax_code_id OR OLD.tax_rate IS NOT NEW.tax_rate OR "
        "OLD.created_at IS NOT NEW.created_at OR OLD.customer_id IS NOT NEW.customer_id AND NEW.customer_id IS "
        "NOT (SELECT merged_into FROM customers WHERE id = OLD.customer_id)) BEGIN SELECT RAISE(ABORT, "
        "'backorders keep their customer and quantity'); END"
    ),
)

POSTGRESQL = (
    (
        "CREATE OR REPLACE FUNCTION fix_backorders() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TRUE THEN IF "
        "TG_OP = 'DELETE' THEN RAISE EXCEPTION 'backorders keep their customer and quantity'; END IF; IF OLD.id IS "
        "DISTINCT FROM NEW.id OR OLD.number IS DISTINCT FROM NEW.number OR OLD.source_line_id IS DISTINCT FROM "
        "NEW.source_line_id OR OLD.item_id IS DISTINCT FROM NEW.item_id OR OLD.ordered IS DISTINCT FROM NEW.ordered "
        "OR OLD.unit_price IS DISTINCT FROM NEW.unit_price OR OLD.discount IS DISTINCT FROM NEW.discount OR "
        "OLD.tax_code_id IS DISTINCT FROM NEW.tax_code_id OR OLD.tax_rate IS DISTINCT FROM NEW.tax_rate OR "
        "OLD.created_at IS DISTINCT FROM NEW.created_at OR OLD.customer_id IS DISTINCT FROM NEW.customer_id AND "
        "NEW.customer_id IS DISTINCT FROM (SELECT merged_into FROM customers WHERE id = OLD.customer_id) THEN RAISE "
        "EXCEPTION 'backorders keep their customer and quantity'; END IF; END IF; IF TG_OP = 'DELETE' THEN RETURN "
        "OLD; END IF; RETURN NEW; END $$"
    ),
)


def upgrade() -> None:
    with rebuilt("customers") as customers:
        customers.add_column(sa.Column("merged_into", sa.BigInteger(), nullable=True))
        customers.create_foreign_key("fk_customers_merged_into", "customers", ["merged_into"], ["id"])
        customers.create_index("ix_customers_merged_into", ["merged_into"])
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)
    op.execute(
        "UPDATE roles SET permissions = permissions || 'merge customers,', version = version + 1 "
        "WHERE code IN ('owner', 'manager') AND permissions LIKE '%edit customers,%'"
    )
