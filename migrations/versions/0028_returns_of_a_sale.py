"""What comes back names the sale that it comes from, why, and whether it is damaged; roles say how much may come back.

What came back so far names no sale. Whoever took goods back may also do so without a receipt, and whoever paid money
out for it may refund in whatever way.
"""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

RETURNS, PAYS_OUT = "return goods", "pay out"
BARE, OTHERWISE = "return without receipt", "refund otherwise"

SQLITE = (
    (
        "CREATE TRIGGER invoices_give_back_what_was_sold BEFORE UPDATE OF status ON invoices WHEN OLD.status <> "
        "'processed' AND NEW.status = 'processed' AND EXISTS (SELECT 1 FROM invoice_lines r JOIN invoice_lines s "
        "ON s.id = r.returns_line_id JOIN invoices sale ON sale.id = s.invoice_id WHERE r.invoice_id = NEW.id AND "
        "(s.trans_code <> 'S' OR s.item_id <> r.item_id OR sale.status <> 'processed' OR NEW.returns_invoice_id IS"
        " NULL OR NEW.returns_invoice_id <> sale.id OR s.quantity < (SELECT SUM(o.quantity) FROM invoice_lines o "
        "JOIN invoices v ON v.id = o.invoice_id WHERE o.returns_line_id = s.id AND (v.status = 'processed' OR v.id"
        " = NEW.id)))) BEGIN SELECT RAISE(ABORT, 'what comes back was not sold, or came back before'); END"
    ),
)
POSTGRESQL = (
    (
        "CREATE FUNCTION refuse_more_back() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.status <> "
        "'processed' AND NEW.status = 'processed' THEN IF NEW.returns_invoice_id IS NOT NULL THEN PERFORM 1 FROM "
        "invoice_lines WHERE id IN (SELECT returns_line_id FROM invoice_lines WHERE invoice_id = NEW.id) ORDER BY "
        "id FOR NO KEY UPDATE; END IF; IF EXISTS (SELECT 1 FROM invoice_lines r JOIN invoice_lines s ON s.id = "
        "r.returns_line_id JOIN invoices sale ON sale.id = s.invoice_id WHERE r.invoice_id = NEW.id AND "
        "(s.trans_code <> 'S' OR s.item_id <> r.item_id OR sale.status <> 'processed' OR NEW.returns_invoice_id IS"
        " NULL OR NEW.returns_invoice_id <> sale.id OR s.quantity < (SELECT SUM(o.quantity) FROM invoice_lines o "
        "JOIN invoices v ON v.id = o.invoice_id WHERE o.returns_line_id = s.id AND (v.status = 'processed' OR v.id"
        " = NEW.id)))) THEN RAISE EXCEPTION 'what comes back was not sold, or came back before'; END IF; END IF; "
        "RETURN NEW; END $$"
    ),
    (
        "CREATE TRIGGER invoices_give_back_what_was_sold BEFORE UPDATE OF status ON invoices FOR EACH ROW EXECUTE "
        "FUNCTION refuse_more_back()"
    ),
)
REPLACED = (
    (
        "CREATE TRIGGER stock_ledger_not_replaced BEFORE INSERT ON stock_ledger WHEN EXISTS (SELECT 1 FROM "
        "stock_ledger WHERE ((stock_ledger.rowid = NEW.rowid) OR (stock_ledger.invoice_line_id = "
        "NEW.invoice_line_id AND stock_ledger.kind = NEW.kind) OR (stock_ledger.receiving_line_id = "
        "NEW.receiving_line_id)) AND TRUE) BEGIN SELECT RAISE(ABORT, 'stock_ledger: rows here are only ever "
        "added'); END"
    ),
    (
        "CREATE TRIGGER stock_ledger_not_replaced_by_update BEFORE UPDATE ON stock_ledger WHEN (OLD.rowid IS NOT "
        "NEW.rowid OR OLD.invoice_line_id IS NOT NEW.invoice_line_id OR OLD.kind IS NOT NEW.kind OR "
        "OLD.receiving_line_id IS NOT NEW.receiving_line_id) AND EXISTS (SELECT 1 FROM stock_ledger WHERE "
        "((stock_ledger.rowid = NEW.rowid) OR (stock_ledger.invoice_line_id = NEW.invoice_line_id AND "
        "stock_ledger.kind = NEW.kind) OR (stock_ledger.receiving_line_id = NEW.receiving_line_id)) AND "
        "stock_ledger.rowid <> OLD.rowid AND TRUE) BEGIN SELECT RAISE(ABORT, 'stock_ledger: rows here are only "
        "ever added'); END"
    ),
)


