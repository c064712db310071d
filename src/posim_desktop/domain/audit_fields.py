"""What the fields of an audit event are: which of them name another record, and which say who somebody is.

An event that stays for ever holds ids, not names: a customer who asks to be forgotten is forgotten on the card, and the
audit names nobody by itself. What is written on such a field of a card is left out; that it was changed is told.
"""

from collections.abc import Mapping
from types import MappingProxyType

from posim_desktop.domain.changes import Record

CHANGED = "changed"
"""The field that lists which fields of a card were changed without saying into what."""

APPROVED_BY = "approved_by"
"""The field of a second person who approved what was done."""

OF_A_PERSON: Mapping[Record, frozenset[str]] = MappingProxyType(
    {
        Record.CUSTOMER: frozenset({"name", "company", "phone", "phone2", "email", "address", "notes"}),
        Record.VENDOR: frozenset({"contact", "phone", "email", "notes"}),
        Record.EMPLOYEE: frozenset({"badge", "code", "name"}),
    }
)
"""The fields of cards that say who somebody is or how to reach them; so do an employee's code and badge."""


def is_of_a_person(card: Record, field: str) -> bool:
    """Return whether what is written on a field of a card stays out of the audit."""
    return field in OF_A_PERSON.get(card, frozenset())
