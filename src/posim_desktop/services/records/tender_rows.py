"""Tenders as they are stored: handed over for a working invoice, posted with it, or given back."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.errors import Field, refuse
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.sales.tenders import SHIPPED, Tender, TenderKind, Terms
from posim_desktop.domain.why import Why
from posim_desktop.orm import TenderPaid
from posim_desktop.orm.base import insert_rows, table_of
from posim_desktop.services.records import drawer_rows
from posim_desktop.services.session import Session, Stamp


class StoredTender(NamedTuple):
    """A tender of an invoice that is locked."""

    id: int
    position: int
    kind: TenderKind
    amount: Decimal
    type_id: int | None
    reference: str
    terms: Terms
    backorder_id: int | None = None
    day_id: int | None = None

    @property
    def ruled(self) -> Tender:
        """What the rules look at."""
        return Tender(self.kind, self.amount, self.type_id, self.reference, self.terms, self.backorder_id)

    @property
    def told(self) -> str:
        """What the audit says that it was: its kind where the shop has given it no other name."""
        return str(self.kind) if self.terms.name == SHIPPED[self.kind].name else self.terms.name


class _Row(NamedTuple):
    invoice_id: int
    position: int
    kind: str
    amount: Decimal
    change: Decimal
    taken_at: datetime
    employee_id: int | None
    workstation: str
    type_id: int | None
    name: str
    reference: str
    opens_drawer: bool
    gives_change: bool
    rounds: bool
    backorder_id: int | None
    day_id: int


_tenders = table_of(TenderPaid)
_OF_INVOICE = sa.select(_tenders).where(_tenders.c.invoice_id == sa.bindparam("invoice")).order_by(_tenders.c.position)
_GIVE_CHANGE = (
    sa.update(_tenders)
    .where(_tenders.c.id == sa.bindparam("tender"))
    .values(change=sa.bindparam("back", type_=_tenders.c.change.type))
)
_DELETE = sa.delete(_tenders).where(_tenders.c.id == sa.bindparam("tender"))


def of_invoice(session: Session, invoice_id: int) -> list[StoredTender]:
    """List what was handed over for a locked invoice, in order."""
    rows = session.connection().execute(_OF_INVOICE, {"invoice": invoice_id})
    return [
        StoredTender(
            *(row.id, row.position, TenderKind(row.kind), row.amount, row.type_id, row.reference),
            Terms(row.name, opens_drawer=row.opens_drawer, gives_change=row.gives_change, rounds=row.rounds),
            row.backorder_id,
            row.day_id,
        )
        for row in rows
    ]


def find(standing: Sequence[StoredTender], tender_id: int) -> StoredTender:
    """Return one of an invoice's tenders.

    Raises:
        RefusedError: It is not among them any more.
    """
    for tender in standing:
        if tender.id == tender_id:
            return tender
    raise refuse(Why.TENDER_IS_GONE, Field("tenders"))


def insert(
    session: Session,
    stamp: Stamp,
    invoice_id: int,
    standing: Sequence[StoredTender],
    tenders: Sequence[Tender],
    change: Sequence[Decimal] = (),
) -> None:
    """Store what is handed over for a locked invoice after its other tenders, and how much of it goes back.

    Which of the shop's tenders each is, is known by now. All of it goes into the day of the drawer.

    Raises:
        RefusedError: As :func:`posim_desktop.services.records.drawer_rows.take`.
    """
    first = max((tender.position for tender in standing), default=0) + 1
    backs = change or [ZERO] * len(tenders)
    day_id = drawer_rows.take(session, stamp, invoice_id, tenders, backs)
    rows = [
        _Row(
            *(invoice_id, place, str(tender.kind), tender.amount, back, stamp.at, stamp.employee_id, stamp.workstation),
            *(tender.type_id, tender.does.name, tender.reference),
            *(tender.does.opens_drawer, tender.does.gives_change, tender.does.rounds),
            tender.backorder_id,
            day_id,
        )
        for place, (tender, back) in enumerate(zip(tenders, backs, strict=True), first)
    ]
    insert_rows(session.connection(), _tenders, rows)


def give_change(session: Session, stamp: Stamp, invoice_id: int, tender: StoredTender, change: Decimal) -> None:
    """Write what goes back of a tender when its locked invoice is posted."""
    drawer_rows.give_change(session, stamp, invoice_id, tender.ruled, change)
    session.connection().execute(_GIVE_CHANGE, {"tender": tender.id, "back": change})


def give_back(session: Session, stamp: Stamp, invoice_id: int, tender: StoredTender) -> None:
    """Forget a tender of a locked invoice, which is given back; the day of the drawer remembers."""
    drawer_rows.give_back(session, stamp, invoice_id, tender.ruled, tender.day_id)
    session.connection().execute(_DELETE, {"tender": tender.id})
