"""Goods go back to their vendor by documents of their own; whoever may order and receive may send them back."""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0055"
down_revision = "0054"
branch_labels = None
depends_on = None

LEDGER = ("opening", "sale", "return", "damaged", "receipt", "corrected", "vendor return", "adjustment", "counted")

SQLITE = (
    (
        "CREATE TRIGGER vendor_credits_no_update BEFORE UPDATE ON vendor_credits BEGIN SELECT RAISE(ABORT, "
        "'vendor_credits: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER vendor_credits_no_delete BEFORE DELETE ON vendor_credits BEGIN SELECT RAISE(ABORT, "
        "'vendor_credits: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER vendor_returns_keep_update BEFORE UPDATE ON vendor_returns WHEN OLD.status = 'posted'"
        " BEGIN SELECT RAISE(ABORT, 'posted vendor_returns never change'); END"
    ),
    (
        "CREATE TRIGGER vendor_returns_keep_delete BEFORE DELETE ON vendor_returns WHEN OLD.status = 'posted'"
        " BEGIN SELECT RAISE(ABORT, 'posted vendor_returns never change'); END"
    ),
    (
        "CREATE TRIGGER vendor_return_lines_keep_insert BEFORE INSERT ON vendor_return_lines WHEN EXISTS "
        "(SELECT 1 FROM vendor_returns WHERE id = NEW.vendor_return_id AND status = 'posted') BEGIN SELECT "
        "RAISE(ABORT, 'posted vendor_returns never change'); END"
    ),
    (
        "CREATE TRIGGER vendor_return_lines_keep_update BEFORE UPDATE ON vendor_return_lines WHEN EXISTS "
        "(SELECT 1 FROM vendor_returns WHERE id = OLD.vendor_return_id AND status = 'posted') OR EXISTS "
        "(SELECT 1 FROM vendor_returns WHERE id = NEW.vendor_return_id AND status = 'posted') BEGIN SELECT "
        "RAISE(ABORT, 'posted vendor_returns never change'); END"
    ),
    (
        "CREATE TRIGGER vendor_return_lines_keep_delete BEFORE DELETE ON vendor_return_lines WHEN EXISTS "
        "(SELECT 1 FROM vendor_returns WHERE id = OLD.vendor_return_id AND status = 'posted') BEGIN SELECT "
        "RAISE(ABORT, 'posted vendor_returns never change'); END"
    ),
    (
        "CREATE TRIGGER vendor_credits_not_replaced BEFORE INSERT ON vendor_credits WHEN EXISTS (SELECT 1 "
        "FROM vendor_credits WHERE ((vendor_credits.rowid = NEW.rowid)) AND TRUE) BEGIN SELECT RAISE(ABORT, "
        "'vendor_credits: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER vendor_credits_not_replaced_by_update BEFORE UPDATE ON vendor_credits WHEN (OLD.rowid"
        " IS NOT NEW.rowid) AND EXISTS (SELECT 1 FROM vendor_credits WHERE ((vendor_credits.rowid = "
        "NEW.rowid)) AND vendor_credits.rowid <> OLD.rowid AND TRUE) BEGIN SELECT RAISE(ABORT, "
        "'vendor_credits: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER vendor_returns_not_replaced BEFORE INSERT ON vendor_returns WHEN EXISTS (SELECT 1 "
        "FROM vendor_returns WHERE ((vendor_returns.rowid = NEW.rowid) OR (vendor_returns.number = "
        "NEW.number)) AND status = 'posted') BEGIN SELECT RAISE(ABORT, 'posted vendor_returns never change');"
        " END"
    ),
    (
        "CREATE TRIGGER vendor_returns_not_replaced_by_update BEFORE UPDATE ON vendor_returns WHEN (OLD.rowid"
        " IS NOT NEW.rowid OR OLD.number IS NOT NEW.number) AND EXISTS (SELECT 1 FROM vendor_returns WHERE "
        "((vendor_returns.rowid = NEW.rowid) OR (vendor_returns.number = NEW.number)) AND "
        "vendor_returns.rowid <> OLD.rowid AND status = 'posted') BEGIN SELECT RAISE(ABORT, 'posted "
        "vendor_returns never change'); END"
    ),
    (
        "CREATE TRIGGER vendor_return_lines_not_replaced BEFORE INSERT ON vendor_return_lines WHEN EXISTS "
        "(SELECT 1 FROM vendor_return_lines WHERE ((vendor_return_lines.rowid = NEW.rowid) OR "
        "(vendor_return_lines.vendor_return_id = NEW.vendor_return_id AND vendor_return_lines.position = "
        "NEW.position)) AND EXISTS (SELECT 1 FROM vendor_returns whole WHERE whole.id = "
        "vendor_return_lines.vendor_return_id AND whole.status = 'posted')) BEGIN SELECT RAISE(ABORT, 'posted"
        " vendor_returns never change'); END"
    ),
    (
        "CREATE TRIGGER vendor_return_lines_not_replaced_by_update BEFORE UPDATE ON vendor_return_lines WHEN "
        "(OLD.rowid IS NOT NEW.rowid OR OLD.vendor_return_id IS NOT NEW.vendor_return_id OR OLD.position IS "
        "NOT NEW.position) AND EXISTS (SELECT 1 FROM vendor_return_lines WHERE ((vendor_return_lines.rowid = "
        "NEW.rowid) OR (vendor_return_lines.vendor_return_id = NEW.vendor_return_id AND "
        "vendor_return_lines.position = NEW.position)) AND vendor_return_lines.rowid <> OLD.rowid AND EXISTS "
        "(SELECT 1 FROM vendor_returns whole WHERE whole.id = vendor_return_lines.vendor_return_id AND "
        "whole.status = 'posted')) BEGIN SELECT RAISE(ABORT, 'posted vendor_returns never change'); END"
    ),
)
POSTGRESQL = (
    (
        "CREATE TRIGGER vendor_credits_append_only BEFORE UPDATE OR DELETE ON vendor_credits FOR EACH ROW "
        "EXECUTE FUNCTION refuse_change()"
    ),
    (
        "CREATE TRIGGER vendor_credits_no_truncate BEFORE TRUNCATE ON vendor_credits FOR EACH STATEMENT "
        "EXECUTE FUNCTION refuse_change()"
    ),
    (
        "CREATE FUNCTION keep_vendor_returns() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.status = "
        "'posted' THEN RAISE EXCEPTION 'posted vendor_returns never change'; END IF; IF TG_OP = 'DELETE' THEN"
        " RETURN OLD; END IF; RETURN NEW; END $$"
    ),
    (
        "CREATE FUNCTION keep_part_of_vendor_returns() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE "
        "standing text; BEGIN IF TG_OP <> 'INSERT' THEN SELECT status INTO standing FROM vendor_returns WHERE"
        " id = OLD.vendor_return_id FOR KEY SHARE; IF standing IN ('posted') THEN RAISE EXCEPTION 'posted "
        "vendor_returns never change'; END IF; END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; SELECT "
        "status INTO standing FROM vendor_returns WHERE id = NEW.vendor_return_id FOR KEY SHARE; IF standing "
        "IN ('posted') THEN RAISE EXCEPTION 'posted vendor_returns never change'; END IF; RETURN NEW; END $$"
    ),
    (
        "CREATE TRIGGER vendor_returns_keep BEFORE UPDATE OR DELETE ON vendor_returns FOR EACH ROW EXECUTE "
        "FUNCTION keep_vendor_returns()"
    ),
    (
        "CREATE TRIGGER vendor_return_lines_keep BEFORE INSERT OR UPDATE OR DELETE ON vendor_return_lines FOR"
        " EACH ROW EXECUTE FUNCTION keep_part_of_vendor_returns()"
    ),
    (
        "CREATE TRIGGER vendor_returns_no_truncate BEFORE TRUNCATE ON vendor_returns FOR EACH STATEMENT "
        "EXECUTE FUNCTION refuse_emptying()"
    ),
    (
        "CREATE TRIGGER vendor_return_lines_no_truncate BEFORE TRUNCATE ON vendor_return_lines FOR EACH "
        "STATEMENT EXECUTE FUNCTION refuse_emptying()"
    ),
)
REPLACED = (
    (
        "CREATE TRIGGER stock_ledger_not_replaced BEFORE INSERT ON stock_ledger WHEN EXISTS (SELECT 1 FROM "
        "stock_ledger WHERE ((stock_ledger.rowid = NEW.rowid) OR (stock_ledger.correction_line_id = "
        "NEW.correction_line_id) OR (stock_ledger.count_item_id = NEW.count_item_id) OR "
        "(stock_ledger.invoice_line_id = NEW.invoice_line_id AND stock_ledger.kind = NEW.kind) OR "
        "(stock_ledger.receiving_line_id = NEW.receiving_line_id) OR (stock_ledger.vendor_return_line_id = "
        "NEW.vendor_return_line_id)) AND TRUE) BEGIN SELECT RAISE(ABORT, 'stock_ledger: rows here are only "
        "ever added'); END"
    ),
    (
        "CREATE TRIGGER stock_ledger_not_replaced_by_update BEFORE UPDATE ON stock_ledger WHEN (OLD.rowid IS "
        "NOT NEW.rowid OR OLD.correction_line_id IS NOT NEW.correction_line_id OR OLD.count_item_id IS NOT "
        "NEW.count_item_id OR OLD.invoice_line_id IS NOT NEW.invoice_line_id OR OLD.kind IS NOT NEW.kind OR "
        "OLD.receiving_line_id IS NOT NEW.receiving_line_id OR OLD.vendor_return_line_id IS NOT "
        "NEW.vendor_return_line_id) AND EXISTS (SELECT 1 FROM stock_ledger WHERE ((stock_ledger.rowid = "
        "NEW.rowid) OR (stock_ledger.correction_line_id = NEW.correction_line_id) OR "
        "(stock_ledger.count_item_id = NEW.count_item_id) OR (stock_ledger.invoice_line_id = "
        "NEW.invoice_line_id AND stock_ledger.kind = NEW.kind) OR (stock_ledger.receiving_line_id = "
        "NEW.receiving_line_id) OR (stock_ledger.vendor_return_line_id = NEW.vendor_return_line_id)) AND "
        "stock_ledger.rowid <> OLD.rowid AND TRUE) BEGIN SELECT RAISE(ABORT, 'stock_ledger: rows here are "
        "only ever added'); END"
    ),
)


