"""Goods are measured in units with a word, and cut in steps; a line keeps the word that it was written with."""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0050"
down_revision = "0049"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("items", sa.Column("unit", sa.String(12), nullable=False, server_default=""))
    op.add_column("items", sa.Column("smallest_cut", sa.BigInteger(), nullable=False, server_default="0"))
    with rebuilt("items") as items:
        items.create_check_constraint("ck_items_smallest_cut_range", "smallest_cut BETWEEN 0 AND 999999999")
    op.add_column("invoice_lines", sa.Column("unit", sa.String(12), nullable=False, server_default=""))
