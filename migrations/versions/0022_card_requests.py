"""What card terminals are asked to take is stored; the tenders that are cards go to the terminal where there is one."""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("tender_types", sa.Column("by_terminal", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute("UPDATE tender_types SET by_terminal = (kind = 'card')")
    with rebuilt("tender_types") as types:
        types.alter_column("by_terminal", server_default=None)
        types.create_check_constraint("ck_tender_types_only_cards_by_terminal", "NOT by_terminal OR kind = 'card'")
    op.create_table(
        "card_requests",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.String(40), nullable=False),
        sa.Column("invoice_id", sa.BigInteger(), nullable=False),
        sa.Column("type_id", sa.BigInteger(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("terminal", sa.String(80), nullable=False),
        sa.Column("state", sa.String(30), nullable=False),
        sa.Column("reference", sa.String(40), nullable=False),
        sa.Column("employee_id", sa.BigInteger(), nullable=False),
        sa.Column("workstation", sa.String(80), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_by", sa.BigInteger(), nullable=True),
        sa.CheckConstraint(
            "state IN ('asked', 'unknown', 'approved', 'declined', 'canceled')", name="ck_card_requests_state_known"
        ),
        sa.CheckConstraint("amount BETWEEN 1 AND 9999999999", name="ck_card_requests_amount_range"),
        sa.CheckConstraint(
            "(state IN ('asked', 'unknown')) = (ended_at IS NULL)", name="ck_card_requests_ended_when_known"
        ),
        sa.CheckConstraint("reference = '' OR state = 'approved'", name="ck_card_requests_reference_of_approved"),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name="fk_card_requests_employee_id"),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoices.id"], name="fk_card_requests_invoice_id"),
        sa.ForeignKeyConstraint(["settled_by"], ["employees.id"], name="fk_card_requests_settled_by"),
        sa.ForeignKeyConstraint(["type_id"], ["tender_types.id"], name="fk_card_requests_type_id"),
        sa.PrimaryKeyConstraint("id", name="pk_card_requests"),
        sa.UniqueConstraint("key", name="uq_card_requests_key"),
        sqlite_strict=True,
    )
    op.create_index("ix_card_requests_invoice_id", "card_requests", ["invoice_id"])
