"""Stock can be counted: by several people at once, against figures that are frozen item by item."""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0054"
down_revision = "0053"
branch_labels = None
depends_on = None

LEDGER = ("opening", "sale", "return", "damaged", "receipt", "corrected", "adjustment", "counted")

SQLITE = (
    (
        "CREATE TRIGGER stock_counts_keep_update BEFORE UPDATE ON stock_counts WHEN OLD.status = 'posted' "
        "BEGIN SELECT RAISE(ABORT, 'posted stock_counts never change'); END"
    ),
    (
        "CREATE TRIGGER stock_counts_keep_delete BEFORE DELETE ON stock_counts WHEN OLD.status = 'posted' "
        "BEGIN SELECT RAISE(ABORT, 'posted stock_counts never change'); END"
    ),
    (
        "CREATE TRIGGER stock_count_items_keep_insert BEFORE INSERT ON stock_count_items WHEN EXISTS (SELECT "
        "1 FROM stock_counts WHERE id = NEW.stock_count_id AND status = 'posted') BEGIN SELECT RAISE(ABORT, "
        "'posted stock_counts never change'); END"
    ),
    (
        "CREATE TRIGGER stock_count_items_keep_update BEFORE UPDATE ON stock_count_items WHEN EXISTS (SELECT "
        "1 FROM stock_counts WHERE id = OLD.stock_count_id AND status = 'posted') OR EXISTS (SELECT 1 FROM "
        "stock_counts WHERE id = NEW.stock_count_id AND status = 'posted') BEGIN SELECT RAISE(ABORT, 'posted "
        "stock_counts never change'); END"
    ),
    (
        "CREATE TRIGGER stock_count_items_keep_delete BEFORE DELETE ON stock_count_items WHEN EXISTS (SELECT "
        "1 FROM stock_counts WHERE id = OLD.stock_count_id AND status = 'posted') BEGIN SELECT RAISE(ABORT, "
        "'posted stock_counts never change'); END"
    ),
    (
        "CREATE TRIGGER stock_count_parts_keep_insert BEFORE INSERT ON stock_count_parts WHEN EXISTS (SELECT "
        "1 FROM stock_counts WHERE id = NEW.stock_count_id AND status = 'posted') BEGIN SELECT RAISE(ABORT, "
        "'posted stock_counts never change'); END"
    ),
    (
        "CREATE TRIGGER stock_count_parts_keep_update BEFORE UPDATE ON stock_count_parts WHEN EXISTS (SELECT "
        "1 FROM stock_counts WHERE id = OLD.stock_count_id AND status = 'posted') OR EXISTS (SELECT 1 FROM "
        "stock_counts WHERE id = NEW.stock_count_id AND status = 'posted') BEGIN SELECT RAISE(ABORT, 'posted "
        "stock_counts never change'); END"
    ),
    (
        "CREATE TRIGGER stock_count_parts_keep_delete BEFORE DELETE ON stock_count_parts WHEN EXISTS (SELECT "
        "1 FROM stock_counts WHERE id = OLD.stock_count_id AND status = 'posted') BEGIN SELECT RAISE(ABORT, "
        "'posted stock_counts never change'); END"
    ),
    (
        "CREATE TRIGGER stock_count_held_keep_insert BEFORE INSERT ON stock_count_held WHEN EXISTS (SELECT 1 "
        "FROM stock_counts WHERE id = NEW.stock_count_id AND status = 'posted') BEGIN SELECT RAISE(ABORT, "
        "'posted stock_counts never change'); END"
    ),
    (
        "CREATE TRIGGER stock_count_held_keep_update BEFORE UPDATE ON stock_count_held WHEN EXISTS (SELECT 1 "
        "FROM stock_counts WHERE id = OLD.stock_count_id AND status = 'posted') OR EXISTS (SELECT 1 FROM "
        "stock_counts WHERE id = NEW.stock_count_id AND status = 'posted') BEGIN SELECT RAISE(ABORT, 'posted "
        "stock_counts never change'); END"
    ),
    (
        "CREATE TRIGGER stock_count_held_keep_delete BEFORE DELETE ON stock_count_held WHEN EXISTS (SELECT 1 "
        "FROM stock_counts WHERE id = OLD.stock_count_id AND status = 'posted') BEGIN SELECT RAISE(ABORT, "
        "'posted stock_counts never change'); END"
    ),
    (
        "CREATE TRIGGER stock_count_strays_keep_insert BEFORE INSERT ON stock_count_strays WHEN EXISTS "
        "(SELECT 1 FROM stock_counts WHERE id = NEW.stock_count_id AND status = 'posted') BEGIN SELECT "
        "RAISE(ABORT, 'posted stock_counts never change'); END"
    ),
    (
        "CREATE TRIGGER stock_count_strays_keep_update BEFORE UPDATE ON stock_count_strays WHEN EXISTS "
        "(SELECT 1 FROM stock_counts WHERE id = OLD.stock_count_id AND status = 'posted') OR EXISTS (SELECT 1 "
        "FROM stock_counts WHERE id = NEW.stock_count_id AND status = 'posted') BEGIN SELECT RAISE(ABORT, "
        "'posted stock_counts never change'); END"
    ),
    (
        "CREATE TRIGGER stock_count_strays_keep_delete BEFORE DELETE ON stock_count_strays WHEN EXISTS "
        "(SELECT 1 FROM stock_counts WHERE id = OLD.stock_count_id AND status = 'posted') BEGIN SELECT "
        "RAISE(ABORT, 'posted stock_counts never change'); END"
    ),
    (
        "CREATE TRIGGER stock_counts_not_replaced BEFORE INSERT ON stock_counts WHEN EXISTS (SELECT 1 FROM "
        "stock_counts WHERE ((stock_counts.rowid = NEW.rowid) OR (stock_counts.number = NEW.number)) AND "
        "status = 'posted') BEGIN SELECT RAISE(ABORT, 'posted stock_counts never change'); END"
    ),
    (
        "CREATE TRIGGER stock_counts_not_replaced_by_update BEFORE UPDATE ON stock_counts WHEN (OLD.rowid IS "
        "NOT NEW.rowid OR OLD.number IS NOT NEW.number) AND EXISTS (SELECT 1 FROM stock_counts WHERE "
        "((stock_counts.rowid = NEW.rowid) OR (stock_counts.number = NEW.number)) AND stock_counts.rowid <> "
        "OLD.rowid AND status = 'posted') BEGIN SELECT RAISE(ABORT, 'posted stock_counts never change'); END"
    ),
    (
        "CREATE TRIGGER stock_count_items_not_replaced BEFORE INSERT ON stock_count_items WHEN EXISTS (SELECT "
        "1 FROM stock_count_items WHERE ((stock_count_items.rowid = NEW.rowid) OR "
        "(stock_count_items.stock_count_id = NEW.stock_count_id AND stock_count_items.item_id = NEW.item_id)) "
        "AND EXISTS (SELECT 1 FROM stock_counts whole WHERE whole.id = stock_count_items.stock_count_id AND "
        "whole.status = 'posted')) BEGIN SELECT RAISE(ABORT, 'posted stock_counts never change'); END"
    ),
    (
        "CREATE TRIGGER stock_count_items_not_replaced_by_update BEFORE UPDATE ON stock_count_items WHEN "
        "(OLD.rowid IS NOT NEW.rowid OR OLD.stock_count_id IS NOT NEW.stock_count_id OR OLD.item_id IS NOT "
        "NEW.item_id) AND EXISTS (SELECT 1 FROM stock_count_items WHERE ((stock_count_items.rowid = "
        "NEW.rowid) OR (stock_count_items.stock_count_id = NEW.stock_count_id AND stock_count_items.item_id = "
        "NEW.item_id)) AND stock_count_items.rowid <> OLD.rowid AND EXISTS (SELECT 1 FROM stock_counts whole "
        "WHERE whole.id = stock_count_items.stock_count_id AND whole.status = 'posted')) BEGIN SELECT "
        "RAISE(ABORT, 'posted stock_counts never change'); END"
    ),
    (
        "CREATE TRIGGER stock_count_parts_not_replaced BEFORE INSERT ON stock_count_parts WHEN EXISTS (SELECT "
        "1 FROM stock_count_parts WHERE ((stock_count_parts.rowid = NEW.rowid) OR "
        "(stock_count_parts.stock_count_id = NEW.stock_count_id AND stock_count_parts.item_id = NEW.item_id "
        "AND stock_count_parts.employee_id = NEW.employee_id AND stock_count_parts.place = NEW.place)) AND "
        "EXISTS (SELECT 1 FROM stock_counts whole WHERE whole.id = stock_count_parts.stock_count_id AND "
        "whole.status = 'posted')) BEGIN SELECT RAISE(ABORT, 'posted stock_counts never change'); END"
    ),
    (
        "CREATE TRIGGER stock_count_parts_not_replaced_by_update BEFORE UPDATE ON stock_count_parts WHEN "
        "(OLD.rowid IS NOT NEW.rowid OR OLD.stock_count_id IS NOT NEW.stock_count_id OR OLD.item_id IS NOT "
        "NEW.item_id OR OLD.employee_id IS NOT NEW.employee_id OR OLD.place IS NOT NEW.place) AND EXISTS "
        "(SELECT 1 FROM stock_count_parts WHERE ((stock_count_parts.rowid = NEW.rowid) OR "
        "(stock_count_parts.stock_count_id = NEW.stock_count_id AND stock_count_parts.item_id = NEW.item_id "
        "AND stock_count_parts.employee_id = NEW.employee_id AND stock_count_parts.place = NEW.place)) AND "
        "stock_count_parts.rowid <> OLD.rowid AND EXISTS (SELECT 1 FROM stock_counts whole WHERE whole.id = "
        "stock_count_parts.stock_count_id AND whole.status = 'posted')) BEGIN SELECT RAISE(ABORT, 'posted "
        "stock_counts never change'); END"
    ),
    (
        "CREATE TRIGGER stock_count_held_not_replaced BEFORE INSERT ON stock_count_held WHEN EXISTS (SELECT 1 "
        "FROM stock_count_held WHERE ((stock_count_held.rowid = NEW.rowid) OR "
        "(stock_count_held.stock_count_id = NEW.stock_count_id AND stock_count_held.item_id = NEW.item_id AND "
        "stock_count_held.invoice_id = NEW.invoice_id)) AND EXISTS (SELECT 1 FROM stock_counts whole WHERE "
        "whole.id = stock_count_held.stock_count_id AND whole.status = 'posted')) BEGIN SELECT RAISE(ABORT, "
        "'posted stock_counts never change'); END"
    ),
    (
        "CREATE TRIGGER stock_count_held_not_replaced_by_update BEFORE UPDATE ON stock_count_held WHEN "
        "(OLD.rowid IS NOT NEW.rowid OR OLD.stock_count_id IS NOT NEW.stock_count_id OR OLD.item_id IS NOT "
        "NEW.item_id OR OLD.invoice_id IS NOT NEW.invoice_id) AND EXISTS (SELECT 1 FROM stock_count_held "
        "WHERE ((stock_count_held.rowid = NEW.rowid) OR (stock_count_held.stock_count_id = NEW.stock_count_id "
        "AND stock_count_held.item_id = NEW.item_id AND stock_count_held.invoice_id = NEW.invoice_id)) AND "
        "stock_count_held.rowid <> OLD.rowid AND EXISTS (SELECT 1 FROM stock_counts whole WHERE whole.id = "
        "stock_count_held.stock_count_id AND whole.status = 'posted')) BEGIN SELECT RAISE(ABORT, 'posted "
        "stock_counts never change'); END"
    ),
    (
        "CREATE TRIGGER stock_count_strays_not_replaced BEFORE INSERT ON stock_count_strays WHEN EXISTS "
        "(SELECT 1 FROM stock_count_strays WHERE ((stock_count_strays.rowid = NEW.rowid) OR "
        "(stock_count_strays.stock_count_id = NEW.stock_count_id AND stock_count_strays.code = NEW.code AND "
        "stock_count_strays.employee_id = NEW.employee_id AND stock_count_strays.place = NEW.place)) AND "
        "EXISTS (SELECT 1 FROM stock_counts whole WHERE whole.id = stock_count_strays.stock_count_id AND "
        "whole.status = 'posted')) BEGIN SELECT RAISE(ABORT, 'posted stock_counts never change'); END"
    ),
    (
        "CREATE TRIGGER stock_count_strays_not_replaced_by_update BEFORE UPDATE ON stock_count_strays WHEN "
        "(OLD.rowid IS NOT NEW.rowid OR OLD.stock_count_id IS NOT NEW.stock_count_id OR OLD.code IS NOT "
        "NEW.code OR OLD.employee_id IS NOT NEW.employee_id OR OLD.place IS NOT NEW.place) AND EXISTS (SELECT "
        "1 FROM stock_count_strays WHERE ((stock_count_strays.rowid = NEW.rowid) OR "
        "(stock_count_strays.stock_count_id = NEW.stock_count_id AND stock_count_strays.code = NEW.code AND "
        "stock_count_strays.employee_id = NEW.employee_id AND stock_count_strays.place = NEW.place)) AND "
        "stock_count_strays.rowid <> OLD.rowid AND EXISTS (SELECT 1 FROM stock_counts whole WHERE whole.id = "
        "stock_count_strays.stock_count_id AND whole.status = 'posted')) BEGIN SELECT RAISE(ABORT, 'posted "
        "stock_counts never change'); END"
    ),
)
POSTGRESQL = (
    (
        "CREATE FUNCTION keep_stock_counts() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.status = "
        "'posted' THEN RAISE EXCEPTION 'posted stock_counts never change'; END IF; IF TG_OP = 'DELETE' THEN "
        "RETURN OLD; END IF; RETURN NEW; END $$"
    ),
    (
        "CREATE FUNCTION keep_part_of_stock_counts() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE standing "
        "text; BEGIN IF TG_OP <> 'INSERT' THEN SELECT status INTO standing FROM stock_counts WHERE id = "
        "OLD.stock_count_id FOR KEY SHARE; IF standing IN ('posted') THEN RAISE EXCEPTION 'posted "
        "stock_counts never change'; END IF; END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; SELECT "
        "status INTO standing FROM stock_counts WHERE id = NEW.stock_count_id FOR KEY SHARE; IF standing IN "
        "('posted') THEN RAISE EXCEPTION 'posted stock_counts never change'; END IF; RETURN NEW; END $$"
    ),
    (
        "CREATE TRIGGER stock_counts_keep BEFORE UPDATE OR DELETE ON stock_counts FOR EACH ROW EXECUTE "
        "FUNCTION keep_stock_counts()"
    ),
    (
        "CREATE TRIGGER stock_count_items_keep BEFORE INSERT OR UPDATE OR DELETE ON stock_count_items FOR "
        "EACH ROW EXECUTE FUNCTION keep_part_of_stock_counts()"
    ),
    (
        "CREATE TRIGGER stock_count_parts_keep BEFORE INSERT OR UPDATE OR DELETE ON stock_count_parts FOR "
        "EACH ROW EXECUTE FUNCTION keep_part_of_stock_counts()"
    ),
    (
        "CREATE TRIGGER stock_count_held_keep BEFORE INSERT OR UPDATE OR DELETE ON stock_count_held FOR EACH "
        "ROW EXECUTE FUNCTION keep_part_of_stock_counts()"
    ),
    (
        "CREATE TRIGGER stock_count_strays_keep BEFORE INSERT OR UPDATE OR DELETE ON stock_count_strays FOR "
        "EACH ROW EXECUTE FUNCTION keep_part_of_stock_counts()"
    ),
    (
        "CREATE TRIGGER stock_counts_no_truncate BEFORE TRUNCATE ON stock_counts FOR EACH STATEMENT EXECUTE "
        "FUNCTION refuse_emptying()"
    ),
    (
        "CREATE TRIGGER stock_count_items_no_truncate BEFORE TRUNCATE ON stock_count_items FOR EACH STATEMENT "
        "EXECUTE FUNCTION refuse_emptying()"
    ),
    (
        "CREATE TRIGGER stock_count_parts_no_truncate BEFORE TRUNCATE ON stock_count_parts FOR EACH STATEMENT "
        "EXECUTE FUNCTION refuse_emptying()"
    ),
    (
        "CREATE TRIGGER stock_count_held_no_truncate BEFORE TRUNCATE ON stock_count_held FOR EACH STATEMENT "
        "EXECUTE FUNCTION refuse_emptying()"
    ),
    (
        "CREATE TRIGGER stock_count_strays_no_truncate BEFORE TRUNCATE ON stock_count_strays FOR EACH "
        "STATEMENT EXECUTE FUNCTION refuse_emptying()"
    ),
)
REPLACED = (
    (
        "CREATE TRIGGER stock_ledger_not_replaced BEFORE INSERT ON stock_ledger WHEN EXISTS (SELECT 1 FROM "
        "stock_ledger WHERE ((stock_ledger.rowid = NEW.rowid) OR (stock_ledger.correction_line_id = "
        "NEW.correction_line_id) OR (stock_ledger.count_item_id = NEW.count_item_id) OR "
        "(stock_ledger.invoice_line_id = NEW.invoice_line_id AND stock_ledger.kind = NEW.kind) OR "
        "(stock_ledger.receiving_line_id = NEW.receiving_line_id)) AND TRUE) BEGIN SELECT RAISE(ABORT, "
        "'stock_ledger: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER stock_ledger_not_replaced_by_update BEFORE UPDATE ON stock_ledger WHEN (OLD.rowid IS "
        "NOT NEW.rowid OR OLD.correction_line_id IS NOT NEW.correction_line_id OR OLD.count_item_id IS NOT "
        "NEW.count_item_id OR OLD.invoice_line_id IS NOT NEW.invoice_line_id OR OLD.kind IS NOT NEW.kind OR "
        "OLD.receiving_line_id IS NOT NEW.receiving_line_id) AND EXISTS (SELECT 1 FROM stock_ledger WHERE "
        "((stock_ledger.rowid = NEW.rowid) OR (stock_ledger.correction_line_id = NEW.correction_line_id) OR "
        "(stock_ledger.count_item_id = NEW.count_item_id) OR (stock_ledger.invoice_line_id = "
        "NEW.invoice_line_id AND stock_ledger.kind = NEW.kind) OR (stock_ledger.receiving_line_id = "
        "NEW.receiving_line_id)) AND stock_ledger.rowid <> OLD.rowid AND TRUE) BEGIN SELECT RAISE(ABORT, "
        "'stock_ledger: rows here are only ever added'); END"
    ),
)


