"""Guards and effects of the audit and of the clock that its times come from."""

from mutants.mutant import Mutant

_INVOICES = ("services/sales/test_invoices.py",)
_CARDS = ("services/cards/test_cards.py",)
_SCREEN = ("workflows/test_audit.py",)

_VERIFY = ("queries/verify/test_verify.py",)

AUDITING = (
    Mutant(
        "an action does not name its last event",
        "services/records/operation_rows.py",
        "_write(result.changes, session.audited)",
        "_write(result.changes, None)",
        _VERIFY,
    ),
    Mutant(
        "verify does not compare a number with the audit",
        "queries/verify/accounted.py",
        '    if after.get("number") != row.number:\n',
        "    if False:\n",
        _VERIFY,
    ),
    Mutant(
        "verify misses an event that no action wrote",
        "queries/verify/accounted.py",
        "EXCEPT SELECT at, workstation FROM operations)",
        "EXCEPT SELECT at, workstation FROM audit_events)",
        _VERIFY,
    ),
    Mutant(
        "verify does not see a trigger that is not in force",
        "queries/verify/structure.py",
        "        elif found[each] != words:\n",
        "        elif False:\n",
        _VERIFY,
    ),
    Mutant(
        "the audit misses a discount",
        "services/sales/repricing.py",
        "    if now.discount_percent != was.discount_percent or by_hand or now.reason != was.reason:\n",
        "    if by_hand:\n",
        _INVOICES,
    ),
    Mutant(
        "the audit misses a return",
        "services/sales/posting.py",
        "*returned(invoice, lines)",
        "*returned(invoice, [])",
        ("services/sales/test_posting.py",),
    ),
    Mutant(
        "the audit keeps the names of people",
        "domain/audit_fields.py",
        "    return field in OF_A_PERSON.get(card, frozenset())\n",
        "    return False\n",
        _CARDS,
    ),
    Mutant(
        "the audit is read by everybody",
        "ui/clients/places.py",
        "permission=Permission.READ_AUDIT",
        "permission=None",
        _SCREEN,
    ),
    Mutant(
        "the audit stays open for whoever takes over",
        "ui/clients/client.py",
        "                self.tabs.close_screen(place)\n                self._past = [",
        "                self._past = [",
        _SCREEN,
    ),
    Mutant(
        "the audit's screen does not see an event that was rewritten",
        "queries/people/audit_chain.py",
        ' or again != row["digest"]:',
        ":",
        _SCREEN,
    ),
    Mutant(
        "the audit's screen does not miss the newest event",
        "queries/people/audit_chain.py",
        "last + 1 if at_end and last < newest else None",
        "None",
        _SCREEN,
    ),
    Mutant(
        "a till's own clock decides what time the audit has",
        "services/transaction.py",
        'self._by_server = clock is None and engine.dialect.name == "postgresql"',
        "self._by_server = False",
        ("services/test_transaction.py",),
        races=True,
    ),
)
