"""The Want List as it is stored: the only place that writes a want."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.backorders.wants import NOT_TOLD, WantState
from posim_desktop.domain.errors import refuse
from posim_desktop.domain.folding import search_key
from posim_desktop.domain.sales.invoice import InvoiceStatus
from posim_desktop.domain.why import Why
from posim_desktop.orm import Invoice, InvoiceLine, Want
from posim_desktop.orm.base import chunks, table_of
from posim_desktop.services.records import statements
from posim_desktop.services.records.lock_order import Rank, climb
from posim_desktop.services.session import Session, Stamp


class StoredWant(NamedTuple):
    """A locked want."""

    id: int
    customer_id: int
    item_id: int | None
    description: str
    quantity: Decimal
    note: str
    dropped_at: datetime | None
    version: int


class WantContent(NamedTuple):
    """What is wished for."""

    item_id: int | None
    description: str
    quantity: Decimal
    note: str


_wants = table_of(Want)
_lines = table_of(InvoiceLine)
_invoices = table_of(Invoice)
_LOCK: sa.Select[*tuple[Any, ...]] = (
    sa.select(*(_wants.c[name] for name in StoredWant._fields))
    .where(_wants.c.id.in_(sa.bindparam("ids", expanding=True)))
    .order_by(_wants.c.id)
    .with_for_update()
)
_CUSTOMER = sa.select(_wants.c.customer_id).where(_wants.c.id == sa.bindparam("want"))
_OF_CUSTOMER = sa.select(_wants.c.id).where(_wants.c.customer_id == sa.bindparam("customer")).order_by(_wants.c.id)
_BECAME = (
    sa.select(_invoices.c.status)
    .join(_lines, _lines.c.invoice_id == _invoices.c.id)
    .where(_lines.c.want_id == sa.bindparam("want"), _invoices.c.status != str(InvoiceStatus.DISCARDED))
)
_DATES = sa.select(_wants.c.id, _wants.c.wanted_at).where(_wants.c.id.in_(sa.bindparam("ids", expanding=True)))


def lock(session: Session, want_id: int) -> StoredWant:
    """Lock a want and read it.

    Raises:
        RefusedError: There is no such want.
    """
    found = statements.lock(session, Rank.CARD, _LOCK, [want_id], StoredWant._make, of=_wants.name)
    if want_id not in found:
        raise refuse(Why.WANT_GONE)
    return found[want_id]


def customer_of(session: Session, want_id: int) -> int:
    """Find whose want it is, to lock the customer's card first.

    Raises:
        RefusedError: There is no such want.
    """
    customer_id: int | None = session.connection().scalar(_CUSTOMER, {"want": want_id})
    if customer_id is None:
        raise refuse(Why.WANT_GONE)
    return customer_id


def lock_of_customer(session: Session, customer_id: int) -> list[int]:
    """Lock all wants of a customer in the order of their ids."""
    found = list(session.connection().scalars(_OF_CUSTOMER.with_for_update(), {"customer": customer_id}))
    climb(session, Rank.CARD, found, _wants.name)
    return found


def state(session: Session, want: StoredWant) -> WantState:
    """Work out where a locked want stands, by the lines that were made of it."""
    if want.dropped_at is not None:
        return WantState.DROPPED
    became = set(session.connection().scalars(_BECAME, {"want": want.id}))
    if str(InvoiceStatus.PROCESSED) in became:
        return WantState.GRANTED
    return WantState.ON_INVOICE if became else WantState.OPEN


def insert(session: Session, stamp: Stamp, customer_id: int, content: WantContent, employee_id: int) -> int:
    """Write a new want and return its id."""
    row = {
        **_written(content),
        "customer_id": customer_id,
        "employee_id": employee_id,
        "wanted_at": stamp.at,
        "version": 1,
    }
    new_id: int = session.connection().execute(sa.insert(_wants).values(row).returning(_wants.c.id)).scalar_one()
    return new_id


def write(session: Session, want_id: int, content: WantContent) -> None:
    """Write another content of a locked want."""
    statements.write(session, _wants, want_id, _written(content))


def _written(content: WantContent) -> dict[str, object]:
    return {**content._asdict(), "search_text": search_key(content.description, content.note)}


def drop(session: Session, stamp: Stamp, want_id: int, employee_id: int) -> None:
    """Say of a locked want that it is wished for no longer."""
    statements.write(session, _wants, want_id, {"dropped_at": stamp.at, "dropped_by": employee_id})


def forget(session: Session, stamp: Stamp, want_id: int) -> None:
    """Take off a locked want what somebody wrote down, as its customer is forgotten; one that is open is dropped."""
    want = lock(session, want_id)
    description = "" if want.item_id is not None else NOT_TOLD
    left = _written(WantContent(want.item_id, description, want.quantity, ""))
    if state(session, want) is WantState.OPEN:
        left |= {"dropped_at": stamp.at, "dropped_by": stamp.employee_id}
    statements.write(session, _wants, want_id, left)


def give_to(session: Session, want_ids: Sequence[int], customer_id: int) -> None:
    """Give locked wants to the card that their customer's card was merged into."""
    for chunk in chunks(want_ids):
        given = sa.update(_wants).where(_wants.c.id.in_(chunk))
        session.connection().execute(given.values(customer_id=customer_id, version=_wants.c.version + 1))


def dates(session: Session, want_ids: Iterable[int | None]) -> dict[int, datetime]:
    """Read since when wants are wished for, by id."""
    ids = sorted({each for each in want_ids if each is not None})
    return dict(session.connection().execute(_DATES, {"ids": ids}).all()) if ids else {}
