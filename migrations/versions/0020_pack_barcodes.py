"""A barcode says how many units it stands for: a case of 12 has one of its own. So far each stood for one."""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("barcodes", sa.Column("quantity", sa.BigInteger(), nullable=False, server_default="1000"))
    with rebuilt("barcodes") as barcodes:
        barcodes.create_check_constraint("ck_barcodes_quantity_range", "quantity BETWEEN 1 AND 999999999")
