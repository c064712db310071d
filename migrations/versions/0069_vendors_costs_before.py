"""Lines of deliveries remember what their vendor's goods cost by the card before they were posted."""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0069"
down_revision = "0068"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("receiving_lines", sa.Column("vendor_cost_before", sa.BigInteger(), nullable=True))
    with rebuilt("receiving_lines") as lines:
        lines.create_check_constraint(
            "ck_receiving_lines_vendor_cost_before_range", "vendor_cost_before BETWEEN 0 AND 999999999999"
        )
