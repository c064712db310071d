"""Roles say how large a cancellation fee may be, and how small a deposit.

The Owner and managers who pay out money may take any deposit.
"""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0034"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("roles", sa.Column("most_fee", sa.BigInteger(), nullable=True))
    op.add_column("roles", sa.Column("least_deposit", sa.BigInteger(), nullable=True))
    with rebuilt("roles") as roles:
        roles.create_check_constraint("ck_roles_fee_range", "most_fee BETWEEN 0 AND 1000000")
        roles.create_check_constraint("ck_roles_deposit_range", "least_deposit BETWEEN 0 AND 1000000")
    op.execute(
        "UPDATE roles SET permissions = permissions || 'lower deposit,', version = version + 1 "
        "WHERE code IN ('owner', 'manager') AND permissions LIKE '%pay out,%'"
    )
