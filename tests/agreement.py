"""Whether the records of a shop agree after a test of a verb.

What a verb writes is the same on both databases. On PostgreSQL the rules are asked by the tests of the rules, by the
workflows, the contests and the state machine: to plan two hundred SELECTs after each test of a verb took it a third
of the whole suite.
"""

import sqlalchemy as sa

from posim_desktop.queries.verify import Violation, verify


def disagreements(connection: sa.Connection) -> tuple[Violation, ...]:
    """Return what breaks a rule, on SQLite; nothing on PostgreSQL."""
    return verify(connection) if connection.dialect.name == "sqlite" else ()
