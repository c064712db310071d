"""A posted receiving log can be corrected by documents of its own.

Whoever may do everything with cards and receive may correct, too; so far nothing was corrected.
"""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None

LEDGER = ("opening", "sale", "return", "damaged", "receipt", "corrected", "adjustment")
ALLOCATIONS = (
    *("allocated", "changed", "received", "delivered", "canceled", "filled", "closed_short", "asked"),
    *("ordered_less", "corrected"),
)

SQLITE = (
    (
        "CREATE TRIGGER receiving_corrections_no_update BEFORE UPDATE ON receiving_corrections BEGIN SELECT "
        "RAISE(ABORT, 'receiving_corrections: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER receiving_corrections_no_delete BEFORE DELETE ON receiving_corrections BEGIN SELECT "
        "RAISE(ABORT, 'receiving_corrections: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER receiving_correction_lines_no_update BEFORE UPDATE ON receiving_correction_lines "
        "BEGIN SELECT RAISE(ABORT, 'receiving_correction_lines: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER receiving_correction_lines_no_delete BEFORE DELETE ON receiving_correction_lines "
        "BEGIN SELECT RAISE(ABORT, 'receiving_correction_lines: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER receiving_correction_backs_no_update BEFORE UPDATE ON receiving_correction_backs "
        "BEGIN SELECT RAISE(ABORT, 'receiving_correction_backs: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER receiving_correction_backs_no_delete BEFORE DELETE ON receiving_correction_backs "
        "BEGIN SELECT RAISE(ABORT, 'receiving_correction_backs: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER receiving_correction_serials_no_update BEFORE UPDATE ON receiving_correction_serials "
        "BEGIN SELECT RAISE(ABORT, 'receiving_correction_serials: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER receiving_correction_serials_no_delete BEFORE DELETE ON receiving_correction_serials "
        "BEGIN SELECT RAISE(ABORT, 'receiving_correction_serials: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER receiving_corrections_not_replaced BEFORE INSERT ON receiving_corrections WHEN EXISTS "
        "(SELECT 1 FROM receiving_corrections WHERE ((receiving_corrections.rowid = NEW.rowid) OR "
        "(receiving_corrections.number = NEW.number)) AND TRUE) BEGIN SELECT RAISE(ABORT, "
        "'receiving_corrections: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER receiving_corrections_not_replaced_by_update BEFORE UPDATE ON receiving_corrections "
        "WHEN (OLD.rowid IS NOT NEW.rowid OR OLD.number IS NOT NEW.number) AND EXISTS (SELECT 1 FROM "
        "receiving_corrections WHERE ((receiving_corrections.rowid = NEW.rowid) OR "
        "(receiving_corrections.number = NEW.number)) AND receiving_corrections.rowid <> OLD.rowid AND TRUE) "
        "BEGIN SELECT RAISE(ABORT, 'receiving_corrections: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER receiving_correction_lines_not_replaced BEFORE INSERT ON receiving_correction_lines "
        "WHEN EXISTS (SELECT 1 FROM receiving_correction_lines WHERE ((receiving_correction_lines.rowid = "
        "NEW.rowid) OR (receiving_correction_lines.correction_id = NEW.correction_id AND "
        "receiving_correction_lines.receiving_line_id = NEW.receiving_line_id)) AND TRUE) BEGIN SELECT "
        "RAISE(ABORT, 'receiving_correction_lines: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER receiving_correction_lines_not_replaced_by_update BEFORE UPDATE ON "
        "receiving_correction_lines WHEN (OLD.rowid IS NOT NEW.rowid OR OLD.correction_id IS NOT "
        "NEW.correction_id OR OLD.receiving_line_id IS NOT NEW.receiving_line_id) AND EXISTS (SELECT 1 FROM "
        "receiving_correction_lines WHERE ((receiving_correction_lines.rowid = NEW.rowid) OR "
        "(receiving_correction_lines.correction_id = NEW.correction_id AND "
        "receiving_correction_lines.receiving_line_id = NEW.receiving_line_id)) AND "
        "receiving_correction_lines.rowid <> OLD.rowid AND TRUE) BEGIN SELECT RAISE(ABORT, "
        "'receiving_correction_lines: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER receiving_correction_backs_not_replaced BEFORE INSERT ON receiving_correction_backs "
        "WHEN EXISTS (SELECT 1 FROM receiving_correction_backs WHERE ((receiving_correction_backs.rowid = "
        "NEW.rowid) OR (receiving_correction_backs.line_id = NEW.line_id AND "
        "receiving_correction_backs.backorder_id = NEW.backorder_id AND receiving_correction_backs.invoice_id "
        "= NEW.invoice_id)) AND TRUE) BEGIN SELECT RAISE(ABORT, 'receiving_correction_backs: rows here are "
        "only ever added'); END"
    ),
    (
        "CREATE TRIGGER receiving_correction_backs_not_replaced_by_update BEFORE UPDATE ON "
        "receiving_correction_backs WHEN (OLD.rowid IS NOT NEW.rowid OR OLD.line_id IS NOT NEW.line_id OR "
        "OLD.backorder_id IS NOT NEW.backorder_id OR OLD.invoice_id IS NOT NEW.invoice_id) AND EXISTS (SELECT "
        "1 FROM receiving_correction_backs WHERE ((receiving_correction_backs.rowid = NEW.rowid) OR "
        "(receiving_correction_backs.line_id = NEW.line_id AND receiving_correction_backs.backorder_id = "
        "NEW.backorder_id AND receiving_correction_backs.invoice_id = NEW.invoice_id)) AND "
        "receiving_correction_backs.rowid <> OLD.rowid AND TRUE) BEGIN SELECT RAISE(ABORT, "
        "'receiving_correction_backs: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER receiving_correction_serials_not_replaced BEFORE INSERT ON "
        "receiving_correction_serials WHEN EXISTS (SELECT 1 FROM receiving_correction_serials WHERE "
        "((receiving_correction_serials.rowid = NEW.rowid) OR (receiving_correction_serials.line_id = "
        "NEW.line_id AND receiving_correction_serials.form = NEW.form)) AND TRUE) BEGIN SELECT RAISE(ABORT, "
        "'receiving_correction_serials: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER receiving_correction_serials_not_replaced_by_update BEFORE UPDATE ON "
        "receiving_correction_serials WHEN (OLD.rowid IS NOT NEW.rowid OR OLD.line_id IS NOT NEW.line_id OR "
        "OLD.form IS NOT NEW.form) AND EXISTS (SELECT 1 FROM receiving_correction_serials WHERE "
        "((receiving_correction_serials.rowid = NEW.rowid) OR (receiving_correction_serials.line_id = "
        "NEW.line_id AND receiving_correction_serials.form = NEW.form)) AND "
        "receiving_correction_serials.rowid <> OLD.rowid AND TRUE) BEGIN SELECT RAISE(ABORT, "
        "'receiving_correction_serials: rows here are only ever added'); END"
    ),
)
POSTGRESQL = (
    (
        "CREATE TRIGGER receiving_corrections_append_only BEFORE UPDATE OR DELETE ON receiving_corrections "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    ),
    (
        "CREATE TRIGGER receiving_correction_lines_append_only BEFORE UPDATE OR DELETE ON "
        "receiving_correction_lines FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    ),
    (
        "CREATE TRIGGER receiving_correction_backs_append_only BEFORE UPDATE OR DELETE ON "
        "receiving_correction_backs FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    ),
    (
        "CREATE TRIGGER receiving_correction_serials_append_only BEFORE UPDATE OR DELETE ON "
        "receiving_correction_serials FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    ),
    (
        "CREATE TRIGGER receiving_corrections_no_truncate BEFORE TRUNCATE ON receiving_corrections FOR EACH "
        "STATEMENT EXECUTE FUNCTION refuse_change()"
    ),
    (
        "CREATE TRIGGER receiving_correction_lines_no_truncate BEFORE TRUNCATE ON receiving_correction_lines "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    ),
    (
        "CREATE TRIGGER receiving_correction_backs_no_truncate BEFORE TRUNCATE ON receiving_correction_backs "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    ),
    (
        "CREATE TRIGGER receiving_correction_serials_no_truncate BEFORE TRUNCATE ON "
        "receiving_correction_serials FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    ),
)

REPLACED = (
    (
        "CREATE TRIGGER stock_ledger_not_replaced BEFORE INSERT ON stock_ledger WHEN EXISTS (SELECT 1 FROM "
        "stock_ledger WHERE ((stock_ledger.rowid = NEW.rowid) OR (stock_ledger.correction_line_id = "
        "NEW.correction_line_id) OR (stock_ledger.invoice_line_id = NEW.invoice_line_id AND stock_ledger.kind "
        "= NEW.kind) OR (stock_ledger.receiving_line_id = NEW.receiving_line_id)) AND TRUE) BEGIN SELECT "
        "RAISE(ABORT, 'stock_ledger: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER stock_ledger_not_replaced_by_update BEFORE UPDATE ON stock_ledger WHEN (OLD.rowid IS "
        "NOT NEW.rowid OR OLD.correction_line_id IS NOT NEW.correction_line_id OR OLD.invoice_line_id IS NOT "
        "NEW.invoice_line_id OR OLD.kind IS NOT NEW.kind OR OLD.receiving_line_id IS NOT "
        "NEW.receiving_line_id) AND EXISTS (SELECT 1 FROM stock_ledger WHERE ((stock_ledger.rowid = "
        "NEW.rowid) OR (stock_ledger.correction_line_id = NEW.correction_line_id) OR "
        "(stock_ledger.invoice_line_id = NEW.invoice_line_id AND stock_ledger.kind = NEW.kind) OR "
        "(stock_ledger.receiving_line_id = NEW.receiving_line_id)) AND stock_ledger.rowid <> OLD.rowid AND "
        "TRUE) BEGIN SELECT RAISE(ABORT, 'stock_ledger: rows here are only ever added'); END"
    ),
)


def upgrade() -> None:
    _make_documents()
    _make_parts()
    _account_for_them()
    with rebuilt("allocation_events") as events:
        events.drop_constraint("ck_allocation_events_kind_known", type_="check")
        events.create_check_constraint("ck_allocation_events_kind_known", _one_of("kind", ALLOCATIONS))
    sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in SQLITE if sqlite else POSTGRESQL:
        op.execute(statement)
    if sqlite:
        for name in ("stock_ledger_not_replaced", "stock_ledger_not_replaced_by_update"):
            op.execute(f"DROP TRIGGER {name}")
        for statement in REPLACED:
            op.execute(statement)
    op.execute("INSERT INTO counters (name, value) VALUES ('receiving_correction', 0)")
    op.execute(
        "UPDATE roles SET permissions = permissions || 'correct receiving,', version = version + 1 "
        "WHERE code IN ('owner', 'manager') AND permissions LIKE '%receive,%'"
    )


def _one_of(column: str, values: tuple[str, ...]) -> str:
    listed = ", ".join(f"'{value}'" for value in values)
    return f"{column} IN ({listed})"


def _keys(table: str, **keys: str) -> list[sa.ForeignKeyConstraint]:
    return [sa.ForeignKeyConstraint([name], [f"{of}.id"], name=f"fk_{table}_{name}") for name, of in keys.items()]


def _make_documents() -> None:
    op.create_table(
        "receiving_corrections",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("receiving_log_id", sa.BigInteger(), nullable=False),
        sa.Column("employee_id", sa.BigInteger(), nullable=False),
        sa.Column("workstation", sa.String(80), nullable=False),
        sa.Column("reason", sa.String(200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("length(trim(reason)) > 0", name="ck_receiving_corrections_reason_is_said"),
        *_keys("receiving_corrections", receiving_log_id="receiving_logs", employee_id="employees"),
        sa.PrimaryKeyConstraint("id", name="pk_receiving_corrections"),
        sa.UniqueConstraint("number", name="uq_receiving_corrections_number"),
        sqlite_strict=True,
    )
    op.create_index("ix_receiving_corrections_receiving_log_id", "receiving_corrections", ["receiving_log_id"])
    lines = "receiving_correction_lines"
    op.create_table(
        lines,
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("correction_id", sa.BigInteger(), nullable=False),
        sa.Column("receiving_line_id", sa.BigInteger(), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("coming", sa.Boolean(), nullable=False),
        sa.Column("reopened", sa.BigInteger(), nullable=False),
        sa.Column("given_up", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("quantity BETWEEN 1 AND 999999999", name=f"ck_{lines}_quantity_range"),
        sa.CheckConstraint("reopened BETWEEN 0 AND 999999999", name=f"ck_{lines}_reopened_range"),
        sa.CheckConstraint("given_up BETWEEN 0 AND 999999999", name=f"ck_{lines}_given_up_range"),
        sa.CheckConstraint("reopened = 0 OR given_up = 0", name=f"ck_{lines}_open_or_given_up"),
        sa.CheckConstraint("reopened + given_up <= quantity", name=f"ck_{lines}_within_quantity"),
        *_keys(lines, correction_id="receiving_corrections", receiving_line_id="receiving_lines"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{lines}"),
        sa.UniqueConstraint("correction_id", "receiving_line_id", name=f"uq_{lines}_correction_id_receiving_line_id"),
        sqlite_strict=True,
    )
    op.create_index(f"ix_{lines}_receiving_line_id", lines, ["receiving_line_id"])


def _make_parts() -> None:
    backs = "receiving_correction_backs"
    op.create_table(
        backs,
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("line_id", sa.BigInteger(), nullable=False),
        sa.Column("backorder_id", sa.BigInteger(), nullable=False),
        sa.Column("invoice_id", sa.BigInteger(), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("committed", sa.Boolean(), nullable=False),
        sa.Column("planned", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("quantity BETWEEN 1 AND 999999999", name=f"ck_{backs}_quantity_range"),
        sa.CheckConstraint("planned BETWEEN 0 AND 999999999", name=f"ck_{backs}_planned_range"),
        sa.CheckConstraint("planned <= quantity", name=f"ck_{backs}_planned_within"),
        *_keys(backs, line_id="receiving_correction_lines", backorder_id="backorders", invoice_id="invoices"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{backs}"),
        sa.UniqueConstraint(
            "line_id", "backorder_id", "invoice_id", name=f"uq_{backs}_line_id_backorder_id_invoice_id"
        ),
        sqlite_strict=True,
    )
    op.create_index(f"ix_{backs}_backorder_id", backs, ["backorder_id"])
    op.create_index(f"ix_{backs}_invoice_id", backs, ["invoice_id"])
    serials = "receiving_correction_serials"
    op.create_table(
        serials,
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("line_id", sa.BigInteger(), nullable=False),
        sa.Column("serial", sa.String(40), nullable=False),
        sa.Column("form", sa.String(120), nullable=False),
        *_keys(serials, line_id="receiving_correction_lines"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{serials}"),
        sa.UniqueConstraint("line_id", "form", name=f"uq_{serials}_line_id_form"),
        sqlite_strict=True,
    )
    op.create_index(f"ix_{serials}_form", serials, ["form"])


def _account_for_them() -> None:
    op.add_column("stock_ledger", sa.Column("correction_line_id", sa.BigInteger(), nullable=True))
    with rebuilt("stock_ledger") as ledger:
        ledger.create_foreign_key(
            "fk_stock_ledger_correction_line_id", "receiving_correction_lines", ["correction_line_id"], ["id"]
        )
        ledger.create_unique_constraint("uq_stock_ledger_correction_line_id", ["correction_line_id"])
        ledger.drop_constraint("ck_stock_ledger_kind_known", type_="check")
        for name, rule in (
            ("kind_known", _one_of("kind", LEDGER)),
            ("line_of_correction", "(kind = 'corrected') = (correction_line_id IS NOT NULL)"),
            ("corrected_sign", "kind <> 'corrected' OR quantity < 0"),
        ):
            ledger.create_check_constraint(f"ck_stock_ledger_{name}", rule)
