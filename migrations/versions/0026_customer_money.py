"""The shop holds money of customers: a ledger that only grows, D lines, and the tenders Deposit and Credit.

So far nothing is held for anybody. The two tenders are none of the shop's own: they have no card.
"""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

ONE_AMOUNT = (
    "trans_code <> 'D' OR (unit_price <> 0 AND extension = unit_price AND quantity = 1000 "
    "AND discount = 0 AND tax_code_id IS NULL)"
)
KINDS = "kind IN ('cash', 'card', 'check', 'other', 'deposit', 'credit')"
SQLITE = (
    (
        "CREATE TRIGGER customer_money_no_update BEFORE UPDATE ON customer_money BEGIN SELECT RAISE(ABORT, "
        "'customer_money: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER customer_money_no_delete BEFORE DELETE ON customer_money BEGIN SELECT RAISE(ABORT, "
        "'customer_money: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER customer_money_not_replaced BEFORE INSERT ON customer_money WHEN EXISTS (SELECT 1 FROM "
        "customer_money WHERE ((customer_money.rowid = NEW.rowid) OR (customer_money.line_id = NEW.line_id) OR "
        "(customer_money.moved_from_id = NEW.moved_from_id) OR (customer_money.tender_id = NEW.tender_id)) AND TRUE) "
        "BEGIN SELECT RAISE(ABORT, 'customer_money: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER customer_money_not_replaced_by_update BEFORE UPDATE ON customer_money WHEN (OLD.rowid IS NOT "
        "NEW.rowid OR OLD.line_id IS NOT NEW.line_id OR OLD.moved_from_id IS NOT NEW.moved_from_id OR OLD.tender_id "
        "IS NOT NEW.tender_id) AND EXISTS (SELECT 1 FROM customer_money WHERE ((customer_money.rowid = NEW.rowid) OR "
        "(customer_money.line_id = NEW.line_id) OR (customer_money.moved_from_id = NEW.moved_from_id) OR "
        "(customer_money.tender_id = NEW.tender_id)) AND customer_money.rowid <> OLD.rowid AND TRUE) BEGIN SELECT "
        "RAISE(ABORT, 'customer_money: rows here are only ever added'); END"
    ),
)
POSTGRESQL = (
    (
        "CREATE TRIGGER customer_money_append_only BEFORE UPDATE OR DELETE ON customer_money FOR EACH ROW EXECUTE "
        "FUNCTION refuse_change()"
    ),
    (
        "CREATE TRIGGER customer_money_no_truncate BEFORE TRUNCATE ON customer_money FOR EACH STATEMENT EXECUTE "
        "FUNCTION refuse_change()"
    ),
)


def upgrade() -> None:
    _let_lines_be_deposits()
    _let_tenders_use_deposits()
    op.create_table(
        "customer_accounts",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("customer_id", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name="fk_customer_accounts_customer_id"),
        sa.PrimaryKeyConstraint("id", name="pk_customer_accounts"),
        sa.UniqueConstraint("customer_id", name="uq_customer_accounts_customer_id"),
        sqlite_strict=True,
    )
    _create_ledger()
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)


def _let_lines_be_deposits() -> None:
    for name in ("deposit_line_id", "deposit_backorder_id"):
        op.add_column("invoice_lines", sa.Column(name, sa.BigInteger(), nullable=True))
    with rebuilt("invoice_lines") as lines:
        for name in ("trans_code_known", "unit_price_range", "extension_sign", "item_unless_comment"):
            lines.drop_constraint(f"ck_invoice_lines_{name}", type_="check")
        for name, rule in (
            ("trans_code_known", "trans_code IN ('S', 'B', 'R', 'C', 'D')"),
            ("unit_price_range", "unit_price BETWEEN -9999999999 AND 9999999999"),
            ("only_deposits_below_zero", "trans_code = 'D' OR unit_price >= 0"),
            ("extension_sign", "trans_code IN ('R', 'D') OR extension >= 0"),
            ("item_unless_comment", "(trans_code IN ('C', 'D')) = (item_id IS NULL)"),
            (
                "deposit_is_one_amount",
                ONE_AMOUNT,
            ),
            (
                "only_deposits_are_held",
                "trans_code = 'D' OR (deposit_line_id IS NULL AND deposit_backorder_id IS NULL)",
            ),
            ("deposit_held_once", "deposit_line_id IS NULL OR deposit_backorder_id IS NULL"),
            ("line_deposit_is_taken", "deposit_line_id IS NULL OR unit_price > 0"),
        ):
            lines.create_check_constraint(f"ck_invoice_lines_{name}", rule)
        for name, table in (("deposit_line_id", "invoice_lines"), ("deposit_backorder_id", "backorders")):
            lines.create_foreign_key(f"fk_invoice_lines_{name}", table, [name], ["id"])
    for name in ("deposit_line_id", "deposit_backorder_id"):
        op.create_index(f"ix_invoice_lines_{name}", "invoice_lines", [name])


