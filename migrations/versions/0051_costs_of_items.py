"""What an item costs is remembered from its first delivery on that was paid for; until then its card alone says it."""

import sqlalchemy as sa
from alembic import op

revision = "0051"
down_revision = "0049"
branch_labels = None
depends_on = None

SQLITE = (
    (
        "CREATE TRIGGER item_costs_no_update BEFORE UPDATE ON item_costs BEGIN SELECT RAISE(ABORT, "
        "'item_costs: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER item_costs_no_delete BEFORE DELETE ON item_costs BEGIN SELECT RAISE(ABORT, "
        "'item_costs: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER item_costs_not_replaced BEFORE INSERT ON item_costs WHEN EXISTS (SELECT 1 FROM "
        "item_costs WHERE ((item_costs.rowid = NEW.rowid) OR (item_costs.receiving_line_id = "
        "NEW.receiving_line_id)) AND TRUE) BEGIN SELECT RAISE(ABORT, 'item_costs: rows here are only ever "
        "added'); END"
    ),
    (
        "CREATE TRIGGER item_costs_not_replaced_by_update BEFORE UPDATE ON item_costs WHEN (OLD.rowid IS NOT "
        "NEW.rowid OR OLD.receiving_line_id IS NOT NEW.receiving_line_id) AND EXISTS (SELECT 1 FROM "
        "item_costs WHERE ((item_costs.rowid = NEW.rowid) OR (item_costs.receiving_line_id = "
        "NEW.receiving_line_id)) AND item_costs.rowid <> OLD.rowid AND TRUE) BEGIN SELECT RAISE(ABORT, "
        "'item_costs: rows here are only ever added'); END"
    ),
)
POSTGRESQL = (
    (
        "CREATE TRIGGER item_costs_append_only BEFORE UPDATE OR DELETE ON item_costs FOR EACH ROW EXECUTE "
        "FUNCTION refuse_change()"
    ),
    (
        "CREATE TRIGGER item_costs_no_truncate BEFORE TRUNCATE ON item_costs FOR EACH STATEMENT EXECUTE "
        "FUNCTION refuse_change()"
    ),
)


def upgrade() -> None:
    op.create_table(
        "item_costs",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("item_id", sa.BigInteger(), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.Column("receiving_line_id", sa.BigInteger(), nullable=True),
        sa.Column("employee_id", sa.BigInteger(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("cost BETWEEN 0 AND 999999999999", name="ck_item_costs_cost_range"),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name="fk_item_costs_item_id"),
        sa.ForeignKeyConstraint(["receiving_line_id"], ["receiving_lines.id"], name="fk_item_costs_receiving_line_id"),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name="fk_item_costs_employee_id"),
        sa.PrimaryKeyConstraint("id", name="pk_item_costs"),
        sa.UniqueConstraint("receiving_line_id", name="uq_item_costs_receiving_line_id"),
        sqlite_strict=True,
    )
    op.create_index("ix_item_costs_item_id", "item_costs", ["item_id"])
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)
