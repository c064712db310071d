"""A customer may want goods in one piece; a delivery says of which dye lot they are, and a fill line keeps it."""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0052"
down_revision = "0051"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("invoice_lines", sa.Column("one_piece", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("invoice_lines", sa.Column("lot", sa.String(120), nullable=False, server_default=""))
    with rebuilt("invoice_lines") as lines:
        lines.create_check_constraint(
            "ck_invoice_lines_one_piece_goes_out", "NOT one_piece OR trans_code IN ('S', 'B')"
        )
    op.add_column("backorders", sa.Column("one_piece", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("receiving_lines", sa.Column("lot", sa.String(40), nullable=False, server_default=""))
    op.create_index("ix_receiving_lines_lot", "receiving_lines", ["lot"])
