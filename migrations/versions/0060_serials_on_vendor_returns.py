"""Units that go back to their vendor have their serial numbers on the return."""

import sqlalchemy as sa
from alembic import op

revision = "0060"
down_revision = "0059"
branch_labels = None
depends_on = None

SQLITE = (
    (
        "CREATE TRIGGER vendor_return_serials_keep_insert BEFORE INSERT ON vendor_return_serials WHEN EXISTS "
        "(SELECT 1 FROM vendor_returns WHERE id = NEW.vendor_return_id AND status = 'posted') BEGIN SELECT "
        "RAISE(ABORT, 'posted vendor_returns never change'); END"
    ),
    (
        "CREATE TRIGGER vendor_return_serials_keep_update BEFORE UPDATE ON vendor_return_serials WHEN EXISTS "
        "(SELECT 1 FROM vendor_returns WHERE id = OLD.vendor_return_id AND status = 'posted') OR EXISTS "
        "(SELECT 1 FROM vendor_returns WHERE id = NEW.vendor_return_id AND status = 'posted') BEGIN SELECT "
        "RAISE(ABORT, 'posted vendor_returns never change'); END"
    ),
    (
        "CREATE TRIGGER vendor_return_serials_keep_delete BEFORE DELETE ON vendor_return_serials WHEN EXISTS "
        "(SELECT 1 FROM vendor_returns WHERE id = OLD.vendor_return_id AND status = 'posted') BEGIN SELECT "
        "RAISE(ABORT, 'posted vendor_returns never change'); END"
    ),
    (
        "CREATE TRIGGER vendor_return_serials_not_replaced BEFORE INSERT ON vendor_return_serials WHEN EXISTS"
        " (SELECT 1 FROM vendor_return_serials WHERE ((vendor_return_serials.rowid = NEW.rowid) OR "
        "(vendor_return_serials.line_id = NEW.line_id AND vendor_return_serials.form = NEW.form)) AND EXISTS "
        "(SELECT 1 FROM vendor_returns whole WHERE whole.id = vendor_return_serials.vendor_return_id AND "
        "whole.status = 'posted')) BEGIN SELECT RAISE(ABORT, 'posted vendor_returns never change'); END"
    ),
    (
        "CREATE TRIGGER vendor_return_serials_not_replaced_by_update BEFORE UPDATE ON vendor_return_serials "
        "WHEN (OLD.rowid IS NOT NEW.rowid OR OLD.line_id IS NOT NEW.line_id OR OLD.form IS NOT NEW.form) AND "
        "EXISTS (SELECT 1 FROM vendor_return_serials WHERE ((vendor_return_serials.rowid = NEW.rowid) OR "
        "(vendor_return_serials.line_id = NEW.line_id AND vendor_return_serials.form = NEW.form)) AND "
        "vendor_return_serials.rowid <> OLD.rowid AND EXISTS (SELECT 1 FROM vendor_returns whole WHERE "
        "whole.id = vendor_return_serials.vendor_return_id AND whole.status = 'posted')) BEGIN SELECT "
        "RAISE(ABORT, 'posted vendor_returns never change'); END"
    ),
)
POSTGRESQL = (
    (
        "CREATE TRIGGER vendor_return_serials_keep BEFORE INSERT OR UPDATE OR DELETE ON vendor_return_serials"
        " FOR EACH ROW EXECUTE FUNCTION keep_part_of_vendor_returns()"
    ),
    (
        "CREATE TRIGGER vendor_return_serials_no_truncate BEFORE TRUNCATE ON vendor_return_serials FOR EACH "
        "STATEMENT EXECUTE FUNCTION refuse_emptying()"
    ),
)


def upgrade() -> None:
    asked = sa.Column("serials_asked", sa.Boolean(), nullable=False, server_default=sa.false())
    op.add_column("vendor_return_lines", asked)
    serials = "vendor_return_serials"
    op.create_table(
        serials,
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("vendor_return_id", sa.BigInteger(), nullable=False),
        sa.Column("line_id", sa.BigInteger(), nullable=False),
        sa.Column("serial", sa.String(40), nullable=False),
        sa.Column("form", sa.String(120), nullable=False),
        sa.ForeignKeyConstraint(["vendor_return_id"], ["vendor_returns.id"], name=f"fk_{serials}_vendor_return_id"),
        sa.ForeignKeyConstraint(["line_id"], ["vendor_return_lines.id"], name=f"fk_{serials}_line_id"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{serials}"),
        sa.UniqueConstraint("line_id", "form", name=f"uq_{serials}_line_id_form"),
        sqlite_strict=True,
    )
    for name in ("vendor_return_id", "form"):
        op.create_index(f"ix_{serials}_{name}", serials, [name])
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)
