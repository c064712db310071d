"""A customer's card says how much they may owe on account; so far nobody may.

Whoever may do everything with cards may say so, and who may do everything may keep more of a deposit than usual.
"""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("customers", sa.Column("credit_limit", sa.BigInteger(), nullable=False, server_default="0"))
    with rebuilt("customers") as customers:
        customers.create_check_constraint("ck_customers_credit_limit_range", "credit_limit BETWEEN 0 AND 9999999999")
    op.execute(
        "UPDATE roles SET permissions = permissions || 'cancel fee,', version = version + 1 "
        "WHERE code IN ('owner', 'manager') AND permissions LIKE '%cancel backorder,%'"
    )
    op.execute(
        "UPDATE roles SET permissions = permissions || 'set credit limit,', version = version + 1 "
        "WHERE code IN ('owner', 'manager') AND permissions LIKE '%merge customers,%'"
    )
