"""What card terminals were asked for, as it is stored. Whoever writes a request has its invoice locked."""

from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.errors import Field, refuse
from posim_desktop.domain.sales.card_requests import OPEN, RequestState, TerminalAnswer
from posim_desktop.domain.sales.tenders import Tender
from posim_desktop.domain.why import Why
from posim_desktop.orm import CardRequest
from posim_desktop.orm.base import table_of
from posim_desktop.services.session import Session, Stamp


class StoredRequest(NamedTuple):
    """A request."""

    id: int
    key: str
    invoice_id: int
    type_id: int
    amount: Decimal
    state: RequestState


class _NewRequest(NamedTuple):
    key: str
    invoice_id: int
    type_id: int | None
    amount: Decimal
    terminal: str
    state: str
    reference: str
    employee_id: int | None
    workstation: str
    asked_at: datetime
    ended_at: datetime | None = None
    settled_by: int | None = None


_requests = table_of(CardRequest)
_columns = tuple(_requests.c[name] for name in StoredRequest._fields)
_FIND = sa.select(*_columns).where(_requests.c.id == sa.bindparam("request"))
_OPEN = sa.select(_requests.c.state).where(
    _requests.c.invoice_id == sa.bindparam("invoice"), _requests.c.state.in_([str(state) for state in OPEN])
)
_INSERT = sa.insert(_requests).returning(_requests.c.id)


def open_state(session: Session, invoice_id: int) -> RequestState | None:
    """Tell what a terminal is asked for a locked invoice, or None where it is asked nothing."""
    state = session.connection().scalar(_OPEN, {"invoice": invoice_id})
    return None if state is None else RequestState(state)


def insert(session: Session, stamp: Stamp, invoice_id: int, tender: Tender, key: str, terminal: str) -> int:
    """Store what a terminal is about to be asked for a locked invoice, and return its id."""
    asked = str(RequestState.ASKED)
    who = (stamp.employee_id, stamp.workstation, stamp.at)
    new = _NewRequest(key, invoice_id, tender.type_id, tender.amount, terminal, asked, "", *who)
    new_id: int = session.connection().execute(_INSERT, new._asdict()).scalar_one()
    return new_id


def find(session: Session, request_id: int) -> StoredRequest:
    """Read a request; what of it changes is certain once its invoice is locked.

    Raises:
        RefusedError: There is none.
    """
    row = session.connection().execute(_FIND, {"request": request_id}).one_or_none()
    if row is None:
        raise refuse(Why.CARD_REQUEST_GONE, Field("tenders"))
    return StoredRequest(row.id, row.key, row.invoice_id, row.type_id, row.amount, RequestState(row.state))


def write(
    session: Session, stamp: Stamp, request_id: int, answer: TerminalAnswer, settled_by: int | None = None
) -> None:
    """Write what came of a request whose invoice is locked."""
    values = {
        "state": str(answer.state),
        "reference": answer.reference,
        "ended_at": None if answer.state in OPEN else stamp.at,
        "settled_by": settled_by,
    }
    session.connection().execute(sa.update(_requests).where(_requests.c.id == request_id).values(values))
