"""The sales side and the backorder."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


COUNTERS = ("invoice", "backorder", "purchase_order", "receiving_log", "audit", "customer", "item", "vendor")

SQLITE = (
    (
        "CREATE TRIGGER stock_ledger_no_update BEFORE UPDATE ON stock_ledger BEGIN SELECT RAISE(ABORT, "
        "'stock_ledger: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER stock_ledger_no_delete BEFORE DELETE ON stock_ledger BEGIN SELECT RAISE(ABORT, "
        "'stock_ledger: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER backorder_events_no_update BEFORE UPDATE ON backorder_events BEGIN SELECT "
        "RAISE(ABORT, 'backorder_events: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER backorder_events_no_delete BEFORE DELETE ON backorder_events BEGIN SELECT "
        "RAISE(ABORT, 'backorder_events: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER audit_events_no_update BEFORE UPDATE ON audit_events BEGIN SELECT RAISE(ABORT, "
        "'audit_events: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER audit_events_no_delete BEFORE DELETE ON audit_events BEGIN SELECT RAISE(ABORT, "
        "'audit_events: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER receiving_settings_no_update BEFORE UPDATE ON receiving_settings BEGIN SELECT "
        "RAISE(ABORT, 'receiving_settings: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER receiving_settings_no_delete BEFORE DELETE ON receiving_settings BEGIN SELECT "
        "RAISE(ABORT, 'receiving_settings: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER invoices_keep_update BEFORE UPDATE ON invoices WHEN OLD.status = 'processed' "
        "BEGIN SELECT RAISE(ABORT, 'processed invoices never change'); END"
    ),
    (
        "CREATE TRIGGER invoices_keep_delete BEFORE DELETE ON invoices WHEN OLD.status = 'processed' "
        "BEGIN SELECT RAISE(ABORT, 'processed invoices never change'); END"
    ),
    (
        "CREATE TRIGGER invoice_lines_keep_insert BEFORE INSERT ON invoice_lines WHEN EXISTS (SELECT 1 "
        "FROM invoices WHERE id = NEW.invoice_id AND status = 'processed') BEGIN SELECT RAISE(ABORT, "
        "'processed invoices never change'); END"
    ),
    (
        "CREATE TRIGGER invoice_lines_keep_update BEFORE UPDATE ON invoice_lines WHEN EXISTS (SELECT 1 "
        "FROM invoices WHERE id = OLD.invoice_id AND status = 'processed') OR EXISTS (SELECT 1 FROM "
        "invoices WHERE id = NEW.invoice_id AND status = 'processed') BEGIN SELECT RAISE(ABORT, "
        "'processed invoices never change'); END"
    ),
    (
        "CREATE TRIGGER invoice_lines_keep_delete BEFORE DELETE ON invoice_lines WHEN EXISTS (SELECT 1 "
        "FROM invoices WHERE id = OLD.invoice_id AND status = 'processed') BEGIN SELECT RAISE(ABORT, "
        "'processed invoices never change'); END"
    ),
    (
        "CREATE TRIGGER invoice_taxes_keep_insert BEFORE INSERT ON invoice_taxes WHEN EXISTS (SELECT 1 "
        "FROM invoices WHERE id = NEW.invoice_id AND status = 'processed') BEGIN SELECT RAISE(ABORT, "
        "'processed invoices never change'); END"
    ),
    (
        "CREATE TRIGGER invoice_taxes_keep_update BEFORE UPDATE ON invoice_taxes WHEN EXISTS (SELECT 1 "
        "FROM invoices WHERE id = OLD.invoice_id AND status = 'processed') OR EXISTS (SELECT 1 FROM "
        "invoices WHERE id = NEW.invoice_id AND status = 'processed') BEGIN SELECT RAISE(ABORT, "
        "'processed invoices never change'); END"
    ),
    (
        "CREATE TRIGGER invoice_taxes_keep_delete BEFORE DELETE ON invoice_taxes WHEN EXISTS (SELECT 1 "
        "FROM invoices WHERE id = OLD.invoice_id AND status = 'processed') BEGIN SELECT RAISE(ABORT, "
        "'processed invoices never change'); END"
    ),
    (
        "CREATE TRIGGER tenders_keep_insert BEFORE INSERT ON tenders WHEN EXISTS (SELECT 1 FROM invoices "
        "WHERE id = NEW.invoice_id AND status = 'processed') BEGIN SELECT RAISE(ABORT, 'processed "
        "invoices never change'); END"
    ),
    (
        "CREATE TRIGGER tenders_keep_update BEFORE UPDATE ON tenders WHEN EXISTS (SELECT 1 FROM invoices "
        "WHERE id = OLD.invoice_id AND status = 'processed') OR EXISTS (SELECT 1 FROM invoices WHERE id "
        "= NEW.invoice_id AND status = 'processed') BEGIN SELECT RAISE(ABORT, 'processed invoices never "
        "change'); END"
    ),
    (
        "CREATE TRIGGER tenders_keep_delete BEFORE DELETE ON tenders WHEN EXISTS (SELECT 1 FROM invoices "
        "WHERE id = OLD.invoice_id AND status = 'processed') BEGIN SELECT RAISE(ABORT, 'processed "
        "invoices never change'); END"
    ),
    (
        "CREATE TRIGGER receiving_logs_keep_update BEFORE UPDATE ON receiving_logs WHEN OLD.status = "
        "'posted' BEGIN SELECT RAISE(ABORT, 'posted receiving_logs never change'); END"
    ),
    (
        "CREATE TRIGGER receiving_logs_keep_delete BEFORE DELETE ON receiving_logs WHEN OLD.status = "
        "'posted' BEGIN SELECT RAISE(ABORT, 'posted receiving_logs never change'); END"
    ),
    (
        "CREATE TRIGGER receiving_lines_keep_insert BEFORE INSERT ON receiving_lines WHEN EXISTS (SELECT "
        "1 FROM receiving_logs WHERE id = NEW.receiving_log_id AND status = 'posted') BEGIN SELECT "
        "RAISE(ABORT, 'posted receiving_logs never change'); END"
    ),
    (
        "CREATE TRIGGER receiving_lines_keep_update BEFORE UPDATE ON receiving_lines WHEN EXISTS (SELECT "
        "1 FROM receiving_logs WHERE id = OLD.receiving_log_id AND status = 'posted') OR EXISTS (SELECT "
        "1 FROM receiving_logs WHERE id = NEW.receiving_log_id AND status = 'posted') BEGIN SELECT "
        "RAISE(ABORT, 'posted receiving_logs never change'); END"
    ),
    (
        "CREATE TRIGGER receiving_lines_keep_delete BEFORE DELETE ON receiving_lines WHEN EXISTS (SELECT "
        "1 FROM receiving_logs WHERE id = OLD.receiving_log_id AND status = 'posted') BEGIN SELECT "
        "RAISE(ABORT, 'posted receiving_logs never change'); END"
    ),
    (
        "CREATE TRIGGER purchase_order_lines_keep_insert BEFORE INSERT ON purchase_order_lines WHEN "
        "EXISTS (SELECT 1 FROM purchase_orders WHERE id = NEW.purchase_order_id AND status IN "
        "('processed', 'closed')) BEGIN SELECT RAISE(ABORT, 'processed purchase orders keep their "
        "lines'); END"
    ),
    (
        "CREATE TRIGGER purchase_order_lines_keep_delete BEFORE DELETE ON purchase_order_lines WHEN "
        "EXISTS (SELECT 1 FROM purchase_orders WHERE id = OLD.purchase_order_id AND status IN "
        "('processed', 'closed')) BEGIN SELECT RAISE(ABORT, 'processed purchase orders keep their "
        "lines'); END"
    ),
    (
        "CREATE TRIGGER purchase_order_lines_keep_update BEFORE UPDATE OF item_id, quantity, "
        "purchase_order_id ON purchase_order_lines WHEN EXISTS (SELECT 1 FROM purchase_orders WHERE id = "
        "OLD.purchase_order_id AND status IN ('processed', 'closed')) BEGIN SELECT RAISE(ABORT, "
        "'processed purchase orders keep their lines'); END"
    ),
    (
        "CREATE VIRTUAL TABLE items_search USING fts5(search_text, content='items', content_rowid='id', "
        "tokenize='trigram')"
    ),
    (
        "CREATE TRIGGER items_search_insert AFTER INSERT ON items BEGIN INSERT INTO items_search(rowid, "
        "search_text) VALUES (NEW.id, NEW.search_text); END"
    ),
    (
        "CREATE TRIGGER items_search_delete AFTER DELETE ON items BEGIN INSERT INTO "
        "items_search(items_search, rowid, search_text) VALUES ('delete', OLD.id, OLD.search_text); END"
    ),
    (
        "CREATE TRIGGER items_search_update AFTER UPDATE OF search_text ON items BEGIN INSERT INTO "
        "items_search(items_search, rowid, search_text) VALUES ('delete', OLD.id, OLD.search_text); "
        "INSERT INTO items_search(rowid, search_text) VALUES (NEW.id, NEW.search_text); END"
    ),
    (
        "CREATE VIRTUAL TABLE customers_search USING fts5(search_text, content='customers', "
        "content_rowid='id', tokenize='trigram')"
    ),
    (
        "CREATE TRIGGER customers_search_insert AFTER INSERT ON customers BEGIN INSERT INTO "
        "customers_search(rowid, search_text) VALUES (NEW.id, NEW.search_text); END"
    ),
    (
        "CREATE TRIGGER customers_search_delete AFTER DELETE ON customers BEGIN INSERT INTO "
        "customers_search(customers_search, rowid, search_text) VALUES ('delete', OLD.id, "
        "OLD.search_text); END"
    ),
    (
        "CREATE TRIGGER customers_search_update AFTER UPDATE OF search_text ON customers BEGIN INSERT "
        "INTO customers_search(customers_search, rowid, search_text) VALUES ('delete', OLD.id, "
        "OLD.search_text); INSERT INTO customers_search(rowid, search_text) VALUES (NEW.id, "
        "NEW.search_text); END"
    ),
)

POSTGRESQL = (
    (
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION "
        "'%: rows here are only ever added', TG_TABLE_NAME; END $$"
    ),
    (
        "CREATE FUNCTION refuse_emptying() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION "
        "'%: closed documents never change', TG_TABLE_NAME; END $$"
    ),
    (
        "CREATE TRIGGER stock_ledger_append_only BEFORE UPDATE OR DELETE ON stock_ledger FOR EACH ROW "
        "EXECUTE FUNCTION refuse_change()"
    ),
    (
        "CREATE TRIGGER backorder_events_append_only BEFORE UPDATE OR DELETE ON backorder_events FOR "
        "EACH ROW EXECUTE FUNCTION refuse_change()"
    ),
    (
        "CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE ON audit_events FOR EACH ROW "
        "EXECUTE FUNCTION refuse_change()"
    ),
    (
        "CREATE TRIGGER receiving_settings_append_only BEFORE UPDATE OR DELETE ON receiving_settings FOR "
        "EACH ROW EXECUTE FUNCTION refuse_change()"
    ),
    (
        "CREATE TRIGGER stock_ledger_no_truncate BEFORE TRUNCATE ON stock_ledger FOR EACH STATEMENT "
        "EXECUTE FUNCTION refuse_change()"
    ),
    (
        "CREATE TRIGGER backorder_events_no_truncate BEFORE TRUNCATE ON backorder_events FOR EACH "
        "STATEMENT EXECUTE FUNCTION refuse_change()"
    ),
    (
        "CREATE TRIGGER audit_events_no_truncate BEFORE TRUNCATE ON audit_events FOR EACH STATEMENT "
        "EXECUTE FUNCTION refuse_change()"
    ),
    (
        "CREATE TRIGGER receiving_settings_no_truncate BEFORE TRUNCATE ON receiving_settings FOR EACH "
        "STATEMENT EXECUTE FUNCTION refuse_change()"
    ),
    (
        "CREATE FUNCTION keep_invoices() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.status = "
        "'processed' THEN RAISE EXCEPTION 'processed invoices never change'; END IF; IF TG_OP = 'DELETE' "
        "THEN RETURN OLD; END IF; RETURN NEW; END $$"
    ),
    (
        "CREATE FUNCTION keep_part_of_invoices() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE standing "
        "text; BEGIN IF TG_OP <> 'INSERT' THEN SELECT status INTO standing FROM invoices WHERE id = "
        "OLD.invoice_id FOR KEY SHARE; IF standing IN ('processed') THEN RAISE EXCEPTION 'processed "
        "invoices never change'; END IF; END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; SELECT "
        "status INTO standing FROM invoices WHERE id = NEW.invoice_id FOR KEY SHARE; IF standing IN "
        "('processed') THEN RAISE EXCEPTION 'processed invoices never change'; END IF; RETURN NEW; END "
        "$$"
    ),
    ("CREATE TRIGGER invoices_keep BEFORE UPDATE OR DELETE ON invoices FOR EACH ROW EXECUTE FUNCTION keep_invoices()"),
    (
        "CREATE TRIGGER invoice_lines_keep BEFORE INSERT OR UPDATE OR DELETE ON invoice_lines FOR EACH "
        "ROW EXECUTE FUNCTION keep_part_of_invoices()"
    ),
    (
        "CREATE TRIGGER invoice_taxes_keep BEFORE INSERT OR UPDATE OR DELETE ON invoice_taxes FOR EACH "
        "ROW EXECUTE FUNCTION keep_part_of_invoices()"
    ),
    (
        "CREATE TRIGGER tenders_keep BEFORE INSERT OR UPDATE OR DELETE ON tenders FOR EACH ROW EXECUTE "
        "FUNCTION keep_part_of_invoices()"
    ),
    (
        "CREATE FUNCTION keep_receiving_logs() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF "
        "OLD.status = 'posted' THEN RAISE EXCEPTION 'posted receiving_logs never change'; END IF; IF "
        "TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$"
    ),
    (
        "CREATE FUNCTION keep_part_of_receiving_logs() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE "
        "standing text; BEGIN IF TG_OP <> 'INSERT' THEN SELECT status INTO standing FROM receiving_logs "
        "WHERE id = OLD.receiving_log_id FOR KEY SHARE; IF standing IN ('posted') THEN RAISE EXCEPTION "
        "'posted receiving_logs never change'; END IF; END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END "
        "IF; SELECT status INTO standing FROM receiving_logs WHERE id = NEW.receiving_log_id FOR KEY "
        "SHARE; IF standing IN ('posted') THEN RAISE EXCEPTION 'posted receiving_logs never change'; END "
        "IF; RETURN NEW; END $$"
    ),
    (
        "CREATE TRIGGER receiving_logs_keep BEFORE UPDATE OR DELETE ON receiving_logs FOR EACH ROW "
        "EXECUTE FUNCTION keep_receiving_logs()"
    ),
    (
        "CREATE TRIGGER receiving_lines_keep BEFORE INSERT OR UPDATE OR DELETE ON receiving_lines FOR "
        "EACH ROW EXECUTE FUNCTION keep_part_of_receiving_logs()"
    ),
    (
        "CREATE FUNCTION keep_part_of_purchase_orders() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE "
        "standing text; BEGIN IF TG_OP <> 'INSERT' THEN SELECT status INTO standing FROM purchase_orders "
        "WHERE id = OLD.purchase_order_id FOR KEY SHARE; IF standing IN ('processed', 'closed') THEN "
        "RAISE EXCEPTION 'processed purchase orders keep their lines'; END IF; END IF; IF TG_OP = "
        "'DELETE' THEN RETURN OLD; END IF; SELECT status INTO standing FROM purchase_orders WHERE id = "
        "NEW.purchase_order_id FOR KEY SHARE; IF standing IN ('processed', 'closed') THEN RAISE "
        "EXCEPTION 'processed purchase orders keep their lines'; END IF; RETURN NEW; END $$"
    ),
    (
        "CREATE TRIGGER purchase_order_lines_keep BEFORE INSERT OR DELETE OR UPDATE OF item_id, "
        "quantity, purchase_order_id ON purchase_order_lines FOR EACH ROW EXECUTE FUNCTION "
        "keep_part_of_purchase_orders()"
    ),
    (
        "CREATE TRIGGER invoices_no_truncate BEFORE TRUNCATE ON invoices FOR EACH STATEMENT EXECUTE "
        "FUNCTION refuse_emptying()"
    ),
    (
        "CREATE TRIGGER invoice_lines_no_truncate BEFORE TRUNCATE ON invoice_lines FOR EACH STATEMENT "
        "EXECUTE FUNCTION refuse_emptying()"
    ),
    (
        "CREATE TRIGGER invoice_taxes_no_truncate BEFORE TRUNCATE ON invoice_taxes FOR EACH STATEMENT "
        "EXECUTE FUNCTION refuse_emptying()"
    ),
    (
        "CREATE TRIGGER tenders_no_truncate BEFORE TRUNCATE ON tenders FOR EACH STATEMENT EXECUTE "
        "FUNCTION refuse_emptying()"
    ),
    (
        "CREATE TRIGGER receiving_logs_no_truncate BEFORE TRUNCATE ON receiving_logs FOR EACH STATEMENT "
        "EXECUTE FUNCTION refuse_emptying()"
    ),
    (
        "CREATE TRIGGER receiving_lines_no_truncate BEFORE TRUNCATE ON receiving_lines FOR EACH "
        "STATEMENT EXECUTE FUNCTION refuse_emptying()"
    ),
    (
        "CREATE TRIGGER purchase_orders_no_truncate BEFORE TRUNCATE ON purchase_orders FOR EACH "
        "STATEMENT EXECUTE FUNCTION refuse_emptying()"
    ),
    (
        "CREATE TRIGGER purchase_order_lines_no_truncate BEFORE TRUNCATE ON purchase_order_lines FOR "
        "EACH STATEMENT EXECUTE FUNCTION refuse_emptying()"
    ),
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX ix_items_search ON items USING gin (search_text gin_trgm_ops)",
    "CREATE INDEX ix_customers_search ON customers USING gin (search_text gin_trgm_ops)",
)


def upgrade() -> None:
    _create_tables()
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    if not on_sqlite:  # lines and backorders refer to each other; SQLite takes the forward reference inline
        op.create_foreign_key(
            op.f("fk_invoice_lines_fills_backorder_id"), "invoice_lines", "backorders", ["fills_backorder_id"], ["id"]
        )
    for statement in SQLITE if on_sqlite else POSTGRESQL:
        op.execute(statement)
    counters = sa.table("counters", sa.column("name"), sa.column("value"))
    op.bulk_insert(counters, [{"name": name, "value": 0} for name in COUNTERS])


def _create_tables() -> None:  # noqa: PLR0915 - one statement per table and index
    op.create_table(
        "counters",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("value >= 0", name=op.f("ck_counters_value_sign")),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counters")),
        sqlite_strict=True,
    )
    op.create_table(
        "customers",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("code", sa.String(length=30), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("company", sa.String(length=80), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("phone2", sa.String(length=40), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("address", sa.String(length=2000), nullable=False),
        sa.Column("notes", sa.String(length=2000), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customers")),
        sa.UniqueConstraint("code", name=op.f("uq_customers_code")),
        sqlite_strict=True,
    )
    op.create_index("ix_customers_name_id", "customers", ["name", "id"], unique=False)
    op.create_table(
        "departments",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("code", sa.String(length=30), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_departments")),
        sa.UniqueConstraint("code", name=op.f("uq_departments_code")),
        sqlite_strict=True,
    )
    op.create_table(
        "employees",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("code", sa.String(length=30), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("role", sa.String(length=30), nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("role IN ('cashier', 'clerk', 'manager')", name=op.f("ck_employees_role_known")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_employees")),
        sa.UniqueConstraint("code", name=op.f("uq_employees_code")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_employees_name"), "employees", ["name"], unique=False)
    op.create_table(
        "preferences",
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_preferences")),
        sqlite_strict=True,
    )
    op.create_table(
        "tax_codes",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("code", sa.String(length=30), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("rate", sa.BigInteger(), nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("rate BETWEEN 0 AND 1000000", name=op.f("ck_tax_codes_rate_range")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tax_codes")),
        sa.UniqueConstraint("code", name=op.f("uq_tax_codes_code")),
        sqlite_strict=True,
    )
    op.create_table(
        "vendors",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("code", sa.String(length=30), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("contact", sa.String(length=80), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("account_number", sa.String(length=40), nullable=False),
        sa.Column("address", sa.String(length=2000), nullable=False),
        sa.Column("notes", sa.String(length=2000), nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vendors")),
        sa.UniqueConstraint("code", name=op.f("uq_vendors_code")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_vendors_name"), "vendors", ["name"], unique=False)
    op.create_table(
        "audit_events",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("workstation", sa.String(length=80), nullable=False),
        sa.Column("employee_id", sa.BigInteger(), nullable=True),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("record_kind", sa.String(length=40), nullable=False),
        sa.Column("record_id", sa.BigInteger(), nullable=True),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_audit_events_employee_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_events")),
        sqlite_strict=True,
    )
    op.create_index("ix_audit_events_record_kind_record_id", "audit_events", ["record_kind", "record_id"], unique=False)
    op.create_table(
        "invoices",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=True),
        sa.Column("status", sa.String(length=30), nullable=False),
        sa.Column("committed", sa.Boolean(), nullable=False),
        sa.Column("origin", sa.String(length=30), nullable=False),
        sa.Column("customer_id", sa.BigInteger(), nullable=True),
        sa.Column("employee_id", sa.BigInteger(), nullable=False),
        sa.Column("workstation", sa.String(length=80), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("processed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("committed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tax_inclusive", sa.Boolean(), nullable=False),
        sa.Column("subtotal", sa.BigInteger(), nullable=False),
        sa.Column("tax", sa.BigInteger(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("bill_to", sa.String(length=2000), nullable=False),
        sa.Column("note", sa.String(length=2000), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "(status = 'processed') = (number IS NOT NULL)", name=op.f("ck_invoices_number_when_processed")
        ),
        sa.CheckConstraint(
            "(status = 'processed') = (processed_at IS NOT NULL)", name=op.f("ck_invoices_time_when_processed")
        ),
        sa.CheckConstraint("NOT committed OR status = 'working'", name=op.f("ck_invoices_committed_while_working")),
        sa.CheckConstraint(
            "origin IN ('sale', 'fill_receiving', 'fill_manual', 'special_order')",
            name=op.f("ck_invoices_origin_known"),
        ),
        sa.CheckConstraint("status IN ('working', 'processed', 'discarded')", name=op.f("ck_invoices_status_known")),
        sa.CheckConstraint("committed = (committed_at IS NOT NULL)", name=op.f("ck_invoices_time_when_committed")),
        sa.CheckConstraint("subtotal BETWEEN -9999999999 AND 9999999999", name=op.f("ck_invoices_subtotal_range")),
        sa.CheckConstraint("tax BETWEEN -9999999999 AND 9999999999", name=op.f("ck_invoices_tax_range")),
        sa.CheckConstraint("total BETWEEN -9999999999 AND 9999999999", name=op.f("ck_invoices_total_range")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_invoices_customer_id")),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_invoices_employee_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoices")),
        sa.UniqueConstraint("number", name=op.f("uq_invoices_number")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_invoices_customer_id"), "invoices", ["customer_id"], unique=False)
    op.create_index("ix_invoices_status_id", "invoices", ["status", "id"], unique=False)
    op.create_table(
        "items",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("code", sa.String(length=30), nullable=False),
        sa.Column("description", sa.String(length=120), nullable=False),
        sa.Column("department_id", sa.BigInteger(), nullable=True),
        sa.Column("tax_code_id", sa.BigInteger(), nullable=True),
        sa.Column("preferred_vendor_id", sa.BigInteger(), nullable=True),
        sa.Column("vendor_item_number", sa.String(length=40), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.Column("on_hand", sa.BigInteger(), nullable=False),
        sa.Column("committed", sa.BigInteger(), nullable=False),
        sa.Column("on_order", sa.BigInteger(), nullable=False),
        sa.Column("max_stock", sa.BigInteger(), nullable=False),
        sa.Column("min_stock", sa.BigInteger(), nullable=False),
        sa.Column("pack_quantity", sa.BigInteger(), nullable=False),
        sa.Column("notes", sa.String(length=2000), nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.CheckConstraint("committed >= 0", name=op.f("ck_items_committed_sign")),
        sa.CheckConstraint("cost BETWEEN 0 AND 999999999999", name=op.f("ck_items_cost_range")),
        sa.CheckConstraint("max_stock BETWEEN 0 AND 999999999", name=op.f("ck_items_max_stock_range")),
        sa.CheckConstraint("min_stock <= max_stock", name=op.f("ck_items_min_below_max")),
        sa.CheckConstraint("min_stock BETWEEN 0 AND 999999999", name=op.f("ck_items_min_stock_range")),
        sa.CheckConstraint("on_order >= 0", name=op.f("ck_items_on_order_sign")),
        sa.CheckConstraint("pack_quantity BETWEEN 1 AND 999999999", name=op.f("ck_items_pack_quantity_range")),
        sa.CheckConstraint("price BETWEEN 0 AND 9999999999", name=op.f("ck_items_price_range")),
        sa.ForeignKeyConstraint(["department_id"], ["departments.id"], name=op.f("fk_items_department_id")),
        sa.ForeignKeyConstraint(["preferred_vendor_id"], ["vendors.id"], name=op.f("fk_items_preferred_vendor_id")),
        sa.ForeignKeyConstraint(["tax_code_id"], ["tax_codes.id"], name=op.f("fk_items_tax_code_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_items")),
        sa.UniqueConstraint("code", name=op.f("uq_items_code")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_items_department_id"), "items", ["department_id"], unique=False)
    op.create_index("ix_items_description_id", "items", ["description", "id"], unique=False)
    op.create_index(op.f("ix_items_preferred_vendor_id"), "items", ["preferred_vendor_id"], unique=False)
    op.create_index(op.f("ix_items_tax_code_id"), "items", ["tax_code_id"], unique=False)
    op.create_table(
        "operations",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.String(length=36), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("employee_id", sa.BigInteger(), nullable=True),
        sa.Column("workstation", sa.String(length=80), nullable=False),
        sa.Column("result", sa.BigInteger(), nullable=True),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_operations_employee_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_operations")),
        sa.UniqueConstraint("key", name=op.f("uq_operations_key")),
        sqlite_strict=True,
    )
    op.create_table(
        "purchase_orders",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=True),
        sa.Column("status", sa.String(length=30), nullable=False),
        sa.Column("vendor_id", sa.BigInteger(), nullable=False),
        sa.Column("employee_id", sa.BigInteger(), nullable=False),
        sa.Column("workstation", sa.String(length=80), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("processed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("expected_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(length=2000), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "(status IN ('processed', 'closed')) = (number IS NOT NULL)",
            name=op.f("ck_purchase_orders_number_when_processed"),
        ),
        sa.CheckConstraint(
            "(status IN ('processed', 'closed')) = (processed_at IS NOT NULL)",
            name=op.f("ck_purchase_orders_time_when_processed"),
        ),
        sa.CheckConstraint(
            "status IN ('working', 'processed', 'closed', 'discarded')", name=op.f("ck_purchase_orders_status_known")
        ),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_purchase_orders_employee_id")),
        sa.ForeignKeyConstraint(["vendor_id"], ["vendors.id"], name=op.f("fk_purchase_orders_vendor_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_purchase_orders")),
        sa.UniqueConstraint("number", name=op.f("uq_purchase_orders_number")),
        sqlite_strict=True,
    )
    op.create_index("ix_purchase_orders_status_id", "purchase_orders", ["status", "id"], unique=False)
    op.create_index(op.f("ix_purchase_orders_vendor_id"), "purchase_orders", ["vendor_id"], unique=False)
    op.create_table(
        "barcodes",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("item_id", sa.BigInteger(), nullable=False),
        sa.Column("barcode", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name=op.f("fk_barcodes_item_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_barcodes")),
        sa.UniqueConstraint("barcode", name=op.f("uq_barcodes_barcode")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_barcodes_item_id"), "barcodes", ["item_id"], unique=False)
    op.create_table(
        "invoice_lines",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("invoice_id", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("trans_code", sa.String(length=1), nullable=False),
        sa.Column("item_id", sa.BigInteger(), nullable=True),
        sa.Column("description", sa.String(length=2000), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("unit_price", sa.BigInteger(), nullable=False),
        sa.Column("discount", sa.BigInteger(), nullable=False),
        sa.Column("discount_percent", sa.BigInteger(), nullable=True),
        sa.Column("tax_code_id", sa.BigInteger(), nullable=True),
        sa.Column("tax_rate", sa.BigInteger(), nullable=False),
        sa.Column("extension", sa.BigInteger(), nullable=False),
        sa.Column("sell_anyway", sa.Boolean(), nullable=False),
        sa.Column("fills_backorder_id", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("(trans_code = 'C') = (item_id IS NULL)", name=op.f("ck_invoice_lines_item_unless_comment")),
        sa.CheckConstraint(
            "fills_backorder_id IS NULL OR trans_code = 'S'", name=op.f("ck_invoice_lines_only_sales_fill")
        ),
        sa.CheckConstraint("trans_code <> 'R' OR extension <= 0", name=op.f("ck_invoice_lines_return_sign")),
        sa.CheckConstraint("trans_code = 'R' OR extension >= 0", name=op.f("ck_invoice_lines_extension_sign")),
        sa.CheckConstraint("trans_code IN ('S', 'B', 'R', 'C')", name=op.f("ck_invoice_lines_trans_code_known")),
        sa.CheckConstraint("trans_code NOT IN ('B', 'C') OR extension = 0", name=op.f("ck_invoice_lines_no_charge")),
        sa.CheckConstraint("discount BETWEEN 0 AND 9999999999", name=op.f("ck_invoice_lines_discount_range")),
        sa.CheckConstraint(
            "extension BETWEEN -9999999999 AND 9999999999", name=op.f("ck_invoice_lines_extension_range")
        ),
        sa.CheckConstraint("quantity BETWEEN 1 AND 999999999", name=op.f("ck_invoice_lines_quantity_range")),
        sa.CheckConstraint("unit_price BETWEEN 0 AND 9999999999", name=op.f("ck_invoice_lines_unit_price_range")),
        sa.ForeignKeyConstraint(
            ["fills_backorder_id"], ["backorders.id"], name=op.f("fk_invoice_lines_fills_backorder_id"), use_alter=True
        ),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoices.id"], name=op.f("fk_invoice_lines_invoice_id")),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name=op.f("fk_invoice_lines_item_id")),
        sa.ForeignKeyConstraint(["tax_code_id"], ["tax_codes.id"], name=op.f("fk_invoice_lines_tax_code_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoice_lines")),
        sa.UniqueConstraint("invoice_id", "position", name=op.f("uq_invoice_lines_invoice_id_position")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_invoice_lines_fills_backorder_id"), "invoice_lines", ["fills_backorder_id"], unique=False)
    op.create_index(op.f("ix_invoice_lines_item_id"), "invoice_lines", ["item_id"], unique=False)
    op.create_table(
        "invoice_taxes",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("invoice_id", sa.BigInteger(), nullable=False),
        sa.Column("tax_code_id", sa.BigInteger(), nullable=False),
        sa.Column("rate", sa.BigInteger(), nullable=False),
        sa.Column("taxable", sa.BigInteger(), nullable=False),
        sa.Column("tax", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoices.id"], name=op.f("fk_invoice_taxes_invoice_id")),
        sa.ForeignKeyConstraint(["tax_code_id"], ["tax_codes.id"], name=op.f("fk_invoice_taxes_tax_code_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoice_taxes")),
        sa.UniqueConstraint(
            "invoice_id", "tax_code_id", "rate", name=op.f("uq_invoice_taxes_invoice_id_tax_code_id_rate")
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "purchase_order_lines",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("purchase_order_id", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("item_id", sa.BigInteger(), nullable=False),
        sa.Column("vendor_item_number", sa.String(length=40), nullable=False),
        sa.Column("description", sa.String(length=120), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("received", sa.BigInteger(), nullable=False),
        sa.Column("closed_short", sa.BigInteger(), nullable=False),
        sa.Column("still_open", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("closed_short >= 0", name=op.f("ck_purchase_order_lines_closed_short_sign")),
        sa.CheckConstraint("cost BETWEEN 0 AND 999999999999", name=op.f("ck_purchase_order_lines_cost_range")),
        sa.CheckConstraint("quantity BETWEEN 1 AND 999999999", name=op.f("ck_purchase_order_lines_quantity_range")),
        sa.CheckConstraint("received >= 0", name=op.f("ck_purchase_order_lines_received_sign")),
        sa.CheckConstraint(
            "still_open = CASE WHEN quantity - received - closed_short > 0 THEN quantity - received - closed_short ELSE 0 END",
            name=op.f("ck_purchase_order_lines_still_open_adds_up"),
        ),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name=op.f("fk_purchase_order_lines_item_id")),
        sa.ForeignKeyConstraint(
            ["purchase_order_id"], ["purchase_orders.id"], name=op.f("fk_purchase_order_lines_purchase_order_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_purchase_order_lines")),
        sa.UniqueConstraint(
            "purchase_order_id", "position", name=op.f("uq_purchase_order_lines_purchase_order_id_position")
        ),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_purchase_order_lines_item_id"), "purchase_order_lines", ["item_id"], unique=False)
    op.create_index(
        "ix_purchase_order_lines_purchase_order_id_item_id",
        "purchase_order_lines",
        ["purchase_order_id", "item_id"],
        unique=False,
    )
    op.create_table(
        "receiving_logs",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=True),
        sa.Column("status", sa.String(length=30), nullable=False),
        sa.Column("purchase_order_id", sa.BigInteger(), nullable=True),
        sa.Column("vendor_id", sa.BigInteger(), nullable=False),
        sa.Column("vendor_invoice", sa.String(length=40), nullable=False),
        sa.Column("invoice_date", sa.Date(), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("received_by_id", sa.BigInteger(), nullable=False),
        sa.Column("workstation", sa.String(length=80), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("note", sa.String(length=2000), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "(status = 'posted') = (number IS NOT NULL)", name=op.f("ck_receiving_logs_number_when_posted")
        ),
        sa.CheckConstraint(
            "(status = 'posted') = (posted_at IS NOT NULL)", name=op.f("ck_receiving_logs_time_when_posted")
        ),
        sa.CheckConstraint("status IN ('working', 'posted', 'discarded')", name=op.f("ck_receiving_logs_status_known")),
        sa.ForeignKeyConstraint(
            ["purchase_order_id"], ["purchase_orders.id"], name=op.f("fk_receiving_logs_purchase_order_id")
        ),
        sa.ForeignKeyConstraint(["received_by_id"], ["employees.id"], name=op.f("fk_receiving_logs_received_by_id")),
        sa.ForeignKeyConstraint(["vendor_id"], ["vendors.id"], name=op.f("fk_receiving_logs_vendor_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receiving_logs")),
        sa.UniqueConstraint("number", name=op.f("uq_receiving_logs_number")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_receiving_logs_purchase_order_id"), "receiving_logs", ["purchase_order_id"], unique=False)
    op.create_index("ix_receiving_logs_status_id", "receiving_logs", ["status", "id"], unique=False)
    op.create_index(op.f("ix_receiving_logs_vendor_id"), "receiving_logs", ["vendor_id"], unique=False)
    op.create_table(
        "tenders",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("invoice_id", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("change", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "change = 0 OR (kind = 'cash' AND change <= amount)", name=op.f("ck_tenders_change_from_cash")
        ),
        sa.CheckConstraint("kind IN ('cash', 'card', 'check', 'other')", name=op.f("ck_tenders_kind_known")),
        sa.CheckConstraint("amount BETWEEN -9999999999 AND 9999999999", name=op.f("ck_tenders_amount_range")),
        sa.CheckConstraint("change BETWEEN 0 AND 9999999999", name=op.f("ck_tenders_change_range")),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoices.id"], name=op.f("fk_tenders_invoice_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tenders")),
        sa.UniqueConstraint("invoice_id", "position", name=op.f("uq_tenders_invoice_id_position")),
        sqlite_strict=True,
    )
    op.create_table(
        "backorders",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("source_line_id", sa.BigInteger(), nullable=False),
        sa.Column("customer_id", sa.BigInteger(), nullable=False),
        sa.Column("item_id", sa.BigInteger(), nullable=False),
        sa.Column("ordered", sa.BigInteger(), nullable=False),
        sa.Column("received", sa.BigInteger(), nullable=False),
        sa.Column("canceled", sa.BigInteger(), nullable=False),
        sa.Column("outstanding", sa.BigInteger(), nullable=False),
        sa.Column("waiting", sa.BigInteger(), nullable=False),
        sa.Column("filled", sa.BigInteger(), nullable=False),
        sa.Column("unit_price", sa.BigInteger(), nullable=False),
        sa.Column("discount", sa.BigInteger(), nullable=False),
        sa.Column("tax_code_id", sa.BigInteger(), nullable=True),
        sa.Column("tax_rate", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("discount BETWEEN 0 AND 9999999999", name=op.f("ck_backorders_discount_range")),
        sa.CheckConstraint("ordered = received + canceled + outstanding", name=op.f("ck_backorders_b1_adds_up")),
        sa.CheckConstraint("ordered BETWEEN 1 AND 999999999", name=op.f("ck_backorders_ordered_range")),
        sa.CheckConstraint("received = waiting + filled", name=op.f("ck_backorders_b2_adds_up")),
        sa.CheckConstraint(
            "received >= 0 AND canceled >= 0 AND outstanding >= 0 AND waiting >= 0 AND filled >= 0",
            name=op.f("ck_backorders_signs"),
        ),
        sa.CheckConstraint("unit_price BETWEEN 0 AND 9999999999", name=op.f("ck_backorders_unit_price_range")),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_backorders_customer_id")),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name=op.f("fk_backorders_item_id")),
        sa.ForeignKeyConstraint(["source_line_id"], ["invoice_lines.id"], name=op.f("fk_backorders_source_line_id")),
        sa.ForeignKeyConstraint(["tax_code_id"], ["tax_codes.id"], name=op.f("fk_backorders_tax_code_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_backorders")),
        sa.UniqueConstraint("number", name=op.f("uq_backorders_number")),
        sa.UniqueConstraint("source_line_id", name=op.f("uq_backorders_source_line_id")),
        sqlite_strict=True,
    )
    op.create_index("ix_backorders_customer_id_number", "backorders", ["customer_id", "number"], unique=False)
    op.create_index("ix_backorders_item_id_outstanding", "backorders", ["item_id", "outstanding"], unique=False)
    op.create_table(
        "receiving_lines",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("receiving_log_id", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("item_id", sa.BigInteger(), nullable=False),
        sa.Column("purchase_order_line_id", sa.BigInteger(), nullable=True),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("cost BETWEEN 0 AND 999999999999", name=op.f("ck_receiving_lines_cost_range")),
        sa.CheckConstraint("quantity BETWEEN 0 AND 999999999", name=op.f("ck_receiving_lines_quantity_range")),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name=op.f("fk_receiving_lines_item_id")),
        sa.ForeignKeyConstraint(
            ["purchase_order_line_id"],
            ["purchase_order_lines.id"],
            name=op.f("fk_receiving_lines_purchase_order_line_id"),
        ),
        sa.ForeignKeyConstraint(
            ["receiving_log_id"], ["receiving_logs.id"], name=op.f("fk_receiving_lines_receiving_log_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receiving_lines")),
        sa.UniqueConstraint("receiving_log_id", "position", name=op.f("uq_receiving_lines_receiving_log_id_position")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_receiving_lines_item_id"), "receiving_lines", ["item_id"], unique=False)
    op.create_index(
        op.f("ix_receiving_lines_purchase_order_line_id"), "receiving_lines", ["purchase_order_line_id"], unique=False
    )
    op.create_index(
        "ix_receiving_lines_receiving_log_id_item_id", "receiving_lines", ["receiving_log_id", "item_id"], unique=False
    )
    op.create_table(
        "allocations",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("purchase_order_line_id", sa.BigInteger(), nullable=False),
        sa.Column("backorder_id", sa.BigInteger(), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("quantity BETWEEN 1 AND 999999999", name=op.f("ck_allocations_quantity_range")),
        sa.ForeignKeyConstraint(["backorder_id"], ["backorders.id"], name=op.f("fk_allocations_backorder_id")),
        sa.ForeignKeyConstraint(
            ["purchase_order_line_id"], ["purchase_order_lines.id"], name=op.f("fk_allocations_purchase_order_line_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_allocations")),
        sa.UniqueConstraint(
            "purchase_order_line_id", "backorder_id", name=op.f("uq_allocations_purchase_order_line_id_backorder_id")
        ),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_allocations_backorder_id"), "allocations", ["backorder_id"], unique=False)
    op.create_table(
        "backorder_events",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("backorder_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("invoice_id", sa.BigInteger(), nullable=True),
        sa.Column("receiving_line_id", sa.BigInteger(), nullable=True),
        sa.Column("employee_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "kind <> 'cancel' OR (length(trim(name)) > 0 AND length(trim(reason)) > 0)",
            name=op.f("ck_backorder_events_cancel_has_reason"),
        ),
        sa.CheckConstraint(
            "kind IN ('receive', 'fill_stock', 'release', 'cancel', 'sold')",
            name=op.f("ck_backorder_events_kind_known"),
        ),
        sa.CheckConstraint("quantity BETWEEN 1 AND 999999999", name=op.f("ck_backorder_events_quantity_range")),
        sa.ForeignKeyConstraint(["backorder_id"], ["backorders.id"], name=op.f("fk_backorder_events_backorder_id")),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_backorder_events_employee_id")),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoices.id"], name=op.f("fk_backorder_events_invoice_id")),
        sa.ForeignKeyConstraint(
            ["receiving_line_id"], ["receiving_lines.id"], name=op.f("fk_backorder_events_receiving_line_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_backorder_events")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_backorder_events_backorder_id"), "backorder_events", ["backorder_id"], unique=False)
    op.create_index(op.f("ix_backorder_events_invoice_id"), "backorder_events", ["invoice_id"], unique=False)
    op.create_index(
        op.f("ix_backorder_events_receiving_line_id"), "backorder_events", ["receiving_line_id"], unique=False
    )
    op.create_table(
        "receiving_settings",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("receiving_line_id", sa.BigInteger(), nullable=False),
        sa.Column("backorder_id", sa.BigInteger(), nullable=False),
        sa.Column("rcv", sa.BigInteger(), nullable=False),
        sa.Column("canc", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("canc BETWEEN 0 AND 999999999", name=op.f("ck_receiving_settings_canc_range")),
        sa.CheckConstraint("rcv > 0 OR canc > 0", name=op.f("ck_receiving_settings_not_nothing")),
        sa.CheckConstraint("rcv BETWEEN 0 AND 999999999", name=op.f("ck_receiving_settings_rcv_range")),
        sa.ForeignKeyConstraint(["backorder_id"], ["backorders.id"], name=op.f("fk_receiving_settings_backorder_id")),
        sa.ForeignKeyConstraint(
            ["receiving_line_id"], ["receiving_lines.id"], name=op.f("fk_receiving_settings_receiving_line_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receiving_settings")),
        sa.UniqueConstraint(
            "receiving_line_id", "backorder_id", name=op.f("uq_receiving_settings_receiving_line_id_backorder_id")
        ),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_receiving_settings_backorder_id"), "receiving_settings", ["backorder_id"], unique=False)
    op.create_table(
        "stock_ledger",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("item_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("invoice_line_id", sa.BigInteger(), nullable=True),
        sa.Column("receiving_line_id", sa.BigInteger(), nullable=True),
        sa.Column("employee_id", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(kind <> 'sale' OR quantity < 0) AND (kind <> 'return' OR quantity > 0)",
            name=op.f("ck_stock_ledger_sale_sign"),
        ),
        sa.CheckConstraint(
            "(kind = 'receipt') = (receiving_line_id IS NOT NULL)", name=op.f("ck_stock_ledger_line_of_receipt")
        ),
        sa.CheckConstraint(
            "(kind IN ('sale', 'return')) = (invoice_line_id IS NOT NULL)", name=op.f("ck_stock_ledger_line_of_sale")
        ),
        sa.CheckConstraint("kind <> 'receipt' OR quantity > 0", name=op.f("ck_stock_ledger_receipt_sign")),
        sa.CheckConstraint(
            "kind IN ('opening', 'sale', 'return', 'receipt', 'adjustment')", name=op.f("ck_stock_ledger_kind_known")
        ),
        sa.CheckConstraint("quantity <> 0", name=op.f("ck_stock_ledger_not_nothing")),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_stock_ledger_employee_id")),
        sa.ForeignKeyConstraint(
            ["invoice_line_id"], ["invoice_lines.id"], name=op.f("fk_stock_ledger_invoice_line_id")
        ),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name=op.f("fk_stock_ledger_item_id")),
        sa.ForeignKeyConstraint(
            ["receiving_line_id"], ["receiving_lines.id"], name=op.f("fk_stock_ledger_receiving_line_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stock_ledger")),
        sa.UniqueConstraint("invoice_line_id", name=op.f("uq_stock_ledger_invoice_line_id")),
        sa.UniqueConstraint("receiving_line_id", name=op.f("uq_stock_ledger_receiving_line_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_stock_ledger_item_id"), "stock_ledger", ["item_id"], unique=False)
