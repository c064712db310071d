"""Backups are told in rows, and so are the numbers that a restored shop leaves out.

Whoever may change preferences and import files may restore the shop, too.
"""

import sqlalchemy as sa
from alembic import op

revision = "0067"
down_revision = "0066"
branch_labels = None
depends_on = None

SQLITE = (
    (
        "CREATE TRIGGER skipped_numbers_no_update BEFORE UPDATE ON skipped_numbers BEGIN SELECT RAISE(ABORT, "
        "'skipped_numbers: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER skipped_numbers_no_delete BEFORE DELETE ON skipped_numbers BEGIN SELECT RAISE(ABORT, "
        "'skipped_numbers: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER backups_fixed_update BEFORE UPDATE ON backups WHEN TRUE AND (OLD.id IS NOT NEW.id OR "
        "OLD.begun_at IS NOT NEW.begun_at OR OLD.occasion IS NOT NEW.occasion OR OLD.workstation IS NOT "
        "NEW.workstation OR OLD.employee_id IS NOT NEW.employee_id OR OLD.state <> 'running') BEGIN SELECT "
        "RAISE(ABORT, 'backups that ended never change'); END"
    ),
    (
        "CREATE TRIGGER backups_fixed_delete BEFORE DELETE ON backups WHEN TRUE BEGIN SELECT RAISE(ABORT, "
        "'backups that ended never change'); END"
    ),
    (
        "CREATE TRIGGER skipped_numbers_not_replaced BEFORE INSERT ON skipped_numbers WHEN EXISTS (SELECT 1 "
        "FROM skipped_numbers WHERE ((skipped_numbers.rowid = NEW.rowid)) AND TRUE) BEGIN SELECT RAISE(ABORT,"
        " 'skipped_numbers: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER skipped_numbers_not_replaced_by_update BEFORE UPDATE ON skipped_numbers WHEN "
        "(OLD.rowid IS NOT NEW.rowid) AND EXISTS (SELECT 1 FROM skipped_numbers WHERE ((skipped_numbers.rowid"
        " = NEW.rowid)) AND skipped_numbers.rowid <> OLD.rowid AND TRUE) BEGIN SELECT RAISE(ABORT, "
        "'skipped_numbers: rows here are only ever added'); END"
    ),
    (
        "CREATE TRIGGER backups_not_replaced BEFORE INSERT ON backups WHEN EXISTS (SELECT 1 FROM backups "
        "WHERE ((backups.rowid = NEW.rowid)) AND TRUE) BEGIN SELECT RAISE(ABORT, 'backups that ended never "
        "change'); END"
    ),
    (
        "CREATE TRIGGER backups_not_replaced_by_update BEFORE UPDATE ON backups WHEN (OLD.rowid IS NOT "
        "NEW.rowid) AND EXISTS (SELECT 1 FROM backups WHERE ((backups.rowid = NEW.rowid)) AND backups.rowid "
        "<> OLD.rowid AND TRUE) BEGIN SELECT RAISE(ABORT, 'backups that ended never change'); END"
    ),
)

POSTGRESQL = (
    (
        "CREATE TRIGGER skipped_numbers_append_only BEFORE UPDATE OR DELETE ON skipped_numbers FOR EACH ROW "
        "EXECUTE FUNCTION refuse_change()"
    ),
    (
        "CREATE TRIGGER skipped_numbers_no_truncate BEFORE TRUNCATE ON skipped_numbers FOR EACH STATEMENT "
        "EXECUTE FUNCTION refuse_change()"
    ),
    (
        "CREATE FUNCTION fix_backups() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TRUE THEN IF TG_OP = "
        "'DELETE' THEN RAISE EXCEPTION 'backups that ended never change'; END IF; IF OLD.id IS DISTINCT FROM "
        "NEW.id OR OLD.begun_at IS DISTINCT FROM NEW.begun_at OR OLD.occasion IS DISTINCT FROM NEW.occasion "
        "OR OLD.workstation IS DISTINCT FROM NEW.workstation OR OLD.employee_id IS DISTINCT FROM "
        "NEW.employee_id OR OLD.state <> 'running' THEN RAISE EXCEPTION 'backups that ended never change'; "
        "END IF; END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$"
    ),
    ("CREATE TRIGGER backups_fixed BEFORE UPDATE OR DELETE ON backups FOR EACH ROW EXECUTE FUNCTION fix_backups()"),
    (
        "CREATE TRIGGER backups_no_truncate BEFORE TRUNCATE ON backups FOR EACH STATEMENT EXECUTE FUNCTION "
        "refuse_emptying()"
    ),
)


