"""Roles say how large a cancellation fee may be; whoever may keep a larger one may so far keep any."""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("roles", sa.Column("most_fee", sa.BigInteger(), nullable=True))
    with rebuilt("roles") as roles:
        roles.create_check_constraint("ck_roles_fee_range", "most_fee BETWEEN 0 AND 1000000")
