"""Customers who pay no tax, and the number that says so; whoever may change a price may change a tax."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("customers", "invoices"):
        op.add_column(table, sa.Column("exempt_number", sa.String(40), nullable=False, server_default=""))
        op.add_column(table, sa.Column("exempt_reason", sa.String(200), nullable=False, server_default=""))
    roles = sa.table("roles", sa.column("id"), sa.column("permissions"), sa.column("version"))
    connection = op.get_bind()
    for role in connection.execute(sa.select(roles.c.id, roles.c.permissions)).all():
        held = set(filter(None, role.permissions.split(",")))
        if "change price" in held:
            written = "".join(f"{permission}," for permission in sorted(held | {"change tax"}))
            values = {"permissions": written, "version": roles.c.version + 1}
            connection.execute(sa.update(roles).where(roles.c.id == role.id).values(values))
