"""Drawers and their days: what is paid is written into a day, which is counted and closed with a Z.

What was posted before has no day. Every role of a new shop may close a drawer; who may pay out, may pay from it, too.
"""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0058"
down_revision = "0057"
branch_labels = None
depends_on = None

SQLITE = (
    (
        "CREATE TRIGGER drawer_rows_no_update BEFORE UPDATE ON drawer_rows BEGIN SELECT RAISE(ABORT, "
        "'drawer_rows: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER drawer_rows_no_delete BEFORE DELETE ON drawer_rows BEGIN SELECT RAISE(ABORT, "
        "'drawer_rows: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER drawer_days_keep_update BEFORE UPDATE ON drawer_days WHEN OLD.status = 'closed' BEGIN"
        " SELECT RAISE(ABORT, 'closed drawer_days never change'); END"
    ),
    (
        "CREATE TRIGGER drawer_days_keep_delete BEFORE DELETE ON drawer_days WHEN OLD.status = 'closed' BEGIN"
        " SELECT RAISE(ABORT, 'closed drawer_days never change'); END"
    ),
    (
        "CREATE TRIGGER drawer_rows_not_replaced BEFORE INSERT ON drawer_rows WHEN EXISTS (SELECT 1 FROM "
        "drawer_rows WHERE ((drawer_rows.rowid = NEW.rowid)) AND TRUE) BEGIN SELECT RAISE(ABORT, "
        "'drawer_rows: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER drawer_rows_not_replaced_by_update BEFORE UPDATE ON drawer_rows WHEN (OLD.rowid IS "
        "NOT NEW.rowid) AND EXISTS (SELECT 1 FROM drawer_rows WHERE ((drawer_rows.rowid = NEW.rowid)) AND "
        "drawer_rows.rowid <> OLD.rowid AND TRUE) BEGIN SELECT RAISE(ABORT, 'drawer_rows: rows here are only "
        "ever added'); END"
    ),
    (
        "CREATE TRIGGER drawer_days_not_replaced BEFORE INSERT ON drawer_days WHEN EXISTS (SELECT 1 FROM "
        "drawer_days WHERE ((drawer_days.rowid = NEW.rowid) OR (drawer_days.drawer_id = NEW.drawer_id AND "
        "drawer_days.number = NEW.number)) AND status = 'closed') BEGIN SELECT RAISE(ABORT, 'closed "
        "drawer_days never change'); END"
    ),
    (
        "CREATE TRIGGER drawer_days_not_replaced_by_update BEFORE UPDATE ON drawer_days WHEN (OLD.rowid IS "
        "NOT NEW.rowid OR OLD.drawer_id IS NOT NEW.drawer_id OR OLD.number IS NOT NEW.number) AND EXISTS "
        "(SELECT 1 FROM drawer_days WHERE ((drawer_days.rowid = NEW.rowid) OR (drawer_days.drawer_id = "
        "NEW.drawer_id AND drawer_days.number = NEW.number)) AND drawer_days.rowid <> OLD.rowid AND status = "
        "'closed') BEGIN SELECT RAISE(ABORT, 'closed drawer_days never change'); END"
    ),
    (
        "CREATE TRIGGER drawer_rows_of_open_day BEFORE INSERT ON drawer_rows WHEN NEW.kind IN ('tender', "
        "'change', 'given back', 'paid in', 'paid out', 'drop') AND NOT EXISTS (SELECT 1 FROM drawer_days "
        "WHERE id = NEW.day_id AND status = 'open') BEGIN SELECT RAISE(ABORT, 'nothing is written into a day "
        "that is counted or closed'); END"
    ),
    (
        "CREATE TRIGGER tenders_of_open_day BEFORE INSERT ON tenders WHEN NEW.day_id IS NOT NULL AND NOT "
        "EXISTS (SELECT 1 FROM drawer_days WHERE id = NEW.day_id AND status = 'open') BEGIN SELECT "
        "RAISE(ABORT, 'nothing is written into a day that is counted or closed'); END"
    ),
    (
        "CREATE TRIGGER customer_money_of_open_day BEFORE INSERT ON customer_money WHEN NEW.day_id IS NOT "
        "NULL AND NOT EXISTS (SELECT 1 FROM drawer_days WHERE id = NEW.day_id AND status = 'open') BEGIN "
        "SELECT RAISE(ABORT, 'nothing is written into a day that is counted or closed'); END"
    ),
    (
        "CREATE TRIGGER invoices_of_open_day BEFORE UPDATE OF status ON invoices WHEN OLD.status <> "
        "'processed' AND NEW.status = 'processed' AND NEW.day_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "
        "drawer_days WHERE id = NEW.day_id AND status = 'open') BEGIN SELECT RAISE(ABORT, 'nothing is written"
        " into a day that is counted or closed'); END"
    ),
)
POSTGRESQL = (
    (
        "CREATE TRIGGER drawer_rows_append_only BEFORE UPDATE OR DELETE ON drawer_rows FOR EACH ROW EXECUTE "
        "FUNCTION refuse_change()"
    ),
    (
        "CREATE TRIGGER drawer_rows_no_truncate BEFORE TRUNCATE ON drawer_rows FOR EACH STATEMENT EXECUTE "
        "FUNCTION refuse_change()"
    ),
    (
        "CREATE FUNCTION keep_drawer_days() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.status = "
        "'closed' THEN RAISE EXCEPTION 'closed drawer_days never change'; END IF; IF TG_OP = 'DELETE' THEN "
        "RETURN OLD; END IF; RETURN NEW; END $$"
    ),
    (
        "CREATE TRIGGER drawer_days_keep BEFORE UPDATE OR DELETE ON drawer_days FOR EACH ROW EXECUTE FUNCTION"
        " keep_drawer_days()"
    ),
    (
        "CREATE TRIGGER drawer_days_no_truncate BEFORE TRUNCATE ON drawer_days FOR EACH STATEMENT EXECUTE "
        "FUNCTION refuse_emptying()"
    ),
    (
        "CREATE FUNCTION refuse_day_that_is_over() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS"
        " (SELECT 1 FROM drawer_days WHERE id = NEW.day_id AND status = 'open') THEN RAISE EXCEPTION 'nothing"
        " is written into a day that is counted or closed'; END IF; RETURN NEW; END $$"
    ),
    (
        "CREATE TRIGGER drawer_rows_of_open_day BEFORE INSERT ON drawer_rows FOR EACH ROW WHEN (NEW.kind IN "
        "('tender', 'change', 'given back', 'paid in', 'paid out', 'drop')) EXECUTE FUNCTION "
        "refuse_day_that_is_over()"
    ),
    (
        "CREATE TRIGGER tenders_of_open_day BEFORE INSERT ON tenders FOR EACH ROW WHEN (NEW.day_id IS NOT "
        "NULL) EXECUTE FUNCTION refuse_day_that_is_over()"
    ),
    (
        "CREATE TRIGGER customer_money_of_open_day BEFORE INSERT ON customer_money FOR EACH ROW WHEN "
        "(NEW.day_id IS NOT NULL) EXECUTE FUNCTION refuse_day_that_is_over()"
    ),
    (
        "CREATE TRIGGER invoices_of_open_day BEFORE UPDATE OF status ON invoices FOR EACH ROW WHEN "
        "(OLD.status <> 'processed' AND NEW.status = 'processed' AND NEW.day_id IS NOT NULL) EXECUTE FUNCTION"
        " refuse_day_that_is_over()"
    ),
)


