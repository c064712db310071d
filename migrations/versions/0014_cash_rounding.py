"""What an invoice paid in cash is rounded by, kept apart from its total; nothing was rounded before."""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("invoices", sa.Column("rounding", sa.BigInteger(), nullable=False, server_default="0"))
    with rebuilt("invoices") as invoices:
        invoices.alter_column("rounding", server_default=None)
        invoices.create_check_constraint("ck_invoices_rounding_small", "rounding BETWEEN -50 AND 50")
        invoices.create_check_constraint("ck_invoices_rounded_when_processed", "rounding = 0 OR status = 'processed'")
