"""A department may keep books: author, publisher and format of its items, and the day from which they are sold.

Whoever may sell what is not there may sell a book before its day, too.
"""

import sqlalchemy as sa
from alembic import op

revision = "0053"
down_revision = "0052"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("departments", sa.Column("books", sa.Boolean(), nullable=False, server_default=sa.false()))
    for name, length in (("author", 120), ("publisher", 80), ("format", 40)):
        op.add_column("items", sa.Column(name, sa.String(length), nullable=False, server_default=""))
    op.add_column("items", sa.Column("on_sale_on", sa.Date(), nullable=True))
    connection = op.get_bind()
    for role_id, written in connection.exec_driver_sql("SELECT id, permissions FROM roles").fetchall():
        held = set(filter(None, written.split(",")))
        if "sell set aside" in held:
            renewed = "".join(f"{permission}," for permission in sorted(held | {"sell early"}))
            connection.execute(
                sa.text("UPDATE roles SET permissions = :renewed WHERE id = :role"),
                {"renewed": renewed, "role": role_id},
            )
