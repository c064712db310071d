"""Rules U1 to U5: PINs that somebody made, failures that were counted; roles on file, and an Owner."""

from posim_desktop.queries.verify.violation import Rule

_MADE = "('make pin', 'change pin', 'give pin', 'forgotten pin')"
_BEGUN = f"""SELECT MAX(b.id) FROM audit_events b
              WHERE b.record_kind = 'employee' AND b.record_id = p.employee_id
                AND (b.action IN {_MADE} OR b.action IN ('log in', 'switch employee', 'approve'))"""  # noqa: S608 - text of this module
_COUNTED = f"""(SELECT COUNT(*) FROM audit_events w
              WHERE w.record_kind = 'employee' AND w.record_id = p.employee_id AND w.action = 'wrong pin'
                AND w.id > COALESCE(({_BEGUN}), 0))"""  # noqa: S608 - text of this module

RULES = (
    Rule(
        "U1",
        "employee",
        "has a PIN, but the audit has {} events in which it was made instead of {}",
        f"""SELECT e.id, e.code, 0, 1 FROM employees e JOIN pins p ON p.employee_id = e.id
             WHERE NOT EXISTS (SELECT 1 FROM audit_events m WHERE m.record_kind = 'employee'
                                  AND m.record_id = e.id AND m.action IN {_MADE})""",  # noqa: S608 - text of this module
        places=0,
    ),
    Rule(
        "U2",
        "employee",
        "typed {} wrong PINs in a row, but the audit has {}",
        f"""SELECT e.id, e.code, p.failures, {_COUNTED}
              FROM employees e JOIN pins p ON p.employee_id = e.id
             WHERE p.failures <> {_COUNTED}""",  # noqa: S608 - text of this module
        places=0,
    ),
    Rule(
        "U3",
        "employee",
        "works here as {}, a role that is not on file or is archived",
        """SELECT e.id, e.code, e.role, NULL FROM employees e
            WHERE NOT e.archived AND NOT EXISTS (SELECT 1 FROM roles r WHERE r.code = e.role AND NOT r.archived)""",
        places=None,
    ),
    Rule(
        "U4",
        "role",
        "is on file {} times instead of {}",
        """SELECT 0, 'owner', n.found, 1
             FROM (SELECT COUNT(*) AS found FROM roles WHERE code = 'owner' AND NOT archived) n
            WHERE n.found <> 1""",
        places=0,
    ),
    Rule(
        "U5",
        "role",
        "is held by {} people who work here instead of at least {}",
        """SELECT 0, 'owner', n.found, 1
             FROM (SELECT COUNT(*) AS found FROM employees WHERE role = 'owner' AND NOT archived) n
            WHERE n.found = 0 AND EXISTS (SELECT 1 FROM employees)""",
        places=0,
    ),
)
