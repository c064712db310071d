"""Goods of a special order may be wanted in one piece; so far nobody could say so."""

import sqlalchemy as sa
from alembic import op

revision = "0064"
down_revision = "0063"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "special_order_lines", sa.Column("one_piece", sa.Boolean(), nullable=False, server_default=sa.false())
    )
