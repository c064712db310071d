"""A customer can be forgotten: the card says since when, and what a posted special order noted about them goes blank.

Who runs the shop, and may so far change its preferences, may forget customers.
"""

import sqlalchemy as sa
from alembic import op

revision = "0066"
down_revision = "0065"
branch_labels = None
depends_on = None

SQLITE = (
    "CREATE TRIGGER special_orders_keep_update BEFORE UPDATE ON special_orders WHEN OLD.status = 'posted'"
    " AND NOT (NEW.reach = '' AND NEW.customer_order = '' AND NEW.note = '' AND NEW.search_text = '' AND "
    "NOT (OLD.id IS NOT NEW.id OR OLD.number IS NOT NEW.number OR OLD.status IS NOT NEW.status OR "
    "OLD.customer_id IS NOT NEW.customer_id OR OLD.employee_id IS NOT NEW.employee_id OR OLD.workstation "
    "IS NOT NEW.workstation OR OLD.created_at IS NOT NEW.created_at OR OLD.posted_at IS NOT NEW.posted_at"
    " OR OLD.invoice_id IS NOT NEW.invoice_id OR OLD.needed_by IS NOT NEW.needed_by OR "
    "OLD.deposit_percent IS NOT NEW.deposit_percent OR OLD.deposit IS NOT NEW.deposit OR OLD.terms IS NOT"
    " NEW.terms OR OLD.discard_reason IS NOT NEW.discard_reason OR OLD.version IS NOT NEW.version) AND "
    "EXISTS (SELECT 1 FROM customers WHERE id = OLD.customer_id AND forgotten_at IS NOT NULL)) BEGIN "
    "SELECT RAISE(ABORT, 'posted special_orders never change'); END"
)
POSTGRESQL = (
    "CREATE OR REPLACE FUNCTION keep_special_orders() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF "
    "TG_OP = 'UPDATE' THEN IF NEW.reach = '' AND NEW.customer_order = '' AND NEW.note = '' AND "
    "NEW.search_text = '' AND NOT (OLD.id IS DISTINCT FROM NEW.id OR OLD.number IS DISTINCT FROM "
    "NEW.number OR OLD.status IS DISTINCT FROM NEW.status OR OLD.customer_id IS DISTINCT FROM "
    "NEW.customer_id OR OLD.employee_id IS DISTINCT FROM NEW.employee_id OR OLD.workstation IS DISTINCT "
    "FROM NEW.workstation OR OLD.created_at IS DISTINCT FROM NEW.created_at OR OLD.posted_at IS DISTINCT "
    "FROM NEW.posted_at OR OLD.invoice_id IS DISTINCT FROM NEW.invoice_id OR OLD.needed_by IS DISTINCT "
    "FROM NEW.needed_by OR OLD.deposit_percent IS DISTINCT FROM NEW.deposit_percent OR OLD.deposit IS "
    "DISTINCT FROM NEW.deposit OR OLD.terms IS DISTINCT FROM NEW.terms OR OLD.discard_reason IS DISTINCT "
    "FROM NEW.discard_reason OR OLD.version IS DISTINCT FROM NEW.version) AND EXISTS (SELECT 1 FROM "
    "customers WHERE id = OLD.customer_id AND forgotten_at IS NOT NULL) THEN RETURN NEW; END IF; END IF; "
    "IF OLD.status = 'posted' THEN RAISE EXCEPTION 'posted special_orders never change'; END IF; IF TG_OP"
    " = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$"
)


def upgrade() -> None:
    op.add_column("customers", sa.Column("forgotten_at", sa.DateTime(timezone=True), nullable=True))
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        op.execute("DROP TRIGGER special_orders_keep_update")
        op.execute(SQLITE)
    else:
        op.execute(POSTGRESQL)
    for role_id, written in connection.exec_driver_sql("SELECT id, permissions FROM roles").fetchall():
        held = set(filter(None, written.split(",")))
        if "change preferences" in held:
            renewed = "".join(f"{permission}," for permission in sorted(held | {"forget customers"}))
            connection.execute(
                sa.text("UPDATE roles SET permissions = :renewed WHERE id = :role"),
                {"renewed": renewed, "role": role_id},
            )
