"""Each operation carries the revision of the program that did it; a program of another one writes nothing.

A program that was open during the upgrade would go on writing as the tables used to be. The program of revision 0001
names no revision, so it is refused too.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

UPGRADED = "This shop was upgraded by a newer version of the program. Close this program and install the newer version."

OTHER_REVISION = (
    "(SELECT version_num FROM alembic_version) AND NOT EXISTS (SELECT 1 FROM operations WHERE key = NEW.key)"
)

SQLITE = (
    (
        "CREATE TRIGGER operations_of_this_revision BEFORE INSERT ON operations "
        f"WHEN NEW.revision IS NOT {OTHER_REVISION} BEGIN SELECT RAISE(ABORT, '{UPGRADED}'); END"
    ),
)

POSTGRESQL = (
    (
        "CREATE FUNCTION refuse_other_revision() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN IF NEW.revision IS DISTINCT FROM {OTHER_REVISION} "
        f"THEN RAISE EXCEPTION '{UPGRADED}' USING ERRCODE = 'object_not_in_prerequisite_state'; END IF; "
        "RETURN NEW; END $$"
    ),
    (
        "CREATE TRIGGER operations_of_this_revision BEFORE INSERT ON operations "
        "FOR EACH ROW EXECUTE FUNCTION refuse_other_revision()"
    ),
)


def upgrade() -> None:
    op.add_column("operations", sa.Column("revision", sa.String(length=32), nullable=True))
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)
