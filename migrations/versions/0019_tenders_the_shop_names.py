"""What the shop takes becomes rows that it can name; a payment keeps the name and what it did, from now on and so far.

The four kinds that there were become the first rows. A payment may have a reference, which none had so far.
"""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

KEEPS_TENDERS = "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = 'tenders_keep_update'"
OF_CASH = ("opens_drawer", "gives_change", "rounds")
FIRST = (("cash", "Cash"), ("card", "Card"), ("check", "Check"), ("other", "Other"))


def upgrade() -> None:
    types = op.create_table(
        "tender_types",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("code", sa.String(30), nullable=False),
        sa.Column("name", sa.String(20), nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("opens_drawer", sa.Boolean(), nullable=False),
        sa.Column("asks_reference", sa.Boolean(), nullable=False),
        sa.Column("gives_change", sa.Boolean(), nullable=False),
        sa.Column("rounds", sa.Boolean(), nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False, server_default=""),
        sa.CheckConstraint("kind IN ('cash', 'card', 'check', 'other')", name="ck_tender_types_kind_known"),
        sa.CheckConstraint("NOT rounds OR kind = 'cash'", name="ck_tender_types_only_cash_rounds"),
        sa.PrimaryKeyConstraint("id", name="pk_tender_types"),
        sa.UniqueConstraint("code", name="uq_tender_types_code"),
        sqlite_strict=True,
    )
    rows = [
        {
            "code": kind,
            "name": name,
            "kind": kind,
            "position": position,
            "asks_reference": False,
            **dict.fromkeys(OF_CASH, kind == "cash"),
            "archived": False,
            "version": 1,
            "search_text": name.lower(),
        }
        for position, (kind, name) in enumerate(FIRST, 1)
    ]
    op.bulk_insert(types, rows)
    op.execute("INSERT INTO counters (name, value) VALUES ('tender_type', 0)")
    _name_payments()


def _name_payments() -> None:
    op.add_column("tenders", sa.Column("type_id", sa.BigInteger(), nullable=True))
    for name, size in (("name", 20), ("reference", 40)):
        op.add_column("tenders", sa.Column(name, sa.String(size), nullable=False, server_default=""))
    for name in OF_CASH:
        op.add_column("tenders", sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false()))
    _take_from_kinds()
    with rebuilt("tenders") as tenders:
        tenders.alter_column("type_id", nullable=False)
        for name in ("name", "reference", *OF_CASH):
            tenders.alter_column(name, server_default=None)
        tenders.drop_constraint("ck_tenders_change_from_cash", type_="check")
        tenders.create_check_constraint(
            "ck_tenders_change_where_given", "change = 0 OR (gives_change AND change <= amount)"
        )
        tenders.create_check_constraint("ck_tenders_only_cash_rounds", "NOT rounds OR kind = 'cash'")
        tenders.create_foreign_key("fk_tenders_type_id", "tender_types", ["type_id"], ["id"])


def _take_from_kinds() -> None:
    """Say of every payment what its kind was called and did, also where the invoice changes no more."""
    connection = op.get_bind()
    own = ", ".join(f"{name} = t.{name}" for name in ("name", *OF_CASH))
    named = f"UPDATE tenders SET type_id = t.id, {own} FROM tender_types t WHERE t.kind = tenders.kind"
    if connection.dialect.name == "sqlite":
        keeper = connection.exec_driver_sql(KEEPS_TENDERS).scalar_one()
        connection.exec_driver_sql("DROP TRIGGER tenders_keep_update")
        connection.exec_driver_sql(named)
        connection.exec_driver_sql(keeper)
    else:
        connection.exec_driver_sql("ALTER TABLE tenders DISABLE TRIGGER USER")
        connection.exec_driver_sql(named)
        connection.exec_driver_sql("ALTER TABLE tenders ENABLE TRIGGER USER")
