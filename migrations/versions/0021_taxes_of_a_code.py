"""A tax code is made of one to four taxes, and what each came to is stored by itself.

Each code becomes one of a single tax with its rate, called like the code: what was printed of older invoices is
printed alike. Lines keep the taxes that they were made with, written as one text; what a tax was when goods were
promised was never read, the line that promised them has it.
"""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

# A rate is stored in ten-thousandths of a percent and written without the zeros behind it: 82500 as 8.25.
SQLITE_RATE = "rtrim(rtrim(printf('%d.%04d', {rate} / 10000, {rate} % 10000), '0'), '.')"
POSTGRESQL_RATE = "rtrim(rtrim(({rate} / 10000)::text || '.' || lpad(({rate} % 10000)::text, 4, '0'), '0'), '.')"
KEEPER = sa.text("SELECT sql FROM sqlite_master WHERE name = :name")
OF_CODES = "UPDATE tax_codes SET taxes = {rate} || ' ' || code"
OF_LINES = (
    "UPDATE invoice_lines SET taxes = {rate} || ' ' || (SELECT code FROM tax_codes WHERE tax_codes.id = tax_code_id) "
    "WHERE tax_code_id IS NOT NULL"
)
OF_INVOICES = (
    "UPDATE invoice_taxes SET name = (SELECT code FROM tax_codes WHERE tax_codes.id = tax_code_id), "
    "position = (SELECT COUNT(*) FROM invoice_taxes earlier WHERE earlier.invoice_id = invoice_taxes.invoice_id "
    "AND (earlier.tax_code_id < invoice_taxes.tax_code_id OR earlier.tax_code_id = invoice_taxes.tax_code_id "
    "AND earlier.rate <= invoice_taxes.rate))"
)

# Each names a column that goes, or finds a tax by what it was found by before.
SQLITE_DROPPED = ("backorders_fixed_update", "invoice_taxes_not_replaced", "invoice_taxes_not_replaced_by_update")
SQLITE = (
    (
        "CREATE TRIGGER backorders_fixed_update BEFORE UPDATE ON backorders WHEN TRUE AND (OLD.id IS NOT NEW.id OR "
        "OLD.number IS NOT NEW.number OR OLD.source_line_id IS NOT NEW.source_line_id OR OLD.item_id IS NOT "
        "NEW.item_id OR OLD.ordered IS NOT NEW.ordered OR OLD.unit_price IS NOT NEW.unit_price OR OLD.discount IS "
        "NOT NEW.discount OR OLD.tax_code_id IS NOT NEW.tax_code_id OR OLD.created_at IS NOT NEW.created_at OR "
        "OLD.customer_id IS NOT NEW.customer_id AND NEW.customer_id IS NOT (SELECT merged_into FROM customers WHERE"
        " id = OLD.customer_id)) BEGIN SELECT RAISE(ABORT, 'backorders keep their customer and quantity'); END"
    ),
    (
        "CREATE TRIGGER invoice_taxes_not_replaced BEFORE INSERT ON invoice_taxes WHEN EXISTS (SELECT 1 FROM "
        "invoice_taxes WHERE ((invoice_taxes.rowid = NEW.rowid) OR (invoice_taxes.invoice_id = NEW.invoice_id AND "
        "invoice_taxes.position = NEW.position)) AND EXISTS (SELECT 1 FROM invoices whole WHERE whole.id = "
        "invoice_taxes.invoice_id AND whole.status = 'processed')) BEGIN SELECT RAISE(ABORT, 'processed invoices "
        "never change'); END"
    ),
    (
        "CREATE TRIGGER invoice_taxes_not_replaced_by_update BEFORE UPDATE ON invoice_taxes WHEN (OLD.rowid IS NOT "
        "NEW.rowid OR OLD.invoice_id IS NOT NEW.invoice_id OR OLD.position IS NOT NEW.position) AND EXISTS (SELECT "
        "1 FROM invoice_taxes WHERE ((invoice_taxes.rowid = NEW.rowid) OR (invoice_taxes.invoice_id = "
        "NEW.invoice_id AND invoice_taxes.position = NEW.position)) AND invoice_taxes.rowid <> OLD.rowid AND EXISTS"
        " (SELECT 1 FROM invoices whole WHERE whole.id = invoice_taxes.invoice_id AND whole.status = 'processed')) "
        "BEGIN SELECT RAISE(ABORT, 'processed invoices never change'); END"
    ),
)
POSTGRESQL = (
    (
        "CREATE OR REPLACE FUNCTION fix_backorders() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TRUE THEN IF "
        "TG_OP = 'DELETE' THEN RAISE EXCEPTION 'backorders keep their customer and quantity'; END IF; IF OLD.id IS "
        "DISTINCT FROM NEW.id OR OLD.number IS DISTINCT FROM NEW.number OR OLD.source_line_id IS DISTINCT FROM "
        "NEW.source_line_id OR OLD.item_id IS DISTINCT FROM NEW.item_id OR OLD.ordered IS DISTINCT FROM NEW.ordered"
        " OR OLD.unit_price IS DISTINCT FROM NEW.unit_price OR OLD.discount IS DISTINCT FROM NEW.discount OR "
        "OLD.tax_code_id IS DISTINCT FROM NEW.tax_code_id OR OLD.created_at IS DISTINCT FROM NEW.created_at OR "
        "OLD.customer_id IS DISTINCT FROM NEW.customer_id AND NEW.customer_id IS DISTINCT FROM (SELECT merged_into "
        "FROM customers WHERE id = OLD.customer_id) THEN RAISE EXCEPTION 'backorders keep their customer and "
        "quantity'; END IF; END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$"
    ),
)


