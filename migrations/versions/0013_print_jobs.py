"""Print jobs; whoever may pay money out may open the drawer."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

PAYS_OUT, OPENS = "pay out", "open drawer"


def upgrade() -> None:
    op.create_table(
        "print_jobs",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("printing", sa.String(40), nullable=False),
        sa.Column("invoice_id", sa.BigInteger(), nullable=True),
        sa.Column("workstation", sa.String(80), nullable=False),
        sa.Column("printer", sa.String(80), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("reason", sa.String(200), nullable=False),
        sa.Column("attempts", sa.BigInteger(), nullable=False),
        sa.Column("opens_drawer", sa.Boolean(), nullable=False),
        sa.Column("is_copy", sa.Boolean(), nullable=False),
        sa.Column("spells_out", sa.Boolean(), nullable=False),
        sa.Column("employee_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tried_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("attempts >= 0", name="ck_print_jobs_attempts_sign"),
        sa.CheckConstraint("(printing = 'drawer') = (invoice_id IS NULL)", name="ck_print_jobs_of_an_invoice"),
        sa.CheckConstraint("printing IN ('receipt', 'gift receipt', 'drawer')", name="ck_print_jobs_printing_known"),
        sa.CheckConstraint(
            "state IN ('waiting', 'sending', 'printed', 'maybe printed', 'stopped', 'deleted')",
            name="ck_print_jobs_state_known",
        ),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name="fk_print_jobs_employee_id"),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoices.id"], name="fk_print_jobs_invoice_id"),
        sa.PrimaryKeyConstraint("id", name="pk_print_jobs"),
        sqlite_strict=True,
    )
    op.create_index("ix_print_jobs_invoice_id", "print_jobs", ["invoice_id"])
    op.create_index("ix_print_jobs_state", "print_jobs", ["state"])
    _let_open_the_drawer()


def _let_open_the_drawer() -> None:
    connection = op.get_bind()
    for role_id, written in connection.exec_driver_sql("SELECT id, permissions FROM roles").fetchall():
        held = set(filter(None, written.split(",")))
        if PAYS_OUT in held:
            renewed = "".join(f"{permission}," for permission in sorted(held | {OPENS}))
            connection.execute(
                sa.text("UPDATE roles SET permissions = :renewed WHERE id = :role"),
                {"renewed": renewed, "role": role_id},
            )
