"""A shop can be for practice: marked from its first row on, and in a file only."""

from alembic import op

revision = "0062"
down_revision = "0061"
branch_labels = None
depends_on = None

SQLITE = (
    "DROP TRIGGER preferences_fixed_update",
    "DROP TRIGGER preferences_fixed_delete",
    "DROP TRIGGER preferences_not_replaced",
    "DROP TRIGGER preferences_not_replaced_by_update",
    (
        "CREATE TRIGGER preferences_fixed_update BEFORE UPDATE ON preferences WHEN OLD.name IN ('decimals', "
        "'practice') AND (OLD.name IS NOT NEW.name OR OLD.value IS NOT NEW.value OR FALSE) BEGIN SELECT "
        "RAISE(ABORT, 'the decimals of money never change, nor that a shop is for practice'); END"
    ),
    (
        "CREATE TRIGGER preferences_fixed_delete BEFORE DELETE ON preferences WHEN OLD.name IN ('decimals', "
        "'practice') BEGIN SELECT RAISE(ABORT, 'the decimals of money never change, nor that a shop is for "
        "practice'); END"
    ),
    (
        "CREATE TRIGGER preferences_not_replaced BEFORE INSERT ON preferences WHEN EXISTS (SELECT 1 FROM "
        "preferences WHERE ((preferences.rowid = NEW.rowid) OR (preferences.name = NEW.name)) AND "
        "preferences.name IN ('decimals', 'practice')) BEGIN SELECT RAISE(ABORT, 'the decimals of money never"
        " change, nor that a shop is for practice'); END"
    ),
    (
        "CREATE TRIGGER preferences_not_replaced_by_update BEFORE UPDATE ON preferences WHEN (OLD.rowid IS "
        "NOT NEW.rowid OR OLD.name IS NOT NEW.name) AND EXISTS (SELECT 1 FROM preferences WHERE "
        "((preferences.rowid = NEW.rowid) OR (preferences.name = NEW.name)) AND preferences.rowid <> "
        "OLD.rowid AND preferences.name IN ('decimals', 'practice')) BEGIN SELECT RAISE(ABORT, 'the decimals "
        "of money never change, nor that a shop is for practice'); END"
    ),
    (
        "CREATE TRIGGER preferences_not_for_practice_by_insert BEFORE INSERT ON preferences WHEN NEW.name = "
        "'practice' AND EXISTS (SELECT 1 FROM operations) BEGIN SELECT RAISE(ABORT, 'only a new shop in a "
        "file is for practice'); END"
    ),
    (
        "CREATE TRIGGER preferences_not_for_practice_by_update BEFORE UPDATE ON preferences WHEN NEW.name = "
        "'practice' AND OLD.name <> 'practice' BEGIN SELECT RAISE(ABORT, 'only a new shop in a file is for "
        "practice'); END"
    ),
)

POSTGRESQL = (
    (
        "CREATE OR REPLACE FUNCTION fix_preferences() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF "
        "OLD.name IN ('decimals', 'practice') THEN IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'the decimals of "
        "money never change, nor that a shop is for practice'; END IF; IF OLD.name IS DISTINCT FROM NEW.name "
        "OR OLD.value IS DISTINCT FROM NEW.value OR FALSE THEN RAISE EXCEPTION 'the decimals of money never "
        "change, nor that a shop is for practice'; END IF; END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END "
        "IF; RETURN NEW; END $$"
    ),
    (
        "CREATE FUNCTION refuse_practice() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'only"
        " a new shop in a file is for practice'; END $$"
    ),
    (
        "CREATE TRIGGER preferences_not_for_practice BEFORE INSERT OR UPDATE ON preferences FOR EACH ROW WHEN"
        " (NEW.name = 'practice') EXECUTE FUNCTION refuse_practice()"
    ),
)


def upgrade() -> None:
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)
