"""Freight and other charges of a delivery, spread over its lines, and units that come free; so far there were none."""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0049"
down_revision = "0048"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("freight", "other_charges"):
        op.add_column("receiving_logs", sa.Column(name, sa.BigInteger(), nullable=False, server_default="0"))
    op.add_column("receiving_logs", sa.Column("spread", sa.String(30), nullable=False, server_default="cost"))
    with rebuilt("receiving_logs") as logs:
        for name in ("freight", "other_charges"):
            logs.create_check_constraint(f"ck_receiving_logs_{name}_range", f"{name} BETWEEN 0 AND 9999999999")
        logs.create_check_constraint("ck_receiving_logs_spread_known", "spread IN ('none', 'cost', 'quantity')")
    for name in ("free", "charges"):
        op.add_column("receiving_lines", sa.Column(name, sa.BigInteger(), nullable=False, server_default="0"))
    with rebuilt("receiving_lines") as lines:
        lines.create_check_constraint("ck_receiving_lines_free_within", "free BETWEEN 0 AND quantity")
        lines.create_check_constraint("ck_receiving_lines_charges_range", "charges BETWEEN 0 AND 9999999999")
