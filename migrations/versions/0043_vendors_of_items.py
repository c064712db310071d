"""Several vendors for an item: how it is bought from each. What cards said of their one vendor becomes its row."""

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0040"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "item_vendors",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("item_id", sa.BigInteger(), nullable=False),
        sa.Column("vendor_id", sa.BigInteger(), nullable=False),
        sa.Column("vendor_item_number", sa.String(40), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=True),
        sa.Column("pack_quantity", sa.BigInteger(), nullable=False),
        sa.Column("minimum_quantity", sa.BigInteger(), nullable=False),
        sa.Column("usual_days", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("cost BETWEEN 0 AND 999999999999", name="ck_item_vendors_cost_range"),
        sa.CheckConstraint("pack_quantity BETWEEN 1 AND 999999999", name="ck_item_vendors_pack_quantity_range"),
        sa.CheckConstraint("minimum_quantity BETWEEN 0 AND 999999999", name="ck_item_vendors_minimum_quantity_range"),
        sa.CheckConstraint("usual_days BETWEEN 0 AND 999", name="ck_item_vendors_usual_days_range"),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name="fk_item_vendors_item_id"),
        sa.ForeignKeyConstraint(["vendor_id"], ["vendors.id"], name="fk_item_vendors_vendor_id"),
        sa.PrimaryKeyConstraint("id", name="pk_item_vendors"),
        sa.UniqueConstraint("item_id", "vendor_id", name="uq_item_vendors_item_id_vendor_id"),
        sqlite_strict=True,
    )
    op.create_index("ix_item_vendors_vendor_id", "item_vendors", ["vendor_id"])
    op.execute(
        "INSERT INTO item_vendors (item_id, vendor_id, vendor_item_number, cost, pack_quantity, minimum_quantity) "
        "SELECT id, preferred_vendor_id, vendor_item_number, NULL, pack_quantity, 0 "
        "FROM items WHERE preferred_vendor_id IS NOT NULL ORDER BY id"
    )
