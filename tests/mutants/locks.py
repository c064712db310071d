"""Locks: what only two programs at once can miss."""

from mutants.mutant import RACES, Mutant

LOCKS = (
    Mutant(
        "two clerks post one receiving log",
        "services/records/receiving_rows.py",
        '.where(_logs.c.id == sa.bindparam("log")).with_for_update()',
        '.where(_logs.c.id == sa.bindparam("log"))',
        RACES,
        races=True,
    ),
    Mutant(
        "figures of a backorder are read without its lock",
        "services/records/backorder_rows.py",
        "    .order_by(_backorders.c.id)\n    .with_for_update()\n",
        "    .order_by(_backorders.c.id)\n",
        RACES,
        races=True,
    ),
    Mutant(
        "goods are allocated without the backorder's lock",
        "services/records/backorder_rows.py",
        "(_backorders.c[name] for name in Outstanding._fields)).order_by(_backorders.c.id).with_for_update()",
        "(_backorders.c[name] for name in Outstanding._fields)).order_by(_backorders.c.id)",
        RACES,
        races=True,
    ),
    Mutant(
        "two tills guess one PIN, and one guess counts",
        "services/records/pin_rows.py",
        '    .where(_pins.c.employee_id == sa.bindparam("employee"))\n    .with_for_update()\n',
        '    .where(_pins.c.employee_id == sa.bindparam("employee"))\n',
        RACES,
        races=True,
    ),
    Mutant(
        "one approval serves two actions at two tills",
        "services/records/approval_rows.py",
        '        _approvals.c.operation == sa.bindparam("key"),\n',
        "",
        RACES,
        races=True,
    ),
    Mutant(
        "a key is good for other content at another till",
        "services/records/operation_rows.py",
        "    if before.fingerprint != action.content:\n",
        "    if False:\n",
        RACES,
        races=True,
    ),
)
