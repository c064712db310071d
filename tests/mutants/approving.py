"""Guards of approvals, and of what a line needs."""

from mutants.mutant import APPROVE, Mutant

APPROVING = (
    Mutant(
        "who may not do it approves it",
        "services/people/approvals.py",
        "    if authority is None or missing(authority.rights, needs):\n",
        "    if authority is None:\n",
        APPROVE,
    ),
    Mutant(
        "a wrong PIN approves",
        "services/people/approvals.py",
        "    if not pins.fits(session, stamp, person, tried):\n",
        "    if False:\n",
        APPROVE,
    ),
    Mutant(
        "an approval is for everybody",
        "services/records/approval_rows.py",
        '        _approvals.c.employee_id == sa.bindparam("employee"),\n',
        "",
        APPROVE,
    ),
    Mutant(
        "an approval is for every action",
        "services/records/approval_rows.py",
        '        _approvals.c.operation == sa.bindparam("key"),\n',
        "",
        APPROVE,
    ),
    Mutant(
        "an approval lasts for ever",
        "services/records/approval_rows.py",
        '        _approvals.c.at >= sa.bindparam("since"),\n',
        "",
        APPROVE,
    ),
    Mutant(
        "an approval is never used up",
        "services/records/approval_rows.py",
        ".values(used=True)",
        ".values(used=False)",
        APPROVE,
    ),
    Mutant(
        "who may no longer approve still does",
        "services/people/permissions.py",
        "    return [approval for approval in waiting if _may_still(session, approval)]\n",
        "    return waiting\n",
        APPROVE,
    ),
    Mutant(
        "what is allowed on a line is allowed without end",
        "services/sales/line_rights.py",
        "covers(each, need)",
        "each.permission is need.permission",
        APPROVE,
    ),
    Mutant(
        "a line that is taken off keeps what was allowed on it",
        "services/sales/invoices.py",
        "    approval_rows.drop(session, line_id)\n",
        "",
        APPROVE,
    ),
    Mutant(
        "money goes out without a question",
        "services/sales/line_rights.py",
        'allow(session, stamp, invoice_id, back.id, needs, where=Field("pay_out"))',
        "pass",
        APPROVE,
    ),
    Mutant(
        "no discount needs a reason",
        "services/sales/lines.py",
        "    if percent > most:\n",
        "    if False:\n",
        APPROVE,
    ),
)
