"""What print jobs and outgoing mails have in common as they are stored: taken up by one program, and how that ended.

A record of either waits, for one workstation; a program there takes it up, sends it, and writes how that ended.
"""

from datetime import timedelta
from enum import StrEnum

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.services.session import Session, Stamp


class OutboxRows:
    """Holds the statements of a table of records that wait to be sent."""

    def __init__(
        self,
        table: sa.Table,
        *,
        waiting: StrEnum,
        sending: StrEnum,
        given_up: StrEnum,
        after: timedelta,
        **when_taken: sa.ColumnElement[bool],
    ) -> None:
        """Make the statements.

        Args:
            table: Its columns are id, state, reason, workstation, attempts and tried_at, and others.
            waiting: The state of a record that waits.
            sending: The state of one that was taken up.
            given_up: The state of one of which nobody knows whether it was sent.
            after: How long after it was taken up that is so.
            when_taken: What else is written of a record that is taken up.
        """
        self._after = after
        # Of two programs of a workstation that try at once, one finds it waiting; the other waits and finds it taken.
        self._take = (
            sa.update(table)
            .where(
                table.c.id == sa.bindparam("record"),
                table.c.state == str(waiting),
                table.c.workstation == sa.bindparam("here"),
            )
            .values(state=str(sending), attempts=table.c.attempts + 1, tried_at=sa.bindparam("now"), **when_taken)
        )
        self._give_up = (
            sa.update(table)
            .where(
                table.c.state == str(sending),
                table.c.workstation == sa.bindparam("here"),
                table.c.tried_at < sa.bindparam("before"),
            )
            .values(state=str(given_up), reason="")
        )
        self._end = (
            sa.update(table)
            .where(
                table.c.id == sa.bindparam("record"),
                table.c.state == str(sending),
                table.c.attempts == sa.bindparam("attempt"),
            )
            .values(state=sa.bindparam("ended"), reason=sa.bindparam("why"))
        )

    def take(self, session: Session, stamp: Stamp, record_id: int) -> bool:
        """Take a waiting record up at the workstation of the stamp; False when another program was faster."""
        taken = {"record": record_id, "here": stamp.workstation, "now": stamp.at}
        return session.connection().execute(self._take, taken).rowcount == 1

    def give_up(self, session: Session, stamp: Stamp) -> None:
        """Mark what was taken up here too long ago: nobody knows whether it was sent."""
        session.connection().execute(self._give_up, {"here": stamp.workstation, "before": stamp.at - self._after})

    def end(self, session: Session, record_id: int, attempt: int, state: StrEnum, reason: str) -> bool:
        """Say how an attempt ended; False when it was given up meanwhile."""
        ended = {"record": record_id, "attempt": attempt, "ended": str(state), "why": reason[: text.REASON]}
        return session.connection().execute(self._end, ended).rowcount == 1
