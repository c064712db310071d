"""Roles say how small a deposit may be; whoever could do everything so far, the Owner and managers, may ask less."""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with rebuilt("roles") as roles:
        roles.add_column(sa.Column("least_deposit", sa.BigInteger(), nullable=True))
        roles.create_check_constraint("ck_roles_deposit_range", "least_deposit BETWEEN 0 AND 1000000")
    op.execute(
        "UPDATE roles SET permissions = permissions || 'lower deposit,', version = version + 1 "
        "WHERE code IN ('owner', 'manager') AND permissions LIKE '%pay out,%'"
    )
