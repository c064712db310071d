"""A shop's money has 0, 2 or 3 decimal places, decided once; the money of every shop so far has two."""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

SQLITE = (
    (
        "CREATE TRIGGER preferences_fixed_update BEFORE UPDATE ON preferences WHEN OLD.name = 'decimals' AND "
        "(OLD.name IS NOT NEW.name OR OLD.value IS NOT NEW.value OR FALSE) BEGIN SELECT RAISE(ABORT, 'the "
        "decimals of money never change'); END"
    ),
    (
        "CREATE TRIGGER preferences_fixed_delete BEFORE DELETE ON preferences WHEN OLD.name = 'decimals' "
        "BEGIN SELECT RAISE(ABORT, 'the decimals of money never change'); END"
    ),
    (
        "CREATE TRIGGER preferences_not_replaced BEFORE INSERT ON preferences WHEN EXISTS (SELECT 1 FROM "
        "preferences WHERE ((preferences.rowid = NEW.rowid) OR (preferences.name = NEW.name)) AND "
        "preferences.name = 'decimals') BEGIN SELECT RAISE(ABORT, 'the decimals of money never change'); END"
    ),
    (
        "CREATE TRIGGER preferences_not_replaced_by_update BEFORE UPDATE ON preferences WHEN (OLD.rowid IS "
        "NOT NEW.rowid OR OLD.name IS NOT NEW.name) AND EXISTS (SELECT 1 FROM preferences WHERE "
        "((preferences.rowid = NEW.rowid) OR (preferences.name = NEW.name)) AND preferences.rowid <> "
        "OLD.rowid AND preferences.name = 'decimals') BEGIN SELECT RAISE(ABORT, 'the decimals of money never "
        "change'); END"
    ),
)

POSTGRESQL = (
    (
        "CREATE FUNCTION fix_preferences() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.name = "
        "'decimals' THEN IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'the decimals of money never change'; END "
        "IF; IF OLD.name IS DISTINCT FROM NEW.name OR OLD.value IS DISTINCT FROM NEW.value OR FALSE THEN "
        "RAISE EXCEPTION 'the decimals of money never change'; END IF; END IF; IF TG_OP = 'DELETE' THEN "
        "RETURN OLD; END IF; RETURN NEW; END $$"
    ),
    (
        "CREATE TRIGGER preferences_fixed BEFORE UPDATE OR DELETE ON preferences FOR EACH ROW EXECUTE "
        "FUNCTION fix_preferences()"
    ),
    (
        "CREATE TRIGGER preferences_no_truncate BEFORE TRUNCATE ON preferences FOR EACH STATEMENT EXECUTE "
        "FUNCTION refuse_emptying()"
    ),
)

_IN_USE = "EXISTS (SELECT 1 FROM employees) OR EXISTS (SELECT 1 FROM items) OR EXISTS (SELECT 1 FROM invoices)"


def upgrade() -> None:
    with rebuilt("preferences") as preferences:
        preferences.create_check_constraint(
            "ck_preferences_decimals_known", "name <> 'decimals' OR value IN ('0', '2', '3')"
        )
    op.execute(sa.text(f"INSERT INTO preferences (name, value) SELECT 'decimals', '2' WHERE {_IN_USE}"))
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)
