"""Roles become rows that the shop can edit; the lowest-numbered manager who works here becomes the Owner.

An Owner may do everything, whatever comes later, and the shop always has one. The roles get what their people need for
their work, not all that everybody could do so far.
"""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

EVERYTHING = (
    *("sell below zero", "sell set aside", "sell below cost", "change price", "discount", "return goods", "pay out"),
    *("cancel backorder", "adjust stock", "write orders", "post orders", "receive", "see costs", "edit items"),
    *("edit prices", "edit customers", "edit vendors", "edit employees", "change preferences", "import", "read audit"),
)
CASHIER = ("discount", "cancel backorder", "edit customers")
CLERK = (
    *(*CASHIER, "adjust stock", "write orders", "post orders", "receive", "see costs", "edit items", "edit prices"),
    *("edit vendors", "sell below zero", "import"),
)
TEN_PERCENT = 100_000  # in ten-thousandths of a percent
ROLES = (
    ("owner", "Owner", EVERYTHING, None),
    ("manager", "Manager", EVERYTHING, None),
    ("clerk", "Clerk", CLERK, TEN_PERCENT),
    ("cashier", "Cashier", CASHIER, TEN_PERCENT),
)


def upgrade() -> None:
    roles = op.create_table(
        "roles",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("code", sa.String(30), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("permissions", sa.Text(), nullable=False),
        sa.Column("most_discount", sa.BigInteger(), nullable=True),
        sa.Column("price_floor", sa.BigInteger(), nullable=True),
        sa.Column("most_paid_out", sa.BigInteger(), nullable=True),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("most_discount BETWEEN 0 AND 1000000", name="ck_roles_discount_range"),
        sa.CheckConstraint("price_floor BETWEEN 0 AND 1000000", name="ck_roles_floor_range"),
        sa.CheckConstraint("most_paid_out BETWEEN 0 AND 9999999999", name="ck_roles_most_paid_out_range"),
        sa.PrimaryKeyConstraint("id", name="pk_roles"),
        sa.UniqueConstraint("code", name="uq_roles_code"),
        sqlite_strict=True,
    )
    rows = [
        {
            "code": code,
            "name": name,
            "permissions": "".join(f"{permission}," for permission in sorted(permissions)),
            "most_discount": most_discount,
            "archived": False,
            "version": 1,
        }
        for code, name, permissions, most_discount in ROLES
    ]
    op.bulk_insert(roles, rows)
    op.execute("INSERT INTO counters (name, value) VALUES ('role', 0)")
    with rebuilt("employees") as employees:
        employees.drop_constraint("ck_employees_role_known", type_="check")
        employees.create_foreign_key("fk_employees_role", "roles", ["role"], ["code"])
    op.execute(
        "UPDATE employees SET role = 'owner', version = version + 1 "
        "WHERE id = (SELECT MIN(id) FROM employees WHERE role = 'manager' AND NOT archived)"
    )