def upgrade() -> None:
    name = "backups"
    op.create_table(
        name,
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("state", sa.String(30), nullable=False),
        sa.Column("occasion", sa.String(30), nullable=False),
        sa.Column("workstation", sa.String(80), nullable=False),
        sa.Column("employee_id", sa.BigInteger(), nullable=True),
        sa.Column("folder", sa.String(2000), nullable=False),
        sa.Column("file", sa.String(120), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("proof", sa.String(30), nullable=False),
        sa.Column("second", sa.String(30), nullable=False),
        sa.Column("problem", sa.String(2000), nullable=False),
        sa.CheckConstraint("state IN ('running', 'good', 'failed')", name=f"ck_{name}_state_known"),
        sa.CheckConstraint("occasion IN ('by hand', 'closing', 'hour', 'restored')", name=f"ck_{name}_occasion_known"),
        sa.CheckConstraint("second IN ('none', 'copied', 'missing')", name=f"ck_{name}_second_known"),
        sa.CheckConstraint("proof IN ('', 'whole', 'listed')", name=f"ck_{name}_proof_known"),
        sa.CheckConstraint("(state = 'running') = (ended_at IS NULL)", name=f"ck_{name}_time_when_ended"),
        sa.CheckConstraint("(state = 'good') = (proof <> '')", name=f"ck_{name}_proved_when_good"),
        sa.CheckConstraint(
            "state <> 'good' OR length(sha256) = 64 AND length(file) > 0 AND size > 0",
            name=f"ck_{name}_named_when_good",
        ),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=f"fk_{name}_employee_id"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sqlite_strict=True,
    )
    op.create_index(f"ix_{name}_state", name, ["state"])
    name = "skipped_numbers"
    op.create_table(
        name,
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("counter", sa.String(40), nullable=False),
        sa.Column("drawer_id", sa.BigInteger(), nullable=True),
        sa.Column("first", sa.BigInteger(), nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.Column("event_id", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("first BETWEEN 1 AND last", name=f"ck_{name}_range"),
        sa.CheckConstraint("(counter = 'drawer') = (drawer_id IS NOT NULL)", name=f"ck_{name}_of_a_drawer"),
        sa.ForeignKeyConstraint(["drawer_id"], ["drawers.id"], name=f"fk_{name}_drawer_id"),
        sa.ForeignKeyConstraint(["event_id"], ["audit_events.id"], name=f"fk_{name}_event_id"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sqlite_strict=True,
    )
    given = sa.text("drawer_id IS NOT NULL")
    op.create_index(f"ix_{name}_drawer_id", name, ["drawer_id"], sqlite_where=given, postgresql_where=given)
    connection = op.get_bind()
    for statement in SQLITE if connection.dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)
    for role_id, written in connection.exec_driver_sql("SELECT id, permissions FROM roles").fetchall():
        held = set(filter(None, written.split(",")))
        if {"change preferences", "import"} <= held:
            renewed = "".join(f"{permission}," for permission in sorted(held | {"restore"}))
            connection.execute(
                sa.text("UPDATE roles SET permissions = :renewed WHERE id = :role"),
                {"renewed": renewed, "role": role_id},
            )
