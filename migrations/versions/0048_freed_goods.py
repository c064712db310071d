"""What was decided about goods of sent orders whose customers canceled; so far nothing was."""

import sqlalchemy as sa
from alembic import op

revision = "0048"
down_revision = "0047"
branch_labels = None
depends_on = None

SQLITE = (
    (
        "CREATE TRIGGER freed_goods_no_update BEFORE UPDATE ON freed_goods BEGIN SELECT RAISE(ABORT, "
        "'freed_goods: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER freed_goods_no_delete BEFORE DELETE ON freed_goods BEGIN SELECT RAISE(ABORT, "
        "'freed_goods: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER freed_goods_not_replaced BEFORE INSERT ON freed_goods WHEN EXISTS (SELECT 1 FROM "
        "freed_goods WHERE ((freed_goods.rowid = NEW.rowid) OR (freed_goods.request_id = NEW.request_id)) AND "
        "TRUE) BEGIN SELECT RAISE(ABORT, 'freed_goods: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER freed_goods_not_replaced_by_update BEFORE UPDATE ON freed_goods WHEN (OLD.rowid IS "
        "NOT NEW.rowid OR OLD.request_id IS NOT NEW.request_id) AND EXISTS (SELECT 1 FROM freed_goods WHERE "
        "((freed_goods.rowid = NEW.rowid) OR (freed_goods.request_id = NEW.request_id)) AND freed_goods.rowid "
        "<> OLD.rowid AND TRUE) BEGIN SELECT RAISE(ABORT, 'freed_goods: rows here are only ever added'); END"
    ),
)

POSTGRESQL = (
    (
        "CREATE TRIGGER freed_goods_append_only BEFORE UPDATE OR DELETE ON freed_goods FOR EACH ROW EXECUTE "
        "FUNCTION refuse_change()"
    ),
    (
        "CREATE TRIGGER freed_goods_no_truncate BEFORE TRUNCATE ON freed_goods FOR EACH STATEMENT EXECUTE "
        "FUNCTION refuse_change()"
    ),
)


def upgrade() -> None:
    name = "freed_goods"
    op.create_table(
        name,
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("purchase_order_line_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("request_id", sa.BigInteger(), nullable=True),
        sa.Column("note", sa.String(200), nullable=False),
        sa.Column("employee_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "kind IN ('asked', 'agreed', 'refused', 'withdrawn', 'came', 'shelf', 'next')", name=f"ck_{name}_kind_known"
        ),
        sa.CheckConstraint("quantity BETWEEN 0 AND 999999999", name=f"ck_{name}_quantity_range"),
        sa.CheckConstraint(
            "(kind IN ('refused', 'withdrawn', 'came')) = (quantity = 0)", name=f"ck_{name}_quantity_fits"
        ),
        sa.CheckConstraint(
            "(kind IN ('agreed', 'refused', 'withdrawn', 'came')) = (request_id IS NOT NULL)",
            name=f"ck_{name}_answers_a_request",
        ),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=f"fk_{name}_employee_id"),
        sa.ForeignKeyConstraint(
            ["purchase_order_line_id"], ["purchase_order_lines.id"], name=f"fk_{name}_purchase_order_line_id"
        ),
        sa.ForeignKeyConstraint(["request_id"], [f"{name}.id"], name=f"fk_{name}_request_id"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.UniqueConstraint("request_id", name=f"uq_{name}_request_id"),
        sqlite_strict=True,
    )
    op.create_index(f"ix_{name}_purchase_order_line_id", name, ["purchase_order_line_id"])
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)
