"""What customers said to a price above the one that a special order promised them."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

SQLITE = (
    (
        "CREATE TRIGGER price_words_no_update BEFORE UPDATE ON price_words BEGIN SELECT RAISE(ABORT, "
        "'price_words: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER price_words_no_delete BEFORE DELETE ON price_words BEGIN SELECT RAISE(ABORT, "
        "'price_words: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER price_words_not_replaced BEFORE INSERT ON price_words WHEN EXISTS (SELECT 1 FROM "
        "price_words WHERE ((price_words.rowid = NEW.rowid)) AND TRUE) BEGIN SELECT RAISE(ABORT, "
        "'price_words: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER price_words_not_replaced_by_update BEFORE UPDATE ON price_words WHEN (OLD.rowid IS "
        "NOT NEW.rowid) AND EXISTS (SELECT 1 FROM price_words WHERE ((price_words.rowid = NEW.rowid)) AND "
        "price_words.rowid <> OLD.rowid AND TRUE) BEGIN SELECT RAISE(ABORT, 'price_words: rows here are only "
        "ever added'); END"
    ),
)

POSTGRESQL = (
    (
        "CREATE TRIGGER price_words_append_only BEFORE UPDATE OR DELETE ON price_words FOR EACH ROW EXECUTE "
        "FUNCTION refuse_change()"
    ),
    (
        "CREATE TRIGGER price_words_no_truncate BEFORE TRUNCATE ON price_words FOR EACH STATEMENT EXECUTE "
        "FUNCTION refuse_change()"
    ),
)


def upgrade() -> None:
    op.create_table(
        "price_words",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("backorder_id", sa.BigInteger(), nullable=False),
        sa.Column("unit_price", sa.BigInteger(), nullable=False),
        sa.Column("word", sa.String(200), nullable=False),
        sa.Column("employee_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("unit_price BETWEEN 0 AND 9999999999", name="ck_price_words_unit_price_range"),
        sa.CheckConstraint("length(trim(word)) > 0", name="ck_price_words_word_given"),
        sa.ForeignKeyConstraint(["backorder_id"], ["backorders.id"], name="fk_price_words_backorder_id"),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name="fk_price_words_employee_id"),
        sa.PrimaryKeyConstraint("id", name="pk_price_words"),
        sqlite_strict=True,
    )
    op.create_index("ix_price_words_backorder_id", "price_words", ["backorder_id"])
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)
