"""Index columns that are empty on most rows only where they are not, and drop what no query reads through.

Every line of every sale was entered in indexes of what it fills, returns, pays ahead or was wished as, nearly always as
nothing. The three that are dropped led from a backorder or its events, which nobody ever deletes, to where no query
goes.
"""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None

GIVEN = {
    "invoice_lines": ("fills_backorder_id", "want_id", "deposit_line_id", "returns_line_id"),
    "invoices": ("returns_invoice_id",),
    "customer_money": ("backorder_id",),
    "attachments": ("backorder_id", "special_order_line_id"),
    "customers": ("merged_into",),
}
UNREAD = {"invoice_lines": "deposit_backorder_id", "tenders": "backorder_id", "customer_money": "event_id"}


def upgrade() -> None:
    for table, columns in GIVEN.items():
        for column in columns:
            name, given = f"ix_{table}_{column}", sa.text(f"{column} IS NOT NULL")
            op.drop_index(name, table)
            op.create_index(name, table, [column], sqlite_where=given, postgresql_where=given)
    for table, column in UNREAD.items():
        op.drop_index(f"ix_{table}_{column}", table)