def _let_tenders_use_deposits() -> None:
    op.add_column("tenders", sa.Column("backorder_id", sa.BigInteger(), nullable=True))
    with rebuilt("tenders") as tenders:
        tenders.alter_column("type_id", existing_type=sa.BigInteger(), nullable=True)
        tenders.drop_constraint("ck_tenders_kind_known", type_="check")
        tenders.create_check_constraint("ck_tenders_kind_known", KINDS)
        tenders.create_check_constraint(
            "ck_tenders_type_of_the_shop", "(kind IN ('deposit', 'credit')) = (type_id IS NULL)"
        )
        tenders.create_check_constraint(
            "ck_tenders_deposit_of_a_backorder", "(kind = 'deposit') = (backorder_id IS NOT NULL)"
        )
        tenders.create_check_constraint(
            "ck_tenders_own_money_counts",
            "CASE kind WHEN 'deposit' THEN amount > 0 WHEN 'credit' THEN amount <> 0 ELSE TRUE END",
        )
        tenders.create_foreign_key("fk_tenders_backorder_id", "backorders", ["backorder_id"], ["id"])
    op.create_index("ix_tenders_backorder_id", "tenders", ["backorder_id"])


def _create_ledger() -> None:
    references = {
        "customer_id": "customers",
        "backorder_id": "backorders",
        "line_id": "invoice_lines",
        "tender_id": "tenders",
        "event_id": "backorder_events",
        "moved_from_id": "customer_money",
        "employee_id": "employees",
    }
    op.create_table(
        "customer_money",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("customer_id", sa.BigInteger(), nullable=False),
        sa.Column("backorder_id", sa.BigInteger(), nullable=True),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("line_id", sa.BigInteger(), nullable=True),
        sa.Column("tender_id", sa.BigInteger(), nullable=True),
        sa.Column("event_id", sa.BigInteger(), nullable=True),
        sa.Column("moved_from_id", sa.BigInteger(), nullable=True),
        sa.Column("employee_id", sa.BigInteger(), nullable=False),
        sa.Column("workstation", sa.String(80), nullable=False),
        sa.Column("reason", sa.String(200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "kind IN ('taken', 'credited', 'applied', 'refunded', 'forfeited', 'moved')",
            name="ck_customer_money_kind_known",
        ),
        sa.CheckConstraint(
            "CASE WHEN kind IN ('taken', 'credited') THEN amount > 0 "
            "WHEN kind = 'moved' THEN amount <> 0 ELSE amount < 0 END",
            name="ck_customer_money_sign_of_kind",
        ),
        sa.CheckConstraint("amount BETWEEN -9999999999 AND 9999999999", name="ck_customer_money_amount_range"),
        sa.CheckConstraint(
            "(line_id IS NOT NULL) = (kind IN ('taken', 'refunded'))", name="ck_customer_money_line_of_kind"
        ),
        sa.CheckConstraint(
            "(tender_id IS NOT NULL) = (kind IN ('applied', 'credited'))", name="ck_customer_money_tender_of_kind"
        ),
        sa.CheckConstraint(
            "(moved_from_id IS NOT NULL) = (kind = 'moved' AND amount > 0)", name="ck_customer_money_moved_pair"
        ),
        sa.CheckConstraint("kind <> 'credited' OR backorder_id IS NULL", name="ck_customer_money_only_credit_is_given"),
        sa.CheckConstraint(
            "kind <> 'forfeited' OR (backorder_id IS NOT NULL AND event_id IS NOT NULL)",
            name="ck_customer_money_only_deposits_are_kept",
        ),
        *(
            sa.ForeignKeyConstraint([name], [f"{table}.id"], name=f"fk_customer_money_{name}")
            for name, table in references.items()
        ),
        sa.PrimaryKeyConstraint("id", name="pk_customer_money"),
        *(
            sa.UniqueConstraint(name, name=f"uq_customer_money_{name}")
            for name in ("line_id", "tender_id", "moved_from_id")
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_customer_money_customer_id_backorder_id", "customer_money", ["customer_id", "backorder_id"])
    for name in ("backorder_id", "event_id"):
        op.create_index(f"ix_customer_money_{name}", "customer_money", [name])
