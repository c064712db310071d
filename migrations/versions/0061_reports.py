"""Reports find what was sold and what moved in a period by its moment. Who reads the audit sees reports, too."""

import sqlalchemy as sa
from alembic import op

revision = "0061"
down_revision = "0060"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_invoices_processed_at", "invoices", ["processed_at"])
    op.create_index("ix_stock_ledger_at", "stock_ledger", ["at"])
    connection = op.get_bind()
    for role_id, written in connection.exec_driver_sql("SELECT id, permissions FROM roles").fetchall():
        held = set(filter(None, written.split(",")))
        if "read audit" in held:
            renewed = "".join(f"{permission}," for permission in sorted(held | {"see reports"}))
            connection.execute(
                sa.text("UPDATE roles SET permissions = :renewed WHERE id = :role"),
                {"renewed": renewed, "role": role_id},
            )
