"""Orders are mailed to their vendors: what is to be sent, and what came of it."""

import sqlalchemy as sa
from alembic import op

revision = "0056"
down_revision = "0055"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "outgoing_mails",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("purchase_order_id", sa.BigInteger(), nullable=False),
        sa.Column("recipient", sa.String(254), nullable=False),
        sa.Column("subject", sa.String(120), nullable=False),
        sa.Column("body", sa.String(2000), nullable=False),
        sa.Column("file_name", sa.String(80), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("message_id", sa.String(80), nullable=False),
        sa.Column("workstation", sa.String(80), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("reason", sa.String(200), nullable=False),
        sa.Column("attempts", sa.BigInteger(), nullable=False),
        sa.Column("employee_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tried_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "state IN ('waiting', 'sending', 'sent', 'failed', 'unknown', 'deleted')",
            name="ck_outgoing_mails_state_known",
        ),
        sa.CheckConstraint("attempts >= 0", name="ck_outgoing_mails_attempts_sign"),
        sa.CheckConstraint("length(content) BETWEEN 1 AND 10000000", name="ck_outgoing_mails_content_range"),
        sa.CheckConstraint("length(trim(recipient)) > 0", name="ck_outgoing_mails_recipient_is_said"),
        sa.ForeignKeyConstraint(
            ["purchase_order_id"], ["purchase_orders.id"], name="fk_outgoing_mails_purchase_order_id"
        ),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name="fk_outgoing_mails_employee_id"),
        sa.PrimaryKeyConstraint("id", name="pk_outgoing_mails"),
        sa.UniqueConstraint("message_id", name="uq_outgoing_mails_message_id"),
        sqlite_strict=True,
    )
    for name in ("purchase_order_id", "state"):
        op.create_index(f"ix_outgoing_mails_{name}", "outgoing_mails", [name])