def upgrade() -> None:
    _create_stock_counts()
    _create_stock_count_items()
    _create_stock_count_parts()
    _create_stock_count_held()
    _create_stock_count_strays()
    _account_for_them()
    sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in SQLITE if sqlite else POSTGRESQL:
        op.execute(statement)
    if sqlite:
        for name in ("stock_ledger_not_replaced", "stock_ledger_not_replaced_by_update"):
            op.execute(f"DROP TRIGGER {name}")
        for statement in REPLACED:
            op.execute(statement)
    op.execute("INSERT INTO counters (name, value) VALUES ('stock_count', 0)")


def _key(table: str, column: str, of: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{of}.id"], name=f"fk_{table}_{column}")


def _account_for_them() -> None:
    op.add_column("stock_ledger", sa.Column("count_item_id", sa.BigInteger(), nullable=True))
    with rebuilt("stock_ledger") as ledger:
        ledger.create_foreign_key("fk_stock_ledger_count_item_id", "stock_count_items", ["count_item_id"], ["id"])
        ledger.create_unique_constraint("uq_stock_ledger_count_item_id", ["count_item_id"])
        ledger.drop_constraint("ck_stock_ledger_kind_known", type_="check")
        kinds = ", ".join(f"'{kind}'" for kind in LEDGER)
        for name, rule in (
            ("kind_known", f"kind IN ({kinds})"),
            ("item_of_count", "(kind = 'counted') = (count_item_id IS NOT NULL)"),
        ):
            ledger.create_check_constraint(f"ck_stock_ledger_{name}", rule)


def _create_stock_counts() -> None:
    name = "stock_counts"
    op.create_table(
        name,
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=True),
        sa.Column("status", sa.String(30), nullable=False),
        sa.Column("extent", sa.String(30), nullable=False),
        sa.Column("department_id", sa.BigInteger(), nullable=True),
        sa.Column("note", sa.String(2000), nullable=False),
        sa.Column("employee_id", sa.BigInteger(), nullable=False),
        sa.Column("workstation", sa.String(80), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("posted_by", sa.BigInteger(), nullable=True),
        sa.Column("discard_reason", sa.String(200), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("status IN ('working', 'posted', 'discarded')", name="ck_stock_counts_status_known"),
        sa.CheckConstraint("extent IN ('everything', 'department', 'scanned')", name="ck_stock_counts_extent_known"),
        sa.CheckConstraint(
            "(extent = 'department') = (department_id IS NOT NULL)", name="ck_stock_counts_department_of_extent"
        ),
        sa.CheckConstraint("(status = 'posted') = (number IS NOT NULL)", name="ck_stock_counts_number_when_posted"),
        sa.CheckConstraint("(status = 'posted') = (posted_at IS NOT NULL)", name="ck_stock_counts_time_when_posted"),
        sa.CheckConstraint("(status = 'posted') = (posted_by IS NOT NULL)", name="ck_stock_counts_person_when_posted"),
        sa.CheckConstraint(
            "(status = 'discarded') = (length(trim(discard_reason)) > 0)", name="ck_stock_counts_reason_when_discarded"
        ),
        _key(name, "department_id", "departments"),
        _key(name, "employee_id", "employees"),
        _key(name, "posted_by", "employees"),
        sa.PrimaryKeyConstraint("id", name="pk_stock_counts"),
        sa.UniqueConstraint("number", name="uq_stock_counts_number"),
        sqlite_strict=True,
    )
    op.create_index("ix_stock_counts_department_id", name, ["department_id"])
    op.create_index("ix_stock_counts_status_id", name, ["status", "id"])


def _create_stock_count_items() -> None:
    name = "stock_count_items"
    op.create_table(
        name,
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("stock_count_id", sa.BigInteger(), nullable=False),
        sa.Column("item_id", sa.BigInteger(), nullable=False),
        sa.Column("frozen", sa.BigInteger(), nullable=False),
        sa.Column("frozen_committed", sa.BigInteger(), nullable=False),
        sa.Column("expected", sa.BigInteger(), nullable=False),
        sa.Column("difference", sa.BigInteger(), nullable=True),
        sa.Column("cost", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("cost BETWEEN 0 AND 999999999999", name="ck_stock_count_items_cost_range"),
        sa.CheckConstraint("(difference IS NULL) = (cost IS NULL)", name="ck_stock_count_items_cost_of_difference"),
        _key(name, "stock_count_id", "stock_counts"),
        _key(name, "item_id", "items"),
        sa.PrimaryKeyConstraint("id", name="pk_stock_count_items"),
        sa.UniqueConstraint("stock_count_id", "item_id", name="uq_stock_count_items_stock_count_id_item_id"),
        sqlite_strict=True,
    )
    op.create_index("ix_stock_count_items_item_id", name, ["item_id"])


def _create_stock_count_parts() -> None:
    name = "stock_count_parts"
    op.create_table(
        name,
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("stock_count_id", sa.BigInteger(), nullable=False),
        sa.Column("item_id", sa.BigInteger(), nullable=False),
        sa.Column("employee_id", sa.BigInteger(), nullable=False),
        sa.Column("place", sa.String(80), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("quantity BETWEEN 0 AND 999999999", name="ck_stock_count_parts_quantity_range"),
        _key(name, "stock_count_id", "stock_counts"),
        _key(name, "item_id", "items"),
        _key(name, "employee_id", "employees"),
        sa.PrimaryKeyConstraint("id", name="pk_stock_count_parts"),
        sa.UniqueConstraint(
            "stock_count_id",
            "item_id",
            "employee_id",
            "place",
            name="uq_stock_count_parts_stock_count_id_item_id_employee_id_place",
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_stock_count_parts_item_id", name, ["item_id"])


def _create_stock_count_held() -> None:
    name = "stock_count_held"
    op.create_table(
        name,
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("stock_count_id", sa.BigInteger(), nullable=False),
        sa.Column("item_id", sa.BigInteger(), nullable=False),
        sa.Column("invoice_id", sa.BigInteger(), nullable=False),
        sa.Column("held", sa.BigInteger(), nullable=False),
        sa.Column("found", sa.BigInteger(), nullable=False),
        sa.Column("employee_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("held BETWEEN 1 AND 999999999", name="ck_stock_count_held_held_range"),
        sa.CheckConstraint("found BETWEEN 0 AND 999999999", name="ck_stock_count_held_found_range"),
        _key(name, "stock_count_id", "stock_counts"),
        _key(name, "item_id", "items"),
        _key(name, "invoice_id", "invoices"),
        _key(name, "employee_id", "employees"),
        sa.PrimaryKeyConstraint("id", name="pk_stock_count_held"),
        sa.UniqueConstraint(
            "stock_count_id", "item_id", "invoice_id", name="uq_stock_count_held_stock_count_id_item_id_invoice_id"
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_stock_count_held_invoice_id", name, ["invoice_id"])
    op.create_index("ix_stock_count_held_item_id", name, ["item_id"])


def _create_stock_count_strays() -> None:
    name = "stock_count_strays"
    op.create_table(
        name,
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("stock_count_id", sa.BigInteger(), nullable=False),
        sa.Column("code", sa.String(120), nullable=False),
        sa.Column("employee_id", sa.BigInteger(), nullable=False),
        sa.Column("place", sa.String(80), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("item_id", sa.BigInteger(), nullable=True),
        sa.Column("word", sa.String(200), nullable=False),
        sa.CheckConstraint("quantity BETWEEN 1 AND 999999999", name="ck_stock_count_strays_quantity_range"),
        sa.CheckConstraint("length(trim(code)) > 0", name="ck_stock_count_strays_says_a_code"),
        sa.CheckConstraint("item_id IS NULL OR word = ''", name="ck_stock_count_strays_solved_once"),
        _key(name, "stock_count_id", "stock_counts"),
        _key(name, "employee_id", "employees"),
        _key(name, "item_id", "items"),
        sa.PrimaryKeyConstraint("id", name="pk_stock_count_strays"),
        sa.UniqueConstraint(
            "stock_count_id",
            "code",
            "employee_id",
            "place",
            name="uq_stock_count_strays_stock_count_id_code_employee_id_place",
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_stock_count_strays_item_id", name, ["item_id"])
