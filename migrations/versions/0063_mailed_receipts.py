"""Receipts are mailed, too: an outgoing mail is of a purchase order or of a processed invoice."""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0063"
down_revision = "0062"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with rebuilt("outgoing_mails") as mails:
        mails.alter_column("purchase_order_id", existing_type=sa.BigInteger(), nullable=True)
        mails.add_column(sa.Column("invoice_id", sa.BigInteger(), nullable=True))
        mails.create_foreign_key("fk_outgoing_mails_invoice_id", "invoices", ["invoice_id"], ["id"])
        mails.create_check_constraint(
            "ck_outgoing_mails_of_one_document", "(purchase_order_id IS NULL) <> (invoice_id IS NULL)"
        )
    op.create_index(
        "ix_outgoing_mails_invoice_id",
        "outgoing_mails",
        ["invoice_id"],
        sqlite_where=sa.text("invoice_id IS NOT NULL"),
        postgresql_where=sa.text("invoice_id IS NOT NULL"),
    )