def upgrade() -> None:
    op.add_column("invoices", sa.Column("returns_invoice_id", sa.BigInteger(), nullable=True))
    with rebuilt("invoices") as invoices:
        invoices.create_foreign_key("fk_invoices_returns_invoice_id", "invoices", ["returns_invoice_id"], ["id"])
        invoices.create_check_constraint("ck_invoices_returns_another", "returns_invoice_id <> id")
    op.create_index("ix_invoices_returns_invoice_id", "invoices", ["returns_invoice_id"])
    _name_sold_lines()
    _take_damaged_off()
    for name in ("most_returned", "most_without_receipt"):
        op.add_column("roles", sa.Column(name, sa.BigInteger(), nullable=True))
    with rebuilt("roles") as roles:
        for name in ("most_returned", "most_without_receipt"):
            roles.create_check_constraint(f"ck_roles_{name}_range", f"{name} BETWEEN 0 AND 9999999999")
    _let_return_as_before()
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)


def _name_sold_lines() -> None:
    op.add_column("invoice_lines", sa.Column("returns_line_id", sa.BigInteger(), nullable=True))
    op.add_column("invoice_lines", sa.Column("given_before", sa.BigInteger(), nullable=True))
    op.add_column("invoice_lines", sa.Column("return_reason", sa.String(200), nullable=False, server_default=""))
    op.add_column("invoice_lines", sa.Column("damaged", sa.Boolean(), nullable=False, server_default=sa.false()))
    with rebuilt("invoice_lines") as lines:
        lines.create_foreign_key("fk_invoice_lines_returns_line_id", "invoice_lines", ["returns_line_id"], ["id"])
        for name, rule in (
            ("only_returns_give_back", "returns_line_id IS NULL OR trans_code = 'R'"),
            ("given_before_of_a_sale", "(returns_line_id IS NULL) = (given_before IS NULL)"),
            ("damaged_comes_back", "NOT damaged OR trans_code = 'R'"),
            ("given_before_range", "given_before BETWEEN 0 AND 9999999999"),
        ):
            lines.create_check_constraint(f"ck_invoice_lines_{name}", rule)
    op.create_index("ix_invoice_lines_returns_line_id", "invoice_lines", ["returns_line_id"])


def _take_damaged_off() -> None:
    """Let an R line have a second entry in the ledger, which takes damaged goods off again."""
    with rebuilt("stock_ledger") as ledger:
        ledger.drop_constraint("uq_stock_ledger_invoice_line_id", type_="unique")
        ledger.create_unique_constraint("uq_stock_ledger_invoice_line_id_kind", ["invoice_line_id", "kind"])
        for name, rule in (
            ("kind_known", "kind IN ('opening', 'sale', 'return', 'damaged', 'receipt', 'adjustment')"),
            ("line_of_sale", "(kind IN ('sale', 'return', 'damaged')) = (invoice_line_id IS NOT NULL)"),
        ):
            ledger.drop_constraint(f"ck_stock_ledger_{name}", type_="check")
            ledger.create_check_constraint(f"ck_stock_ledger_{name}", rule)
        ledger.create_check_constraint("ck_stock_ledger_damaged_sign", "kind <> 'damaged' OR quantity < 0")
    if op.get_bind().dialect.name == "sqlite":
        for name in ("stock_ledger_not_replaced", "stock_ledger_not_replaced_by_update"):
            op.execute(f"DROP TRIGGER {name}")
        for statement in REPLACED:
            op.execute(statement)


def _let_return_as_before() -> None:
    connection = op.get_bind()
    for role_id, written in connection.exec_driver_sql("SELECT id, permissions FROM roles").fetchall():
        held = set(filter(None, written.split(",")))
        more = {BARE, OTHERWISE} if {RETURNS, PAYS_OUT} <= held else {BARE} if RETURNS in held else set()
        if more:
            renewed = "".join(f"{permission}," for permission in sorted(held | more))
            connection.execute(
                sa.text("UPDATE roles SET permissions = :renewed WHERE id = :role"),
                {"renewed": renewed, "role": role_id},
            )
