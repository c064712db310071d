"""What departments ask of a special order, and what customers answered."""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("departments", sa.Column("questions", sa.String(2000), nullable=False, server_default=""))
    op.create_table(
        "special_order_answers",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("line_id", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("question", sa.String(80), nullable=False),
        sa.Column("answer", sa.String(200), nullable=False),
        sa.CheckConstraint(
            "length(trim(question)) > 0 AND length(trim(answer)) > 0", name="ck_special_order_answers_says_something"
        ),
        sa.ForeignKeyConstraint(["line_id"], ["special_order_lines.id"], name="fk_special_order_answers_line_id"),
        sa.PrimaryKeyConstraint("id", name="pk_special_order_answers"),
        sa.UniqueConstraint("line_id", "position", name="uq_special_order_answers_line_id_position"),
        sqlite_strict=True,
    )
