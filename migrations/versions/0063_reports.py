"""Reports find the invoices of a period by the moment at which they were posted. Who reads the audit sees reports, too."""

import sqlalchemy as sa
from alembic import op

revision = "0063"
down_revision = "0056"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_invoices_processed_at", "invoices", ["processed_at"])
    connection = op.get_bind()
    for role_id, written in connection.exec_driver_sql("SELECT id, permissions FROM roles").fetchall():
        held = set(filter(None, written.split(",")))
        if "read audit" in held:
            renewed = "".join(f"{permission}," for permission in sorted(held | {"see reports"}))
            connection.execute(
                sa.text("UPDATE roles SET permissions = :renewed WHERE id = :role"),
                {"renewed": renewed, "role": role_id},
            )
