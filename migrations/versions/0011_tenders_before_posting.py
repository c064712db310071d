"""A tender says when it was handed over, to whom and where: it is stored at once, not only when its invoice is posted.

Of earlier tenders nothing is known beyond what the posting of their invoice says.
"""

import sqlalchemy as sa
from rebuilding import rebuilt

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with rebuilt("tenders") as tenders:
        tenders.add_column(sa.Column("taken_at", sa.DateTime(timezone=True), nullable=True))
        tenders.add_column(sa.Column("employee_id", sa.BigInteger(), nullable=True))
        tenders.add_column(sa.Column("workstation", sa.String(80), nullable=True))
        tenders.create_foreign_key("fk_tenders_employee_id", "employees", ["employee_id"], ["id"])
