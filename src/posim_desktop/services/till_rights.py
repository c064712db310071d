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
_OWNS = sa.text(
    "SELECT oid = (SELECT relowner FROM pg_class WHERE oid = 'operations'::regclass) "
    "FROM pg_roles WHERE rolname = :role"
)


def grant(connection: sa.Connection, role: str) -> None:
    """Let a role of the server work at a till, and do nothing else with the tables, also with those that come later."""
    name = connection.dialect.identifier_preparer.quote(role)
    for kind in ("TABLES", "SEQUENCES"):
        connection.exec_driver_sql(f"REVOKE ALL ON ALL {kind} IN SCHEMA public FROM {name}")
        connection.exec_driver_sql(f"ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON {kind} FROM {name}")
    for table, given in rights():
        connection.exec_driver_sql(f"GRANT {', '.join(given)} ON {table} TO {name}")
    connection.exec_driver_sql(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {name}")


def grant_again(connection: sa.Connection) -> None:
    """Give each role that works at a till what the tables of this revision need; of a file there is none."""
    if connection.dialect.name == "postgresql":
        for role in connection.scalars(_TILLS).all():
            grant(connection, role)


def is_owner(connection: sa.Connection, role: str) -> bool | None:
    """Return whether a role owns the tables, so that nothing can be taken from it; None when there is no such role."""
    owns: bool | None = connection.scalar(_OWNS, {"role": role})
    return owns
