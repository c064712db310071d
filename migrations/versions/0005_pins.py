"""Employees get PINs, in a table of their own, and badges.

Nobody has a PIN after the upgrade. The lowest-numbered manager who works here makes the first one at the next log-in;
until then the others log in as before.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("employees", sa.Column("badge", sa.String(30), nullable=True))
    op.create_index("ix_employees_badge", "employees", ["badge"], unique=True)
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "pins",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("employee_id", sa.BigInteger(), nullable=False),
        sa.Column("pin_hash", sa.String(200), nullable=False),
        sa.Column("failures", sa.BigInteger(), nullable=False),
        sa.Column("not_before", moment, nullable=True),
        sa.CheckConstraint("failures >= 0", name="ck_pins_failures_count"),
        sa.CheckConstraint("(failures >= 5) = (not_before IS NOT NULL)", name="ck_pins_lock_follows_failures"),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name="fk_pins_employee_id"),
        sa.PrimaryKeyConstraint("id", name="pk_pins"),
        sa.UniqueConstraint("employee_id", name="uq_pins_employee_id"),
        sqlite_strict=True,
    )
