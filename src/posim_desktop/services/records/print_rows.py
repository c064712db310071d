"""Print jobs as they are stored: written with what they are for, taken up by one program, and how they ended.

In a practice shop no job opens a drawer, whichever verb writes it; one that would do nothing else is deleted at once.
"""

from datetime import datetime
from typing import NamedTuple, TypedDict

import sqlalchemy as sa

from posim_desktop.domain.sales.print_jobs import GIVEN_UP_AFTER, OF_NOTHING, JobState, Printing, PrintSubject
from posim_desktop.orm import Preference, PrintJob
from posim_desktop.orm.base import table_of
from posim_desktop.orm.preference import PRACTICE
from posim_desktop.services.records import statements
from posim_desktop.services.records.outbox_rows import OutboxRows
from posim_desktop.services.session import Session, Stamp


class StoredJob(NamedTuple):
    """A print job."""

    id: int
    printing: Printing
    state: JobState
    attempts: int


class _Subject(TypedDict):
    invoice_id: int | None
    purchase_order_id: int | None
    customer_id: int | None
    starts_at: datetime | None
    ends_at: datetime | None
    boxes: int | None
    day_id: int | None
    vendor_return_id: int | None


class _NewPrintJob(NamedTuple):
    printing: str
    workstation: str
    printer: str
    state: str
    reason: str
    attempts: int
    opens_drawer: bool
    is_copy: bool
    spells_out: bool
    employee_id: int | None
    at: datetime
    tried_at: datetime | None
    invoice_id: int | None
    purchase_order_id: int | None
    customer_id: int | None
    starts_at: datetime | None
    ends_at: datetime | None
    boxes: int | None
    day_id: int | None
    vendor_return_id: int | None


_jobs = table_of(PrintJob)
_earlier = _jobs.alias()
_SAYS_COPY = tuple(str(each) for each in Printing if each.says_copy)
_SEEN = (str(JobState.PRINTED), str(JobState.MAYBE_PRINTED))
_in_practice = sa.exists().where(Preference.name == PRACTICE)
_new = statements.new_values(_jobs, *_NewPrintJob._fields)
_only_drawer = _new["printing"] == str(Printing.DRAWER)
_INSERT = (
    sa.insert(_jobs)
    .values(
        _new
        | {
            "opens_drawer": sa.and_(_new["opens_drawer"], ~_in_practice),
            "state": sa.case((sa.and_(_in_practice, _only_drawer), str(JobState.DELETED)), else_=_new["state"]),
        }
    )
    .returning(_jobs.c.id)
)
_FIND = sa.select(*(_jobs.c[name] for name in StoredJob._fields)).where(_jobs.c.id == sa.bindparam("job"))
_WAS_PRINTED = sa.exists().where(
    _earlier.c.id != _jobs.c.id,
    sa.or_(
        _earlier.c.invoice_id == _jobs.c.invoice_id,
        _earlier.c.day_id == _jobs.c.day_id,
    ),
    _earlier.c.printing == _jobs.c.printing,
    _jobs.c.printing.in_(_SAYS_COPY),
    _earlier.c.state.in_(_SEEN),
)
_outbox = OutboxRows(
    _jobs,
    waiting=JobState.WAITING,
    sending=JobState.SENDING,
    given_up=JobState.MAYBE_PRINTED,
    after=GIVEN_UP_AFTER,
    is_copy=sa.or_(_jobs.c.is_copy, _WAS_PRINTED),  # once the same was printed of its invoice before
)
take, give_up, end = _outbox.take, _outbox.give_up, _outbox.end
_AGAIN = (
    sa.update(_jobs)
    .where(_jobs.c.id == sa.bindparam("job"), _jobs.c.state != str(JobState.SENDING))
    .values(
        state=str(JobState.WAITING),
        reason="",
        is_copy=sa.or_(_jobs.c.is_copy, sa.and_(_jobs.c.state.in_(_SEEN), _jobs.c.printing.in_(_SAYS_COPY))),
        printer=sa.bindparam("where_to"),
        spells_out=sa.or_(_jobs.c.spells_out, sa.bindparam("spelled")),
        tried_at=None,
    )
)
_PAPER_BEFORE = sa.select(
    sa.exists().where(
        sa.or_(
            _jobs.c.invoice_id == sa.bindparam("invoice"),
            _jobs.c.purchase_order_id == sa.bindparam("order"),
            _jobs.c.day_id == sa.bindparam("day"),
        ),
        _jobs.c.printing == sa.bindparam("printing"),
        _jobs.c.printing.in_(_SAYS_COPY),
        _jobs.c.state.in_((*_SEEN, str(JobState.SENDING))),
    )
)
_DELETE = (
    sa.update(_jobs)
    .where(_jobs.c.id == sa.bindparam("job"), _jobs.c.state != str(JobState.SENDING))
    .values(state=str(JobState.DELETED))
)


def insert(
    session: Session,
    stamp: Stamp,
    printing: Printing,
    printer: str,
    *,
    of: PrintSubject = OF_NOTHING,
    opens_drawer: bool = False,
    spells_out: bool = False,
) -> int:
    """Write a job for the workstation of the stamp; return its id."""
    row = _NewPrintJob(
        str(printing),
        stamp.workstation,
        printer,
        str(JobState.WAITING),
        "",
        0,
        opens_drawer,
        is_copy=False,
        spells_out=spells_out,
        employee_id=stamp.employee_id,
        at=stamp.at,
        tried_at=None,
        **_subject(of),
    )
    job_id: int = session.connection().execute(_INSERT, _given(row)).scalar_one()
    return job_id


def insert_paper(session: Session, stamp: Stamp, printing: Printing, printer: str, *, of: PrintSubject) -> int:
    """Write that a locked document is being printed on large paper; return the job's id."""
    about = {
        "invoice": of.invoice_id,
        "order": of.purchase_order_id,
        "day": of.day_id,
        "printing": str(printing),
    }
    row = _NewPrintJob(
        str(printing),
        stamp.workstation,
        printer,
        str(JobState.SENDING),
        "",
        1,
        opens_drawer=False,
        is_copy=bool(session.connection().scalar(_PAPER_BEFORE, about)),
        spells_out=False,
        employee_id=stamp.employee_id,
        at=stamp.at,
        tried_at=stamp.at,
        **_subject(of),
    )
    job_id: int = session.connection().execute(_INSERT, _given(row)).scalar_one()
    return job_id


def _given(row: _NewPrintJob) -> dict[str, object]:
    return {f"new_{name}": value for name, value in row._asdict().items()}


def find(session: Session, job_id: int) -> StoredJob | None:
    """Read a job."""
    row = session.connection().execute(_FIND, {"job": job_id}).one_or_none()
    return None if row is None else StoredJob(row.id, Printing(row.printing), JobState(row.state), row.attempts)


def again(session: Session, job_id: int, printer: str, *, spells_out: bool) -> bool:
    """Let a job wait for a printer once more; False when it is just being sent."""
    values = {"job": job_id, "where_to": printer, "spelled": spells_out}
    return session.connection().execute(_AGAIN, values).rowcount == 1


def delete(session: Session, job_id: int) -> bool:
    """Print a job no more; False when it is just being sent."""
    return session.connection().execute(_DELETE, {"job": job_id}).rowcount == 1


def _subject(of: PrintSubject) -> _Subject:
    return _Subject(
        invoice_id=of.invoice_id,
        purchase_order_id=of.purchase_order_id,
        customer_id=of.customer_id,
        starts_at=of.start,
        ends_at=of.end,
        boxes=of.boxes,
        day_id=of.day_id,
        vendor_return_id=of.vendor_return_id,
    )
