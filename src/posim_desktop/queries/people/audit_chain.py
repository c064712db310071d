"""Following the audit's chain in pieces, each short enough to be asked between two other questions.

Serves the guide's page "The audit". The whole of a shop is verified by ``posim-desktop verify``.
"""

from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.audit_chain import NO_DIGEST, chain_digest
from posim_desktop.orm import AuditEvent
from posim_desktop.orm.base import table_of
from posim_desktop.orm.preference import Counter

PIECE = 500
"""Events in a piece: some 20 ms of work."""


class Followed(NamedTuple):
    """How far the chain was followed.

    Attributes:
        last: The last event that is in its place, 0 before the first; they are numbered from 1 without a gap.
        digest: Its digest.
        newest: The number of the newest event, as the counter has it.
        broken: The event at which the chain breaks, None while it does not.
        at_end: Whether there was nothing more to follow.
    """

    last: int = 0
    digest: str = NO_DIGEST
    newest: int = 0
    broken: int | None = None
    at_end: bool = False


_counters = table_of(Counter)
_events = table_of(AuditEvent)
_NEWEST = sa.select(_counters.c.value).where(_counters.c.name == "audit")
_PIECE = sa.select(_events).where(_events.c.id > sa.bindparam("last")).order_by(_events.c.id).limit(PIECE)


def follow(connection: sa.Connection, so_far: Followed) -> Followed:
    """Follow the chain for one piece more.

    It breaks where an event is missing, where one was not written with the content that it has, and where the newest
    ones are gone.
    """
    newest = connection.scalar(_NEWEST) or 0  # read first: an event that is added meanwhile is not missing
    last, digest = so_far.last, so_far.digest
    rows = connection.execute(_PIECE, {"last": last}).mappings().all()
    for row in rows:
        again = chain_digest(digest, {str(name): value for name, value in row.items()})
        if row["id"] != last + 1 or again != row["digest"]:
            return Followed(last, digest, newest, last + 1 if row["id"] != last + 1 else row["id"])
        last, digest = row["id"], again
    at_end = len(rows) < PIECE
    return Followed(last, digest, newest, last + 1 if at_end and last < newest else None, at_end)
