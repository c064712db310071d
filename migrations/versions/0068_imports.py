"""Imports are records, tied to the cards that they made and changed, so that they can be undone."""

import sqlalchemy as sa
from alembic import op

revision = "0068"
down_revision = "0067"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "imports",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("file_name", sa.String(80), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.Column("changed", sa.BigInteger(), nullable=False),
        sa.Column("refused", sa.BigInteger(), nullable=False),
        sa.Column("noted", sa.BigInteger(), nullable=False),
        sa.Column("employee_id", sa.BigInteger(), nullable=True),
        sa.Column("workstation", sa.String(80), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by", sa.BigInteger(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('items', 'customers', 'vendors', 'departments', 'tax-codes', 'stock', 'prices')",
            name="ck_imports_kind_known",
        ),
        sa.CheckConstraint(
            "made >= 0 AND changed >= 0 AND refused >= 0 AND noted >= 0", name="ck_imports_figures_sign"
        ),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name="fk_imports_employee_id"),
        sa.ForeignKeyConstraint(["undone_by"], ["employees.id"], name="fk_imports_undone_by"),
        sa.PrimaryKeyConstraint("id", name="pk_imports"),
        sqlite_strict=True,
    )
    op.create_table(
        "imported_cards",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("import_id", sa.BigInteger(), nullable=False),
        sa.Column("record_kind", sa.String(30), nullable=False),
        sa.Column("record_id", sa.BigInteger(), nullable=False),
        sa.Column("made", sa.Boolean(), nullable=False),
        sa.Column("moved", sa.BigInteger(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["import_id"], ["imports.id"], name="fk_imported_cards_import_id"),
        sa.PrimaryKeyConstraint("id", name="pk_imported_cards"),
        sa.UniqueConstraint(
            "import_id", "record_kind", "record_id", name="uq_imported_cards_import_id_record_kind_record_id"
        ),
        sqlite_strict=True,
    )
