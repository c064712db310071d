"""What a verb is handed and hands on from keeper to keeper: the transaction that it works in, and its stamp."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.permits import Permit


class Action(NamedTuple):
    """What a person does, to which approvals are bound.

    Attributes:
        key: Under which it is done, however often it is tried.
        content: A fingerprint of what is done: the verb and everything that it is given.
    """

    key: str
    content: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """When, where and by whom, the same for all that one verb writes; without an action nothing can be approved."""

    at: datetime
    employee_id: int | None
    workstation: str
    action: Action | None = None


class HeldDay(NamedTuple):
    """The day of a drawer that is held until the transaction ends."""

    id: int
    is_office: bool


class Session:
    """One transaction: the connection that it runs on, and what is remembered of it until it ends.

    Attributes:
        locks: The rows that are locked: rank, table or running number, id. Kept only while locks are watched.
        is_alone: Whether nobody else works in this database yet, so that no order of locks has to be kept.
        approved_by: Who approved what the acting employee may not do, once an approval was used.
        day: The day of the drawer that is held, once money moves.
        approved: What was approved for the whole of the action, so that asking again uses no second approval.
        audited: The last event of the audit that was written, None before the first.
    """

    __slots__ = ("_connection", "approved", "approved_by", "audited", "day", "is_alone", "locks")

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self.locks: set[tuple[int, str, int]] = set()
        self.is_alone = False
        self.approved_by: int | None = None
        self.approved = set[Permit]()
        self.day: HeldDay | None = None
        self.audited: int | None = None

    def connection(self) -> sa.Connection:
        """Return the connection, on which a transaction is open."""
        return self._connection


@contextmanager
def begun(engine: sa.Engine) -> Iterator[Session]:
    """Open a transaction, to be committed at the end, or rolled back by an error."""
    with engine.begin() as connection:
        yield Session(connection)
