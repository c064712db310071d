"""An item may be one that is not stocked, and a line says whether its goods leave the shelf; so far all of them did."""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("items", "invoice_lines"):
        op.add_column(table, sa.Column("stocked", sa.Boolean(), nullable=False, server_default=sa.true()))
        with rebuilt(table) as changed:
            changed.alter_column("stocked", server_default=None)
