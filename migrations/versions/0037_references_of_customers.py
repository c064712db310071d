"""The customer's own order number and a job tag on invoices, and how a customer likes to be reached and when.

So far nobody wrote these down.
"""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("customer_order", "job_tag"):
        op.add_column("invoices", sa.Column(name, sa.String(40), nullable=False, server_default=""))
    op.add_column("customers", sa.Column("reach_by", sa.String(30), nullable=False, server_default=""))
    op.add_column("customers", sa.Column("reach_hours", sa.String(40), nullable=False, server_default=""))
    with rebuilt("customers") as customers:
        customers.create_check_constraint(
            "ck_customers_reach_by_known", "reach_by IN ('', 'phone', 'second_phone', 'text', 'email')"
        )
