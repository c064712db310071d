"""An invoice on which no goods are left is committed no longer: nothing is set aside on it."""

from alembic import op

revision = "0048"
down_revision = "0047"
branch_labels = None
depends_on = None

EMPTY = """SELECT v.id FROM invoices v
            WHERE v.status = 'working' AND v.committed
              AND NOT EXISTS (SELECT 1 FROM invoice_lines l
                               WHERE l.invoice_id = v.id AND l.trans_code = 'S' AND l.stocked)"""


def upgrade() -> None:
    op.execute(
        f"""DELETE FROM picked_lines
             WHERE held_id IN ({EMPTY})
               AND EXISTS (SELECT 1 FROM invoices p WHERE p.id = picked_lines.invoice_id AND p.status = 'working')"""
    )
    op.execute(
        f"UPDATE invoices SET committed = FALSE, committed_at = NULL, version = version + 1 WHERE id IN ({EMPTY})"
    )