def upgrade() -> None:
    _create_drawers()
    _create_drawer_days()
    _create_drawer_rows()
    _carry_the_day()
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)
    op.execute(
        "INSERT INTO drawers (name, is_office, last_number, version) VALUES ('Office', "
        f"{'1' if op.get_bind().dialect.name == 'sqlite' else 'TRUE'}, 0, 1)"
    )
    op.execute(
        "UPDATE roles SET permissions = permissions || 'close drawer,', version = version + 1 "
        "WHERE code IN ('owner', 'manager', 'clerk', 'cashier')"
    )
    op.execute(
        "UPDATE roles SET permissions = permissions || 'pay from drawer,see expected,', version = version + 1 "
        "WHERE permissions LIKE '%pay out,%'"
    )


def _key(table: str, column: str, of: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{of}.id"], name=f"fk_{table}_{column}")


def _create_drawers() -> None:
    op.create_table(
        "drawers",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("is_office", sa.Boolean(), nullable=False),
        sa.Column("last_number", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("last_number >= 0", name="ck_drawers_last_number_sign"),
        sa.PrimaryKeyConstraint("id", name="pk_drawers"),
        sa.UniqueConstraint("name", name="uq_drawers_name"),
        sqlite_strict=True,
    )
    op.create_table(
        "drawer_users",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("workstation", sa.String(80), nullable=False),
        sa.Column("drawer_id", sa.BigInteger(), nullable=False),
        _key("drawer_users", "drawer_id", "drawers"),
        sa.PrimaryKeyConstraint("id", name="pk_drawer_users"),
        sa.UniqueConstraint("workstation", name="uq_drawer_users_workstation"),
        sqlite_strict=True,
    )
    op.create_index("ix_drawer_users_drawer_id", "drawer_users", ["drawer_id"])


def _create_drawer_days() -> None:
    name = "drawer_days"
    closed = ("number", "closed_at", "closed_by", "expected", "kept")
    called = ("number", "time", "person", "expected", "kept")
    op.create_table(
        name,
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("drawer_id", sa.BigInteger(), nullable=False),
        sa.Column("status", sa.String(30), nullable=False),
        sa.Column("opened_with", sa.BigInteger(), nullable=False),
        sa.Column("was_left", sa.BigInteger(), nullable=True),
        sa.Column("float_reason", sa.String(200), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("employee_id", sa.BigInteger(), nullable=False),
        sa.Column("workstation", sa.String(80), nullable=False),
        sa.Column("counted", sa.BigInteger(), nullable=True),
        sa.Column("counted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("number", sa.BigInteger(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by", sa.BigInteger(), nullable=True),
        sa.Column("expected", sa.BigInteger(), nullable=True),
        sa.Column("kept", sa.BigInteger(), nullable=True),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("status IN ('open', 'counted', 'closed')", name=f"ck_{name}_status_known"),
        *(
            sa.CheckConstraint(f"(status = 'closed') = ({column} IS NOT NULL)", name=f"ck_{name}_{what}_when_closed")
            for column, what in zip(closed, called, strict=True)
        ),
        sa.CheckConstraint("(status = 'closed') = (figures <> '')", name=f"ck_{name}_figures_when_closed"),
        sa.CheckConstraint("(status = 'open') = (counted IS NULL)", name=f"ck_{name}_counted_unless_open"),
        sa.CheckConstraint("(counted IS NULL) = (counted_at IS NULL)", name=f"ck_{name}_time_when_counted"),
        sa.CheckConstraint("kept IS NULL OR kept BETWEEN 0 AND counted", name=f"ck_{name}_keeps_what_was_counted"),
        sa.CheckConstraint(
            "was_left IS NULL OR opened_with = was_left OR length(float_reason) > 0",
            name=f"ck_{name}_another_float_has_a_reason",
        ),
        *(
            sa.CheckConstraint(f"{column} BETWEEN 0 AND 9999999999", name=f"ck_{name}_{column}_range")
            for column in ("opened_with", "was_left", "counted")
        ),
        _key(name, "drawer_id", "drawers"),
        _key(name, "employee_id", "employees"),
        _key(name, "closed_by", "employees"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.UniqueConstraint("drawer_id", "number", name=f"uq_{name}_drawer_id_number"),
        sqlite_strict=True,
    )
    not_closed = sa.text("status <> 'closed'")
    op.create_index(
        "ix_drawer_days_one_open",
        name,
        ["drawer_id"],
        unique=True,
        sqlite_where=not_closed,
        postgresql_where=not_closed,
    )


def _create_drawer_rows() -> None:
    name = "drawer_rows"
    with_tender = "kind IN ('tender', 'change', 'given back', 'standing')"
    kinds = "'tender', 'change', 'given back', 'paid in', 'paid out', 'drop', 'no sale', 'void', 'count'"
    op.create_table(
        name,
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("day_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("tender_kind", sa.String(30), nullable=True),
        sa.Column("tender_name", sa.String(20), nullable=False),
        sa.Column("reference", sa.String(40), nullable=False),
        sa.Column("invoice_id", sa.BigInteger(), nullable=True),
        sa.Column("taken_day_id", sa.BigInteger(), nullable=True),
        sa.Column("pieces", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(200), nullable=False),
        sa.Column("employee_id", sa.BigInteger(), nullable=False),
        sa.Column("workstation", sa.String(80), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(f"kind IN ({kinds}, 'count again', 'standing')", name=f"ck_{name}_kind_known"),
        sa.CheckConstraint(
            "tender_kind IN ('cash', 'card', 'check', 'other', 'deposit', 'credit')",
            name=f"ck_{name}_tender_kind_known",
        ),
        sa.CheckConstraint("amount BETWEEN -9999999999 AND 9999999999", name=f"ck_{name}_amount_range"),
        sa.CheckConstraint(f"({with_tender}) = (tender_kind IS NOT NULL)", name=f"ck_{name}_tender_of_kind"),
        sa.CheckConstraint(
            f"({with_tender[:-1]}, 'void')) = (invoice_id IS NOT NULL)", name=f"ck_{name}_invoice_of_kind"
        ),
        sa.CheckConstraint(
            "CASE kind WHEN 'paid in' THEN amount > 0 WHEN 'paid out' THEN amount < 0 WHEN 'drop' THEN amount < 0 "
            "WHEN 'change' THEN amount < 0 WHEN 'count' THEN amount >= 0 ELSE TRUE END",
            name=f"ck_{name}_sign_of_kind",
        ),
        sa.CheckConstraint("taken_day_id IS NULL OR kind = 'given back'", name=f"ck_{name}_taken_before"),
        _key(name, "day_id", "drawer_days"),
        _key(name, "invoice_id", "invoices"),
        _key(name, "taken_day_id", "drawer_days"),
        _key(name, "employee_id", "employees"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sqlite_strict=True,
    )
    op.create_index("ix_drawer_rows_day_id", name, ["day_id"])
    _index_of_given(name, "invoice_id")


def _carry_the_day() -> None:
    for table in ("invoices", "tenders", "customer_money"):
        op.add_column(table, sa.Column("day_id", sa.BigInteger(), nullable=True))
        with rebuilt(table) as carrying:
            carrying.create_foreign_key(f"fk_{table}_day_id", "drawer_days", ["day_id"], ["id"])
            if table == "invoices":
                carrying.create_check_constraint(
                    "ck_invoices_day_when_processed", "day_id IS NULL OR status = 'processed'"
                )
        _index_of_given(table, "day_id")


def _index_of_given(table: str, column: str) -> None:
    given = sa.text(f"{column} IS NOT NULL")
    op.create_index(f"ix_{table}_{column}", table, [column], sqlite_where=given, postgresql_where=given)
