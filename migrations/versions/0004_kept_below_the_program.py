"""Below the program, too, nothing kept changes: not by UPDATE, DELETE, TRUNCATE, nor by SQLite's REPLACE.

A backorder keeps its customer and quantity, a posted order its head and what its lines ordered, a finished operation
everything; running numbers never go down. Which of these statements a till sends is no matter: whoever can reach the
database can send any.
"""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

SQLITE = (
    "DROP TRIGGER purchase_order_lines_keep_update",
    (
        "CREATE TRIGGER purchase_orders_fixed_update BEFORE UPDATE ON purchase_orders WHEN OLD.status IN "
        "('processed', 'closed') AND (OLD.id IS NOT NEW.id OR OLD.number IS NOT NEW.number OR OLD.vendor_id"
        " IS NOT NEW.vendor_id OR OLD.employee_id IS NOT NEW.employee_id OR OLD.workstation IS NOT "
        "NEW.workstation OR OLD.created_at IS NOT NEW.created_at OR OLD.processed_at IS NOT "
        "NEW.processed_at OR NOT NEW.status IN ('processed', 'closed') OR OLD.status = 'closed' AND "
        "NEW.status <> 'closed') BEGIN SELECT RAISE(ABORT, 'processed purchase orders keep their heads'); "
        "END"
    ),
    (
        "CREATE TRIGGER purchase_orders_fixed_delete BEFORE DELETE ON purchase_orders WHEN OLD.status IN "
        "('processed', 'closed') BEGIN SELECT RAISE(ABORT, 'processed purchase orders keep their heads'); "
        "END"
    ),
    (
        "CREATE TRIGGER backorders_fixed_update BEFORE UPDATE ON backorders WHEN TRUE AND (OLD.id IS NOT "
        "NEW.id OR OLD.number IS NOT NEW.number OR OLD.source_line_id IS NOT NEW.source_line_id OR "
        "OLD.customer_id IS NOT NEW.customer_id OR OLD.item_id IS NOT NEW.item_id OR OLD.ordered IS NOT "
        "NEW.ordered OR OLD.unit_price IS NOT NEW.unit_price OR OLD.discount IS NOT NEW.discount OR "
        "OLD.tax_code_id IS NOT NEW.tax_code_id OR OLD.tax_rate IS NOT NEW.tax_rate OR OLD.created_at IS "
        "NOT NEW.created_at OR FALSE) BEGIN SELECT RAISE(ABORT, 'backorders keep their customer and "
        "quantity'); END"
    ),
    (
        "CREATE TRIGGER backorders_fixed_delete BEFORE DELETE ON backorders WHEN TRUE BEGIN SELECT "
        "RAISE(ABORT, 'backorders keep their customer and quantity'); END"
    ),
    (
        "CREATE TRIGGER operations_fixed_update BEFORE UPDATE ON operations WHEN OLD.changes <> '' AND "
        "(OLD.id IS NOT NEW.id OR OLD.key IS NOT NEW.key OR OLD.fingerprint IS NOT NEW.fingerprint OR "
        "OLD.employee_id IS NOT NEW.employee_id OR OLD.workstation IS NOT NEW.workstation OR OLD.result IS "
        "NOT NEW.result OR OLD.changes IS NOT NEW.changes OR OLD.at IS NOT NEW.at OR OLD.revision IS NOT "
        "NEW.revision OR FALSE) BEGIN SELECT RAISE(ABORT, 'finished operations never change'); END"
    ),
    (
        "CREATE TRIGGER operations_fixed_delete BEFORE DELETE ON operations WHEN OLD.changes <> '' BEGIN "
        "SELECT RAISE(ABORT, 'finished operations never change'); END"
    ),
    (
        "CREATE TRIGGER counters_fixed_update BEFORE UPDATE ON counters WHEN TRUE AND (OLD.name IS NOT "
        "NEW.name OR NEW.value < OLD.value) BEGIN SELECT RAISE(ABORT, 'running numbers never go down'); END"
    ),
    (
        "CREATE TRIGGER counters_fixed_delete BEFORE DELETE ON counters WHEN TRUE BEGIN SELECT RAISE(ABORT,"
        " 'running numbers never go down'); END"
    ),
    (
        "CREATE TRIGGER stock_ledger_not_replaced BEFORE INSERT ON stock_ledger WHEN EXISTS (SELECT 1 FROM "
        "stock_ledger WHERE ((stock_ledger.rowid = NEW.rowid) OR (stock_ledger.invoice_line_id = "
        "NEW.invoice_line_id) OR (stock_ledger.receiving_line_id = NEW.receiving_line_id)) AND TRUE) BEGIN "
        "SELECT RAISE(ABORT, 'stock_ledger: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER stock_ledger_not_replaced_by_update BEFORE UPDATE ON stock_ledger WHEN (OLD.rowid IS"
        " NOT NEW.rowid OR OLD.invoice_line_id IS NOT NEW.invoice_line_id OR OLD.receiving_line_id IS NOT "
        "NEW.receiving_line_id) AND EXISTS (SELECT 1 FROM stock_ledger WHERE ((stock_ledger.rowid = "
        "NEW.rowid) OR (stock_ledger.invoice_line_id = NEW.invoice_line_id) OR "
        "(stock_ledger.receiving_line_id = NEW.receiving_line_id)) AND stock_ledger.rowid <> OLD.rowid AND "
        "TRUE) BEGIN SELECT RAISE(ABORT, 'stock_ledger: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER backorder_events_not_replaced BEFORE INSERT ON backorder_events WHEN EXISTS (SELECT "
        "1 FROM backorder_events WHERE ((backorder_events.rowid = NEW.rowid)) AND TRUE) BEGIN SELECT "
        "RAISE(ABORT, 'backorder_events: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER backorder_events_not_replaced_by_update BEFORE UPDATE ON backorder_events WHEN "
        "(OLD.rowid IS NOT NEW.rowid) AND EXISTS (SELECT 1 FROM backorder_events WHERE "
        "((backorder_events.rowid = NEW.rowid)) AND backorder_events.rowid <> OLD.rowid AND TRUE) BEGIN "
        "SELECT RAISE(ABORT, 'backorder_events: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER allocation_events_not_replaced BEFORE INSERT ON allocation_events WHEN EXISTS "
        "(SELECT 1 FROM allocation_events WHERE ((allocation_events.rowid = NEW.rowid)) AND TRUE) BEGIN "
        "SELECT RAISE(ABORT, 'allocation_events: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER allocation_events_not_replaced_by_update BEFORE UPDATE ON allocation_events WHEN "
        "(OLD.rowid IS NOT NEW.rowid) AND EXISTS (SELECT 1 FROM allocation_events WHERE "
        "((allocation_events.rowid = NEW.rowid)) AND allocation_events.rowid <> OLD.rowid AND TRUE) BEGIN "
        "SELECT RAISE(ABORT, 'allocation_events: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER audit_events_not_replaced BEFORE INSERT ON audit_events WHEN EXISTS (SELECT 1 FROM "
        "audit_events WHERE ((audit_events.rowid = NEW.rowid)) AND TRUE) BEGIN SELECT RAISE(ABORT, "
        "'audit_events: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER audit_events_not_replaced_by_update BEFORE UPDATE ON audit_events WHEN (OLD.rowid IS"
        " NOT NEW.rowid) AND EXISTS (SELECT 1 FROM audit_events WHERE ((audit_events.rowid = NEW.rowid)) AND"
        " audit_events.rowid <> OLD.rowid AND TRUE) BEGIN SELECT RAISE(ABORT, 'audit_events: rows here are "
        "only ever added'); END"
    ),
    (
        "CREATE TRIGGER receiving_settings_not_replaced BEFORE INSERT ON receiving_settings WHEN EXISTS "
        "(SELECT 1 FROM receiving_settings WHERE ((receiving_settings.rowid = NEW.rowid) OR "
        "(receiving_settings.receiving_line_id = NEW.receiving_line_id AND receiving_settings.backorder_id ="
        " NEW.backorder_id)) AND TRUE) BEGIN SELECT RAISE(ABORT, 'receiving_settings: rows here are only "
        "ever added'); END"
    ),
    (
        "CREATE TRIGGER receiving_settings_not_replaced_by_update BEFORE UPDATE ON receiving_settings WHEN "
        "(OLD.rowid IS NOT NEW.rowid OR OLD.receiving_line_id IS NOT NEW.receiving_line_id OR "
        "OLD.backorder_id IS NOT NEW.backorder_id) AND EXISTS (SELECT 1 FROM receiving_settings WHERE "
        "((receiving_settings.rowid = NEW.rowid) OR (receiving_settings.receiving_line_id = "
        "NEW.receiving_line_id AND receiving_settings.backorder_id = NEW.backorder_id)) AND "
        "receiving_settings.rowid <> OLD.rowid AND TRUE) BEGIN SELECT RAISE(ABORT, 'receiving_settings: rows"
        " here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER invoices_not_replaced BEFORE INSERT ON invoices WHEN EXISTS (SELECT 1 FROM invoices "
        "WHERE ((invoices.rowid = NEW.rowid) OR (invoices.number = NEW.number)) AND status = 'processed') "
        "BEGIN SELECT RAISE(ABORT, 'processed invoices never change'); END"
    ),
    (
        "CREATE TRIGGER invoices_not_replaced_by_update BEFORE UPDATE ON invoices WHEN (OLD.rowid IS NOT "
        "NEW.rowid OR OLD.number IS NOT NEW.number) AND EXISTS (SELECT 1 FROM invoices WHERE "
        "((invoices.rowid = NEW.rowid) OR (invoices.number = NEW.number)) AND invoices.rowid <> OLD.rowid "
        "AND status = 'processed') BEGIN SELECT RAISE(ABORT, 'processed invoices never change'); END"
    ),
    (
        "CREATE TRIGGER invoice_lines_not_replaced BEFORE INSERT ON invoice_lines WHEN EXISTS (SELECT 1 FROM"
        " invoice_lines WHERE ((invoice_lines.rowid = NEW.rowid) OR (invoice_lines.invoice_id = "
        "NEW.invoice_id AND invoice_lines.position = NEW.position)) AND EXISTS (SELECT 1 FROM invoices whole"
        " WHERE whole.id = invoice_lines.invoice_id AND whole.status = 'processed')) BEGIN SELECT "
        "RAISE(ABORT, 'processed invoices never change'); END"
    ),
    (
        "CREATE TRIGGER invoice_lines_not_replaced_by_update BEFORE UPDATE ON invoice_lines WHEN (OLD.rowid "
        "IS NOT NEW.rowid OR OLD.invoice_id IS NOT NEW.invoice_id OR OLD.position IS NOT NEW.position) AND "
        "EXISTS (SELECT 1 FROM invoice_lines WHERE ((invoice_lines.rowid = NEW.rowid) OR "
        "(invoice_lines.invoice_id = NEW.invoice_id AND invoice_lines.position = NEW.position)) AND "
        "invoice_lines.rowid <> OLD.rowid AND EXISTS (SELECT 1 FROM invoices whole WHERE whole.id = "
        "invoice_lines.invoice_id AND whole.status = 'processed')) BEGIN SELECT RAISE(ABORT, 'processed "
        "invoices never change'); END"
    ),
    (
        "CREATE TRIGGER invoice_taxes_not_replaced BEFORE INSERT ON invoice_taxes WHEN EXISTS (SELECT 1 FROM"
        " invoice_taxes WHERE ((invoice_taxes.rowid = NEW.rowid) OR (invoice_taxes.invoice_id = "
        "NEW.invoice_id AND invoice_taxes.tax_code_id = NEW.tax_code_id AND invoice_taxes.rate = NEW.rate)) "
        "AND EXISTS (SELECT 1 FROM invoices whole WHERE whole.id = invoice_taxes.invoice_id AND whole.status"
        " = 'processed')) BEGIN SELECT RAISE(ABORT, 'processed invoices never change'); END"
    ),
    (
        "CREATE TRIGGER invoice_taxes_not_replaced_by_update BEFORE UPDATE ON invoice_taxes WHEN (OLD.rowid "
        "IS NOT NEW.rowid OR OLD.invoice_id IS NOT NEW.invoice_id OR OLD.tax_code_id IS NOT NEW.tax_code_id "
        "OR OLD.rate IS NOT NEW.rate) AND EXISTS (SELECT 1 FROM invoice_taxes WHERE ((invoice_taxes.rowid = "
        "NEW.rowid) OR (invoice_taxes.invoice_id = NEW.invoice_id AND invoice_taxes.tax_code_id = "
        "NEW.tax_code_id AND invoice_taxes.rate = NEW.rate)) AND invoice_taxes.rowid <> OLD.rowid AND EXISTS"
        " (SELECT 1 FROM invoices whole WHERE whole.id = invoice_taxes.invoice_id AND whole.status = "
        "'processed')) BEGIN SELECT RAISE(ABORT, 'processed invoices never change'); END"
    ),
    (
        "CREATE TRIGGER tenders_not_replaced BEFORE INSERT ON tenders WHEN EXISTS (SELECT 1 FROM tenders "
        "WHERE ((tenders.rowid = NEW.rowid) OR (tenders.invoice_id = NEW.invoice_id AND tenders.position = "
        "NEW.position)) AND EXISTS (SELECT 1 FROM invoices whole WHERE whole.id = tenders.invoice_id AND "
        "whole.status = 'processed')) BEGIN SELECT RAISE(ABORT, 'processed invoices never change'); END"
    ),
    (
        "CREATE TRIGGER tenders_not_replaced_by_update BEFORE UPDATE ON tenders WHEN (OLD.rowid IS NOT "
        "NEW.rowid OR OLD.invoice_id IS NOT NEW.invoice_id OR OLD.position IS NOT NEW.position) AND EXISTS "
        "(SELECT 1 FROM tenders WHERE ((tenders.rowid = NEW.rowid) OR (tenders.invoice_id = NEW.invoice_id "
        "AND tenders.position = NEW.position)) AND tenders.rowid <> OLD.rowid AND EXISTS (SELECT 1 FROM "
        "invoices whole WHERE whole.id = tenders.invoice_id AND whole.status = 'processed')) BEGIN SELECT "
        "RAISE(ABORT, 'processed invoices never change'); END"
    ),
    (
        "CREATE TRIGGER receiving_logs_not_replaced BEFORE INSERT ON receiving_logs WHEN EXISTS (SELECT 1 "
        "FROM receiving_logs WHERE ((receiving_logs.rowid = NEW.rowid) OR (receiving_logs.number = "
        "NEW.number)) AND status = 'posted') BEGIN SELECT RAISE(ABORT, 'posted receiving_logs never "
        "change'); END"
    ),
    (
        "CREATE TRIGGER receiving_logs_not_replaced_by_update BEFORE UPDATE ON receiving_logs WHEN "
        "(OLD.rowid IS NOT NEW.rowid OR OLD.number IS NOT NEW.number) AND EXISTS (SELECT 1 FROM "
        "receiving_logs WHERE ((receiving_logs.rowid = NEW.rowid) OR (receiving_logs.number = NEW.number)) "
        "AND receiving_logs.rowid <> OLD.rowid AND status = 'posted') BEGIN SELECT RAISE(ABORT, 'posted "
        "receiving_logs never change'); END"
    ),
    (
        "CREATE TRIGGER receiving_lines_not_replaced BEFORE INSERT ON receiving_lines WHEN EXISTS (SELECT 1 "
        "FROM receiving_lines WHERE ((receiving_lines.rowid = NEW.rowid) OR "
        "(receiving_lines.receiving_log_id = NEW.receiving_log_id AND receiving_lines.position = "
        "NEW.position)) AND EXISTS (SELECT 1 FROM receiving_logs whole WHERE whole.id = "
        "receiving_lines.receiving_log_id AND whole.status = 'posted')) BEGIN SELECT RAISE(ABORT, 'posted "
        "receiving_logs never change'); END"
    ),
    (
        "CREATE TRIGGER receiving_lines_not_replaced_by_update BEFORE UPDATE ON receiving_lines WHEN "
        "(OLD.rowid IS NOT NEW.rowid OR OLD.receiving_log_id IS NOT NEW.receiving_log_id OR OLD.position IS "
        "NOT NEW.position) AND EXISTS (SELECT 1 FROM receiving_lines WHERE ((receiving_lines.rowid = "
        "NEW.rowid) OR (receiving_lines.receiving_log_id = NEW.receiving_log_id AND receiving_lines.position"
        " = NEW.position)) AND receiving_lines.rowid <> OLD.rowid AND EXISTS (SELECT 1 FROM receiving_logs "
        "whole WHERE whole.id = receiving_lines.receiving_log_id AND whole.status = 'posted')) BEGIN SELECT "
        "RAISE(ABORT, 'posted receiving_logs never change'); END"
    ),
    (
        "CREATE TRIGGER purchase_orders_not_replaced BEFORE INSERT ON purchase_orders WHEN EXISTS (SELECT 1 "
        "FROM purchase_orders WHERE ((purchase_orders.rowid = NEW.rowid) OR (purchase_orders.number = "
        "NEW.number)) AND purchase_orders.status IN ('processed', 'closed')) BEGIN SELECT RAISE(ABORT, "
        "'processed purchase orders keep their heads'); END"
    ),
    (
        "CREATE TRIGGER purchase_orders_not_replaced_by_update BEFORE UPDATE ON purchase_orders WHEN "
        "(OLD.rowid IS NOT NEW.rowid OR OLD.number IS NOT NEW.number) AND EXISTS (SELECT 1 FROM "
        "purchase_orders WHERE ((purchase_orders.rowid = NEW.rowid) OR (purchase_orders.number = "
        "NEW.number)) AND purchase_orders.rowid <> OLD.rowid AND purchase_orders.status IN ('processed', "
        "'closed')) BEGIN SELECT RAISE(ABORT, 'processed purchase orders keep their heads'); END"
    ),
    (
        "CREATE TRIGGER backorders_not_replaced BEFORE INSERT ON backorders WHEN EXISTS (SELECT 1 FROM "
        "backorders WHERE ((backorders.rowid = NEW.rowid) OR (backorders.number = NEW.number) OR "
        "(backorders.source_line_id = NEW.source_line_id)) AND TRUE) BEGIN SELECT RAISE(ABORT, 'backorders "
        "keep their customer and quantity'); END"
    ),
    (
        "CREATE TRIGGER backorders_not_replaced_by_update BEFORE UPDATE ON backorders WHEN (OLD.rowid IS NOT"
        " NEW.rowid OR OLD.number IS NOT NEW.number OR OLD.source_line_id IS NOT NEW.source_line_id) AND "
        "EXISTS (SELECT 1 FROM backorders WHERE ((backorders.rowid = NEW.rowid) OR (backorders.number = "
        "NEW.number) OR (backorders.source_line_id = NEW.source_line_id)) AND backorders.rowid <> OLD.rowid "
        "AND TRUE) BEGIN SELECT RAISE(ABORT, 'backorders keep their customer and quantity'); END"
    ),
    (
        "CREATE TRIGGER operations_not_replaced BEFORE INSERT ON operations WHEN EXISTS (SELECT 1 FROM "
        "operations WHERE ((operations.rowid = NEW.rowid) OR (operations.key = NEW.key)) AND "
        "operations.changes <> '') BEGIN SELECT RAISE(ABORT, 'finished operations never change'); END"
    ),
    (
        "CREATE TRIGGER operations_not_replaced_by_update BEFORE UPDATE ON operations WHEN (OLD.rowid IS NOT"
        " NEW.rowid OR OLD.key IS NOT NEW.key) AND EXISTS (SELECT 1 FROM operations WHERE ((operations.rowid"
        " = NEW.rowid) OR (operations.key = NEW.key)) AND operations.rowid <> OLD.rowid AND "
        "operations.changes <> '') BEGIN SELECT RAISE(ABORT, 'finished operations never change'); END"
    ),
    (
        "CREATE TRIGGER counters_not_replaced BEFORE INSERT ON counters WHEN EXISTS (SELECT 1 FROM counters "
        "WHERE ((counters.rowid = NEW.rowid) OR (counters.name = NEW.name)) AND TRUE) BEGIN SELECT "
        "RAISE(ABORT, 'running numbers never go down'); END"
    ),
    (
        "CREATE TRIGGER counters_not_replaced_by_update BEFORE UPDATE ON counters WHEN (OLD.rowid IS NOT "
        "NEW.rowid OR OLD.name IS NOT NEW.name) AND EXISTS (SELECT 1 FROM counters WHERE ((counters.rowid = "
        "NEW.rowid) OR (counters.name = NEW.name)) AND counters.rowid <> OLD.rowid AND TRUE) BEGIN SELECT "
        "RAISE(ABORT, 'running numbers never go down'); END"
    ),
    (
        "CREATE TRIGGER purchase_order_lines_not_replaced BEFORE INSERT ON purchase_order_lines WHEN EXISTS "
        "(SELECT 1 FROM purchase_order_lines WHERE ((purchase_order_lines.rowid = NEW.rowid) OR "
        "(purchase_order_lines.purchase_order_id = NEW.purchase_order_id AND purchase_order_lines.position ="
        " NEW.position)) AND EXISTS (SELECT 1 FROM purchase_orders whole WHERE whole.id = purchase_order_id "
        "AND whole.status IN ('processed', 'closed'))) BEGIN SELECT RAISE(ABORT, 'processed purchase orders "
        "keep their lines'); END"
    ),
    (
        "CREATE TRIGGER purchase_order_lines_not_replaced_by_update BEFORE UPDATE ON purchase_order_lines "
        "WHEN (OLD.rowid IS NOT NEW.rowid OR OLD.purchase_order_id IS NOT NEW.purchase_order_id OR "
        "OLD.position IS NOT NEW.position) AND EXISTS (SELECT 1 FROM purchase_order_lines WHERE "
        "((purchase_order_lines.rowid = NEW.rowid) OR (purchase_order_lines.purchase_order_id = "
        "NEW.purchase_order_id AND purchase_order_lines.position = NEW.position)) AND "
        "purchase_order_lines.rowid <> OLD.rowid AND EXISTS (SELECT 1 FROM purchase_orders whole WHERE "
        "whole.id = purchase_order_id AND whole.status IN ('processed', 'closed'))) BEGIN SELECT "
        "RAISE(ABORT, 'processed purchase orders keep their lines'); END"
    ),
    (
        "CREATE TRIGGER purchase_order_lines_keep_update BEFORE UPDATE ON purchase_order_lines WHEN (OLD.id "
        "IS NOT NEW.id OR OLD.purchase_order_id IS NOT NEW.purchase_order_id OR OLD.position IS NOT "
        "NEW.position OR OLD.item_id IS NOT NEW.item_id OR OLD.vendor_item_number IS NOT "
        "NEW.vendor_item_number OR OLD.description IS NOT NEW.description OR OLD.cost IS NOT NEW.cost OR "
        "OLD.quantity IS NOT NEW.quantity) AND EXISTS (SELECT 1 FROM purchase_orders WHERE id IN "
        "(OLD.purchase_order_id, NEW.purchase_order_id) AND status IN ('processed', 'closed')) BEGIN SELECT "
        "RAISE(ABORT, 'processed purchase orders keep their lines'); END"
    ),
)

