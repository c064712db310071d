"""Pictures and files beside backorders and lines of special orders."""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "attachments",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("backorder_id", sa.BigInteger(), nullable=True),
        sa.Column("special_order_line_id", sa.BigInteger(), nullable=True),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("employee_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind IN ('jpeg', 'png', 'pdf')", name="ck_attachments_kind_known"),
        sa.CheckConstraint(
            "(backorder_id IS NULL) <> (special_order_line_id IS NULL)", name="ck_attachments_beside_one_thing"
        ),
        sa.CheckConstraint("length(content) BETWEEN 1 AND 2000000", name="ck_attachments_content_range"),
        sa.ForeignKeyConstraint(["backorder_id"], ["backorders.id"], name="fk_attachments_backorder_id"),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name="fk_attachments_employee_id"),
        sa.ForeignKeyConstraint(
            ["special_order_line_id"], ["special_order_lines.id"], name="fk_attachments_special_order_line_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_attachments"),
        sqlite_strict=True,
    )
    for column in ("backorder_id", "special_order_line_id"):
        op.create_index(f"ix_attachments_{column}", "attachments", [column])
