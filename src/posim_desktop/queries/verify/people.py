"""Rules U1 to U7: PINs that somebody made, failures that were counted; roles and an Owner; who allowed what."""

from posim_desktop.queries.verify.violation import Rule

_MADE = "('make pin', 'change pin', 'give pin', 'forgotten pin')"
_BEGUN = f"""SELECT MAX(b.id) FROM audit_events b
              WHERE b.record_kind = 'employee' AND b.record_id = p.employee_id
                AND (b.action IN {_MADE} OR b.action IN ('log in', 'switch employee', 'approve'))"""  # noqa: S608 - text of this module
_COUNTED = f"""(SELECT COUNT(*) FROM audit_events w
              WHERE w.record_kind = 'employee' AND w.record_id = p.employee_id AND w.action = 'wrong pin'
                AND w.id > COALESCE(({_BEGUN}), 0))"""  # noqa: S608 - text of this module

# What was begun before the shop's first PIN was allowed to everybody.
_UNALLOWED = """SELECT i.id, i.number, l.position, '{permission}' FROM invoices i
              JOIN invoice_lines l ON l.invoice_id = i.id
             WHERE i.status = 'processed' AND l.fills_backorder_id IS NULL AND {needs}
               AND i.created_at >= (SELECT MIN(m.at) FROM audit_events m WHERE m.action = 'make pin')
               AND NOT EXISTS (SELECT 1 FROM line_approvals a WHERE a.line_id = l.id AND a.permission = '{permission}'
                                  AND (a.quantity IS NULL OR a.quantity >= l.quantity))"""
_NEEDS = {
    "discount": "(l.discount > 0 OR l.sale_discount > 0) AND l.returns_line_id IS NULL",
    "change price": "l.list_price > 0 AND l.unit_price <> l.list_price",
    "return goods": "l.trans_code = 'R'",
    # Before revision 0028 nobody said why, and nobody was asked for the receipt.
    "return without receipt": "l.trans_code = 'R' AND l.returns_line_id IS NULL AND l.return_reason <> ''",
}

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
    Rule(
        "U6",
        "invoice",
        "on its line at position {} nobody allowed: {}",
        " UNION ALL ".join(_UNALLOWED.format(permission=name, needs=needs) for name, needs in _NEEDS.items()),
        places=None,
    ),
    Rule(
        "U7",
        "approval",
        "to {} was used, but what it was given to was not done by employee {}",
        """SELECT a.id, NULL, a.permission, a.employee_id FROM approvals a
            WHERE a.used AND NOT EXISTS (SELECT 1 FROM operations o WHERE o.key = a.operation
                                            AND (a.content IS NULL OR o.fingerprint = a.content)
                                            AND o.employee_id = a.employee_id AND o.changes <> '')""",
        places=None,
    ),
)

OWNERS = tuple(rule for rule in RULES if rule.rule in {"U3", "U4", "U5"})
"""Those about roles, of which there are few."""