def upgrade() -> None:
    _make_documents()
    _make_parts()
    _account_for_them()
    sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in SQLITE if sqlite else POSTGRESQL:
        op.execute(statement)
    if sqlite:
        for name in ("stock_ledger_not_replaced", "stock_ledger_not_replaced_by_update"):
            op.execute(f"DROP TRIGGER {name}")
        for statement in REPLACED:
            op.execute(statement)
    op.execute("INSERT INTO counters (name, value) VALUES ('vendor_return', 0)")
    op.execute(
        "UPDATE roles SET permissions = permissions || 'return to vendor,', version = version + 1 "
        "WHERE code IN ('owner', 'manager') AND permissions LIKE '%receive,%'"
    )


def _keys(table: str, **keys: str) -> list[sa.ForeignKeyConstraint]:
    return [sa.ForeignKeyConstraint([name], [f"{of}.id"], name=f"fk_{table}_{name}") for name, of in keys.items()]


def _make_documents() -> None:
    op.create_table(
        "vendor_returns",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=True),
        sa.Column("status", sa.String(30), nullable=False),
        sa.Column("vendor_id", sa.BigInteger(), nullable=False),
        sa.Column("receiving_log_id", sa.BigInteger(), nullable=True),
        sa.Column("rma_number", sa.String(40), nullable=False),
        sa.Column("note", sa.String(2000), nullable=False),
        sa.Column("employee_id", sa.BigInteger(), nullable=False),
        sa.Column("workstation", sa.String(80), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("search_text", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint("status IN ('working', 'posted', 'discarded')", name="ck_vendor_returns_status_known"),
        sa.CheckConstraint("(status = 'posted') = (number IS NOT NULL)", name="ck_vendor_returns_number_when_posted"),
        sa.CheckConstraint("(status = 'posted') = (posted_at IS NOT NULL)", name="ck_vendor_returns_time_when_posted"),
        *_keys("vendor_returns", vendor_id="vendors", receiving_log_id="receiving_logs", employee_id="employees"),
        sa.PrimaryKeyConstraint("id", name="pk_vendor_returns"),
        sa.UniqueConstraint("number", name="uq_vendor_returns_number"),
        sqlite_strict=True,
    )
    op.create_index("ix_vendor_returns_status_id", "vendor_returns", ["status", "id"])
    for name in ("vendor_id", "receiving_log_id"):
        op.create_index(f"ix_vendor_returns_{name}", "vendor_returns", [name])


def _make_parts() -> None:
    lines = "vendor_return_lines"
    op.create_table(
        lines,
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("vendor_return_id", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("item_id", sa.BigInteger(), nullable=False),
        sa.Column("receiving_line_id", sa.BigInteger(), nullable=True),
        sa.Column("backorder_id", sa.BigInteger(), nullable=True),
        sa.Column("vendor_item_number", sa.String(40), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(200), nullable=False),
        sa.CheckConstraint("quantity BETWEEN 0 AND 999999999", name=f"ck_{lines}_quantity_range"),
        sa.CheckConstraint("cost BETWEEN 0 AND 999999999999", name=f"ck_{lines}_cost_range"),
        *_keys(
            lines,
            vendor_return_id="vendor_returns",
            item_id="items",
            receiving_line_id="receiving_lines",
            backorder_id="backorders",
        ),
        sa.PrimaryKeyConstraint("id", name=f"pk_{lines}"),
        sa.UniqueConstraint("vendor_return_id", "position", name=f"uq_{lines}_vendor_return_id_position"),
        sqlite_strict=True,
    )
    for name in ("item_id", "receiving_line_id", "backorder_id"):
        op.create_index(f"ix_{lines}_{name}", lines, [name])
    given = "vendor_credits"
    op.create_table(
        given,
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("vendor_return_id", sa.BigInteger(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("reference", sa.String(40), nullable=False),
        sa.Column("employee_id", sa.BigInteger(), nullable=False),
        sa.Column("workstation", sa.String(80), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("amount BETWEEN 1 AND 9999999999", name=f"ck_{given}_amount_range"),
        *_keys(given, vendor_return_id="vendor_returns", employee_id="employees"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{given}"),
        sqlite_strict=True,
    )
    op.create_index(f"ix_{given}_vendor_return_id", given, ["vendor_return_id"])


def _account_for_them() -> None:
    op.add_column("stock_ledger", sa.Column("vendor_return_line_id", sa.BigInteger(), nullable=True))
    kinds = ", ".join(f"'{kind}'" for kind in LEDGER)
    with rebuilt("stock_ledger") as ledger:
        ledger.create_foreign_key(
            "fk_stock_ledger_vendor_return_line_id", "vendor_return_lines", ["vendor_return_line_id"], ["id"]
        )
        ledger.create_unique_constraint("uq_stock_ledger_vendor_return_line_id", ["vendor_return_line_id"])
        ledger.drop_constraint("ck_stock_ledger_kind_known", type_="check")
        for name, rule in (
            ("kind_known", f"kind IN ({kinds})"),
            ("line_of_vendor_return", "(kind = 'vendor return') = (vendor_return_line_id IS NOT NULL)"),
            ("vendor_return_sign", "kind <> 'vendor return' OR quantity < 0"),
        ):
            ledger.create_check_constraint(f"ck_stock_ledger_{name}", rule)
