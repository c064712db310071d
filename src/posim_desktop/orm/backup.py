"""Backups, and the numbers that a restored shop leaves out."""

from datetime import datetime

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.domain.exchange.backups import BackupState, Occasion, Second
from posim_desktop.orm.base import Base, Column, HasId, check, column, index_of_given, one_of, table


class Backup(HasId, Base):
    """A backup, from the moment a workstation begins it; what a file holds of its own making is that it runs.

    ``folder`` and ``file`` say where it lies, ``size`` in bytes and ``sha256`` what it is, ``proof`` how it was proved.
    ``second`` says what became of the copy in the second folder, ``problem`` what went wrong.
    """

    __tablename__ = "backups"
    __table_args__ = table(
        one_of("state", BackupState),
        one_of("occasion", Occasion),
        one_of("second", Second),
        check("proof_known", "proof IN ('', 'whole', 'listed')"),
        check("time_when_ended", "(state = 'running') = (ended_at IS NULL)"),
        check("proved_when_good", "(state = 'good') = (proof <> '')"),
        check("named_when_good", "state <> 'good' OR length(sha256) = 64 AND length(file) > 0 AND size > 0"),
    )

    begun_at: Column[datetime]
    ended_at: Column[datetime | None]
    state: Column[str] = column(sa.String(text.CODE), index=True)
    occasion: Column[str] = column(sa.String(text.CODE))
    workstation: Column[str] = column(sa.String(text.NAME))
    employee_id: Column[int | None] = column(sa.ForeignKey("employees.id"))
    folder: Column[str] = column(sa.String(text.NOTE))
    file: Column[str] = column(sa.String(text.DESCRIPTION))
    size: Column[int]
    sha256: Column[str] = column(sa.String(64))
    proof: Column[str] = column(sa.String(text.CODE))
    second: Column[str] = column(sa.String(text.CODE))
    problem: Column[str] = column(sa.String(text.NOTE))


class SkippedNumbers(HasId, Base):
    """Numbers that stand on paper of the shop that was replaced, so that the restored one gives them to nothing.

    From ``first`` to ``last``, of a counter, or of the Zs of a drawer. The event of the audit names them, too.
    """

    __tablename__ = "skipped_numbers"
    __table_args__ = table(
        check("range", "first BETWEEN 1 AND last"),
        check("of_a_drawer", "(counter = 'drawer') = (drawer_id IS NOT NULL)"),
        index_of_given("drawer_id"),
    )

    counter: Column[str] = column(sa.String(text.SHORT))
    drawer_id: Column[int | None] = column(sa.ForeignKey("drawers.id"))
    first: Column[int]
    last: Column[int]
    event_id: Column[int] = column(sa.ForeignKey("audit_events.id"))
