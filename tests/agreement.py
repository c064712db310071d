"""Whether the records of a shop agree after a test of a verb.

What a verb writes is the same on both databases. On PostgreSQL the rules are asked by the tests of the rules, by the
workflows, the contests and the state machine: to plan two hundred SELECTs after each test of a verb took it a third
of the whole suite. Keys and triggers are left out: no verb changes them, the database itself keeps the keys, and they
take as long as a third of the other rules.
"""

import sqlalchemy as sa

from posim_desktop.queries.verify import RULES, Violation, check

_OF_VERBS = tuple(rule for rule in RULES if rule not in {"F1", "T1"})


def disagreements(connection: sa.Connection) -> tuple[Violation, ...]:
    """Return what breaks a rule, on SQLite; nothing on PostgreSQL."""
    if connection.dialect.name != "sqlite":
        return ()
    return tuple(violation for rule in _OF_VERBS for violation in check(connection, rule))
