"""A working invoice says at which workstation it is in hand, by whom and since when; so far none does."""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("invoices", sa.Column("open_workstation", sa.String(80), nullable=True))
    op.add_column("invoices", sa.Column("open_employee_id", sa.BigInteger(), nullable=True))
    op.add_column("invoices", sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True))
    with rebuilt("invoices") as invoices:
        invoices.create_foreign_key("fk_invoices_open_employee_id", "employees", ["open_employee_id"], ["id"])
        invoices.create_check_constraint(
            "ck_invoices_time_when_open", "(open_workstation IS NULL) = (opened_at IS NULL)"
        )
        invoices.create_check_constraint("ck_invoices_open_while_working", "opened_at IS NULL OR status = 'working'")
