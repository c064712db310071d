"""Giving the tills' user of a PostgreSQL server the rights it needs, and taking away every other.

Serves the guide's page on installing. The owner of the tables does this once, and each upgrade does it again.
"""

import sqlalchemy as sa

from posim_desktop.orm.rights import rights

# Who may add operations works at a till.
_TILLS = sa.text(
    "SELECT DISTINCT r.rolname FROM pg_class c, aclexplode(c.relacl) a JOIN pg_roles r ON r.oid = a.grantee "
    "WHERE c.oid = 'operations'::regclass AND a.privilege_type = 'INSERT' AND a.grantee <> c.relowner ORDER BY 1"
)
# So does a superuser, and whoever may become the owner.
_ACTS_AS_OWNER = sa.text(
    "SELECT pg_has_role(r.oid, c.relowner, 'MEMBER') FROM pg_roles r, pg_class c "
    "WHERE r.rolname = :role AND c.oid = 'operations'::regclass"
)
# What belongs to another in the same place is not the shop's to give or take.
_OURS = sa.text(
    "SELECT string_agg(oid::regclass::text, ', ') FROM pg_class WHERE relkind = ANY(:kinds) "
    "AND (relnamespace, relowner) = "
    "(SELECT relnamespace, relowner FROM pg_class WHERE oid = 'operations'::regclass)"
)
_KINDS = {"TABLE": ["r", "p", "v", "m", "f"], "SEQUENCE": ["S"]}


def grant(connection: sa.Connection, role: str) -> None:
    """Let a role of the server work at a till, and do nothing else with the tables, also with those that come later.

    What the role handed on to others goes with what it had.
    """
    name = connection.dialect.identifier_preparer.quote(role)
    ours = {kind: connection.scalar(_OURS, {"kinds": letters}) for kind, letters in _KINDS.items()}
    for kind, listed in ours.items():
        connection.exec_driver_sql(f"REVOKE ALL ON {kind} {listed} FROM {name} CASCADE")
        connection.exec_driver_sql(f"ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON {kind}S FROM {name}")
    for table, given in rights():
        connection.exec_driver_sql(f"GRANT {', '.join(given)} ON {table} TO {name}")
    connection.exec_driver_sql(f"GRANT USAGE ON SEQUENCE {ours['SEQUENCE']} TO {name}")


def grant_again(connection: sa.Connection) -> None:
    """Give each role that works at a till what the tables of this revision need; of a file there is none."""
    for role in tills(connection):
        grant(connection, role)


def tills(connection: sa.Connection) -> list[str]:
    """List the roles of a server that work at tills; of a file there is none."""
    return list(connection.scalars(_TILLS)) if connection.dialect.name == "postgresql" else []


def acts_as_owner(connection: sa.Connection, role: str) -> bool | None:
    """Return whether a role may act as the tables' owner, whatever is taken from it; None when there is no role."""
    acts: bool | None = connection.scalar(_ACTS_AS_OWNER, {"role": role})
    return acts
