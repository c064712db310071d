"""An approval says for what content of its action it was given; those from before the upgrade are no longer valid."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

SQLITE = (
    "DROP TRIGGER approvals_fixed_update",
    (
        "CREATE TRIGGER approvals_fixed_update BEFORE UPDATE ON approvals WHEN TRUE AND (OLD.id IS NOT NEW.id"
        " OR OLD.operation IS NOT NEW.operation OR OLD.content IS NOT NEW.content OR OLD.permission IS NOT "
        "NEW.permission OR OLD.extent IS NOT NEW.extent OR OLD.quantity IS NOT NEW.quantity OR OLD.approver_id "
        "IS NOT NEW.approver_id OR OLD.employee_id IS NOT NEW.employee_id OR OLD.at IS NOT NEW.at OR OLD.used "
        "AND NOT NEW.used) BEGIN SELECT RAISE(ABORT, 'approvals never change'); END"
    ),
)

POSTGRESQL = (
    (
        "CREATE OR REPLACE FUNCTION fix_approvals() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TRUE THEN IF "
        "TG_OP = 'DELETE' THEN RAISE EXCEPTION 'approvals never change'; END IF; IF OLD.id IS DISTINCT FROM "
        "NEW.id OR OLD.operation IS DISTINCT FROM NEW.operation OR OLD.content IS DISTINCT FROM NEW.content OR "
        "OLD.permission IS DISTINCT FROM NEW.permission OR OLD.extent IS DISTINCT FROM NEW.extent OR "
        "OLD.quantity IS DISTINCT FROM NEW.quantity OR OLD.approver_id IS DISTINCT FROM NEW.approver_id OR "
        "OLD.employee_id IS DISTINCT FROM NEW.employee_id OR OLD.at IS DISTINCT FROM NEW.at OR OLD.used AND NOT "
        "NEW.used THEN RAISE EXCEPTION 'approvals never change'; END IF; END IF; IF TG_OP = 'DELETE' THEN "
        "RETURN OLD; END IF; RETURN NEW; END $$"
    ),
)


def upgrade() -> None:
    op.add_column("approvals", sa.Column("content", sa.String(64), nullable=True))
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)
