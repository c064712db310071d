"""The Want List as it stands. Serves the guide's page "Want List"."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.backorders.wants import WantState
from posim_desktop.domain.sales.invoice import InvoiceStatus
from posim_desktop.orm import Customer, Employee, Invoice, InvoiceLine, Item, ReceivingLine, Want
from posim_desktop.orm.base import table_of
from posim_desktop.queries import search
from posim_desktop.queries.backorders.found import tests_of
from posim_desktop.queries.deck import DeckPart, DeckQuery, Found, Order


@dataclass(frozen=True, slots=True)
class WantRow:
    """A wish in List All; quantities in units.

    Attributes:
        item: Its code; empty for what is not on file.
        goods: What is wished for, in words.
        available: How much of it is available; nothing of what is not on file.
    """

    id: int
    wanted_at: datetime
    customer: str
    phone: str
    item: str
    goods: str
    quantity: Decimal
    available: Decimal
    note: str
    state: WantState

    @property
    def is_here(self) -> bool:
        """Whether it is open and something of it can be had now."""
        return self.state is WantState.OPEN and self.available > 0


@dataclass(frozen=True, slots=True)
class WantDetails:
    """Everything a want's card shows; ``invoice_id`` is the invoice that it is on, or was granted by."""

    id: int
    version: int
    wanted_at: datetime
    customer_id: int
    customer: str
    phone: str
    item_id: int | None
    item: str
    goods: str
    quantity: Decimal
    available: Decimal
    on_order: Decimal
    note: str
    taken_by: str
    state: WantState
    invoice_id: int | None
    invoice_number: int | None


_wants = table_of(Want)
_NOTHING = sa.literal(0, sa.BigInteger())
_became = (
    sa.select(InvoiceLine.id)
    .join(Invoice, Invoice.id == InvoiceLine.invoice_id)
    .where(InvoiceLine.want_id == Want.id)
    .correlate(_wants)
)
_GRANTED = sa.exists(_became.where(Invoice.status == InvoiceStatus.PROCESSED))
_ON_INVOICE = sa.exists(_became.where(Invoice.status == InvoiceStatus.WORKING))
OPEN = (Want.dropped_at.is_(None), ~sa.exists(_became.where(Invoice.status != InvoiceStatus.DISCARDED)))
_STATE = sa.case(
    (Want.dropped_at.is_not(None), str(WantState.DROPPED)),
    (_GRANTED, str(WantState.GRANTED)),
    (_ON_INVOICE, str(WantState.ON_INVOICE)),
    else_=str(WantState.OPEN),
)
_QUANTITY = Item.__table__.c.on_hand.type
_AVAILABLE = sa.type_coerce(sa.func.coalesce(Item.on_hand - Item.committed, _NOTHING), _QUANTITY)
_GOODS = sa.func.coalesce(Item.description, Want.description)
_here = sa.select(Item.id).where(Item.on_hand > Item.committed)


def _row(*columns: Any) -> WantRow:  # noqa: ANN401 - the columns of the deck
    told = (*columns[:-1], WantState(columns[-1]))
    return WantRow(*told)


def _condition(found: Found, dialect: str) -> list[sa.ColumnElement[bool]]:
    return tests_of(
        found,
        holds=lambda word: _holds(word, dialect),
        customer_id=Want.customer_id,
        item_id=Want.item_id,
        in_part=_in_part,
    )


def _in_part(part: DeckPart) -> list[sa.ColumnElement[bool]]:
    tests: dict[DeckPart, list[sa.ColumnElement[bool]]] = {
        DeckPart.FILLABLE: [*OPEN, Want.item_id.in_(_here)],
        DeckPart.WAITING: list(OPEN),
        DeckPart.CLOSED: [sa.or_(Want.dropped_at.is_not(None), _GRANTED)],
    }
    return tests[part]


def _holds(word: str, dialect: str) -> sa.ColumnElement[bool]:
    return sa.or_(
        Want.customer_id.in_(search.ids_with(dialect, Customer.search_text, word)),
        Want.item_id.in_(search.ids_with(dialect, Item.search_text, word)),
        search.holds(word, Want.search_text),
    )


DECK: DeckQuery[WantRow] = DeckQuery(
    source=sa.join(Want, Customer, Want.customer_id == Customer.id).outerjoin(Item, Want.item_id == Item.id),
    id=Want.__table__.c.id,
    columns=(
        Want.__table__.c.id,
        Want.__table__.c.wanted_at,
        Customer.__table__.c.name,
        Customer.__table__.c.phone,
        sa.func.coalesce(Item.code, ""),
        _GOODS,
        Want.__table__.c.quantity,
        _AVAILABLE,
        Want.__table__.c.note,
        _STATE,
    ),
    row=_row,
    orders={
        "date": Want.__table__.c.wanted_at,
        "customer": Customer.__table__.c.name,
        "item": sa.func.coalesce(Item.code, ""),
        "goods": _GOODS,
        "quantity": Want.__table__.c.quantity,
    },
    first_order=Order("date"),
    condition=_condition,
    stands_alone=True,
)

_INVOICE = (
    sa.select(Invoice.id)
    .join(InvoiceLine, InvoiceLine.invoice_id == Invoice.id)
    .where(InvoiceLine.want_id == Want.id, Invoice.status != InvoiceStatus.DISCARDED)
    .order_by(Invoice.id)
    .limit(1)
    .correlate(_wants)
    .scalar_subquery()
)
_DETAILS: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        Want.id,
        Want.version,
        Want.wanted_at,
        Want.customer_id,
        Customer.name,
        Customer.phone,
        Want.item_id,
        sa.func.coalesce(Item.code, ""),
        _GOODS,
        Want.quantity,
        _AVAILABLE,
        sa.type_coerce(sa.func.coalesce(Item.on_order, _NOTHING), _QUANTITY),
        Want.note,
        Employee.name,
        _STATE,
        _INVOICE,
    )
    .join(Customer, Customer.id == Want.customer_id)
    .join(Employee, Employee.id == Want.employee_id)
    .outerjoin(Item, Item.id == Want.item_id)
    .where(Want.id == sa.bindparam("want"))
)
_NUMBER = sa.select(Invoice.number).where(Invoice.id == sa.bindparam("invoice"))
_came = sa.select(ReceivingLine.item_id).where(
    ReceivingLine.receiving_log_id == sa.bindparam("log"), ReceivingLine.quantity > 0
)
_ARRIVED: sa.Select[*tuple[Any, ...]] = (
    sa.select(*DECK.columns)
    .select_from(DECK.source)
    .where(*OPEN, Want.item_id.in_(_came), Want.item_id.in_(_here))
    .order_by(Want.wanted_at, Want.id)
)


def details(connection: sa.Connection, want_id: int) -> WantDetails | None:
    """Read a want's card, or None when there is no such want."""
    row = connection.execute(_DETAILS, {"want": want_id}).one_or_none()
    if row is None:
        return None
    *told, state, invoice_id = row
    number = None if invoice_id is None else connection.scalar(_NUMBER, {"invoice": invoice_id})
    read = (*told, WantState(state), invoice_id, number)
    return WantDetails(*read)


def arrived(connection: sa.Connection, receiving_log_id: int) -> tuple[WantRow, ...]:
    """List who wished for what a delivery brought and is still available, the oldest wish first."""
    return tuple(_row(*row) for row in connection.execute(_ARRIVED, {"log": receiving_log_id}))
