"""The quick verify: what a start of the program can ask of a large shop without anybody waiting for it.

It is asked in parts, each short enough to come between two other questions: what the database itself must hold, the
running numbers, and the newest records. The whole shop is verified from the menu, by command and after a backup.
"""

from functools import partial

from posim_desktop.queries.verify import accounted, cards, links, people, records, structure
from posim_desktop.queries.verify.violation import Check

_NEWEST = 200

PARTS: tuple[Check, ...] = (
    *records.COUNTERS,
    partial(records.audit_chain, newest=_NEWEST),
    partial(accounted.ends, newest=_NEWEST),
    partial(accounted.postings, newest=_NEWEST),
    partial(links.dangling, newest=_NEWEST),
    cards.unreadable_preferences,
    *people.OWNERS,
    structure.objects,
)
"""What is asked, one after the other."""