def upgrade() -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    if sqlite:
        for trigger in SQLITE_DROPPED:
            op.execute(f"DROP TRIGGER {trigger}")
    for table in ("tax_codes", "invoice_lines"):
        op.add_column(table, sa.Column("taxes", sa.Text(), nullable=False, server_default=""))
    op.add_column("invoice_taxes", sa.Column("name", sa.String(30), nullable=False, server_default=""))
    op.add_column("invoice_taxes", sa.Column("position", sa.BigInteger(), nullable=False, server_default="0"))
    rate = SQLITE_RATE if sqlite else POSTGRESQL_RATE
    op.execute(OF_CODES.format(rate=rate.format(rate="rate")))
    _write("invoice_lines", OF_LINES.format(rate=rate.format(rate="tax_rate")))
    _write("invoice_taxes", OF_INVOICES)
    with rebuilt("tax_codes") as codes:
        codes.alter_column("taxes", server_default=None)
        codes.drop_constraint("ck_tax_codes_rate_range", type_="check")
        codes.drop_column("rate")
        codes.create_check_constraint("ck_tax_codes_taxes_named", "taxes <> ''")
    with rebuilt("invoice_lines") as lines:
        lines.alter_column("taxes", server_default=None)
        lines.drop_column("tax_rate")
        lines.create_check_constraint("ck_invoice_lines_taxes_of_code", "(tax_code_id IS NULL) = (taxes = '')")
    with rebuilt("invoice_taxes") as taxes:
        taxes.alter_column("name", server_default=None)
        taxes.alter_column("position", server_default=None)
        taxes.drop_constraint("uq_invoice_taxes_invoice_id_tax_code_id_rate", type_="unique")
        taxes.create_unique_constraint("uq_invoice_taxes_invoice_id_position", ["invoice_id", "position"])
    with rebuilt("backorders") as backorders:
        backorders.drop_column("tax_rate")
    for statement in SQLITE if sqlite else POSTGRESQL:
        op.execute(statement)


def _write(table: str, statement: str) -> None:
    """Write also where the invoice changes no more."""
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        keeper = connection.scalar(KEEPER, {"name": f"{table}_keep_update"})
        op.execute(f"DROP TRIGGER {table}_keep_update")
        op.execute(statement)
        op.execute(keeper)
    else:
        op.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        op.execute(statement)
        op.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
