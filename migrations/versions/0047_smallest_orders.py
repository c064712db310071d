"""The smallest order that a vendor takes, as an amount and in units; so far nobody wrote it down."""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("minimum_amount", "minimum_units"):
        op.add_column("vendors", sa.Column(name, sa.BigInteger(), nullable=False, server_default="0"))
    with rebuilt("vendors") as vendors:
        vendors.create_check_constraint("ck_vendors_minimum_amount_range", "minimum_amount BETWEEN 0 AND 9999999999")
        vendors.create_check_constraint("ck_vendors_minimum_units_range", "minimum_units BETWEEN 0 AND 999999999")