POSTGRESQL = (
    "DROP TRIGGER purchase_order_lines_keep ON purchase_order_lines",
    (
        "CREATE TRIGGER purchase_order_lines_keep BEFORE INSERT OR DELETE OR UPDATE OF id, "
        "purchase_order_id, position, item_id, vendor_item_number, description, cost, quantity ON "
        "purchase_order_lines FOR EACH ROW EXECUTE FUNCTION keep_part_of_purchase_orders()"
    ),
    (
        "CREATE FUNCTION fix_purchase_orders() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.status "
        "IN ('processed', 'closed') THEN IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'processed purchase "
        "orders keep their heads'; END IF; IF OLD.id IS DISTINCT FROM NEW.id OR OLD.number IS DISTINCT FROM"
        " NEW.number OR OLD.vendor_id IS DISTINCT FROM NEW.vendor_id OR OLD.employee_id IS DISTINCT FROM "
        "NEW.employee_id OR OLD.workstation IS DISTINCT FROM NEW.workstation OR OLD.created_at IS DISTINCT "
        "FROM NEW.created_at OR OLD.processed_at IS DISTINCT FROM NEW.processed_at OR NOT NEW.status IN "
        "('processed', 'closed') OR OLD.status = 'closed' AND NEW.status <> 'closed' THEN RAISE EXCEPTION "
        "'processed purchase orders keep their heads'; END IF; END IF; IF TG_OP = 'DELETE' THEN RETURN OLD;"
        " END IF; RETURN NEW; END $$"
    ),
    (
        "CREATE TRIGGER purchase_orders_fixed BEFORE UPDATE OR DELETE ON purchase_orders FOR EACH ROW "
        "EXECUTE FUNCTION fix_purchase_orders()"
    ),
    (
        "CREATE FUNCTION fix_backorders() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TRUE THEN IF "
        "TG_OP = 'DELETE' THEN RAISE EXCEPTION 'backorders keep their customer and quantity'; END IF; IF "
        "OLD.id IS DISTINCT FROM NEW.id OR OLD.number IS DISTINCT FROM NEW.number OR OLD.source_line_id IS "
        "DISTINCT FROM NEW.source_line_id OR OLD.customer_id IS DISTINCT FROM NEW.customer_id OR "
        "OLD.item_id IS DISTINCT FROM NEW.item_id OR OLD.ordered IS DISTINCT FROM NEW.ordered OR "
        "OLD.unit_price IS DISTINCT FROM NEW.unit_price OR OLD.discount IS DISTINCT FROM NEW.discount OR "
        "OLD.tax_code_id IS DISTINCT FROM NEW.tax_code_id OR OLD.tax_rate IS DISTINCT FROM NEW.tax_rate OR "
        "OLD.created_at IS DISTINCT FROM NEW.created_at OR FALSE THEN RAISE EXCEPTION 'backorders keep "
        "their customer and quantity'; END IF; END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN "
        "NEW; END $$"
    ),
    (
        "CREATE TRIGGER backorders_fixed BEFORE UPDATE OR DELETE ON backorders FOR EACH ROW EXECUTE "
        "FUNCTION fix_backorders()"
    ),
    (
        "CREATE FUNCTION fix_operations() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.changes <> ''"
        " THEN IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'finished operations never change'; END IF; IF "
        "OLD.id IS DISTINCT FROM NEW.id OR OLD.key IS DISTINCT FROM NEW.key OR OLD.fingerprint IS DISTINCT "
        "FROM NEW.fingerprint OR OLD.employee_id IS DISTINCT FROM NEW.employee_id OR OLD.workstation IS "
        "DISTINCT FROM NEW.workstation OR OLD.result IS DISTINCT FROM NEW.result OR OLD.changes IS DISTINCT"
        " FROM NEW.changes OR OLD.at IS DISTINCT FROM NEW.at OR OLD.revision IS DISTINCT FROM NEW.revision "
        "OR FALSE THEN RAISE EXCEPTION 'finished operations never change'; END IF; END IF; IF TG_OP = "
        "'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$"
    ),
    (
        "CREATE TRIGGER operations_fixed BEFORE UPDATE OR DELETE ON operations FOR EACH ROW EXECUTE "
        "FUNCTION fix_operations()"
    ),
    (
        "CREATE FUNCTION fix_counters() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TRUE THEN IF TG_OP "
        "= 'DELETE' THEN RAISE EXCEPTION 'running numbers never go down'; END IF; IF OLD.name IS DISTINCT "
        "FROM NEW.name OR NEW.value < OLD.value THEN RAISE EXCEPTION 'running numbers never go down'; END "
        "IF; END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$"
    ),
    "CREATE TRIGGER counters_fixed BEFORE UPDATE OR DELETE ON counters FOR EACH ROW EXECUTE FUNCTION fix_counters()",
    (
        "CREATE TRIGGER backorders_no_truncate BEFORE TRUNCATE ON backorders FOR EACH STATEMENT EXECUTE "
        "FUNCTION refuse_emptying()"
    ),
    (
        "CREATE TRIGGER operations_no_truncate BEFORE TRUNCATE ON operations FOR EACH STATEMENT EXECUTE "
        "FUNCTION refuse_emptying()"
    ),
    (
        "CREATE TRIGGER counters_no_truncate BEFORE TRUNCATE ON counters FOR EACH STATEMENT EXECUTE "
        "FUNCTION refuse_emptying()"
    ),
)


def upgrade() -> None:
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)
