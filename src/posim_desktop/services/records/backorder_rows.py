"""Backorders as they are stored, and what happened to them: the only place that writes a backorder's figures."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from operator import itemgetter
from typing import Any, NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.backorders.backorder import EventKind, Figures
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.orm import Backorder, BackorderEvent, Department, InvoiceLine, Item, PurchaseOrderLine
from posim_desktop.orm.base import chunks, insert_rows, table_of
from posim_desktop.services.records import statements
from posim_desktop.services.records.lock_order import Rank, climb
from posim_desktop.services.records.signatures import Signature
from posim_desktop.services.session import Session, Stamp

Owed = sa.ColumnElement[bool]
"""A condition on backorders that goods may be ordered for; see :func:`owed_on_order`, :func:`owed_by_vendors`."""


class StoredBackorder(NamedTuple):
    """A locked backorder; ``list_price`` is what the card asked when the goods were promised."""

    id: int
    number: int
    customer_id: int
    item_id: int
    ordered: Decimal
    received: Decimal
    canceled: Decimal
    outstanding: Decimal
    waiting: Decimal
    filled: Decimal
    unit_price: Decimal
    discount: Decimal
    tax_code_id: int | None
    question: str
    will_also_take: str
    one_piece: bool
    list_price: Decimal

    @property
    def figures(self) -> Figures:
        """The five figures that the rules look at."""
        return Figures(self.ordered, self.received, self.canceled, self.filled, self.waiting)


class Outstanding(NamedTuple):
    """What of a locked backorder is still owed: all that an allocation looks at."""

    id: int
    item_id: int
    outstanding: Decimal
    question: str


class NewBackorder(NamedTuple):
    """The promise that a posted B line makes."""

    number: int
    source_line_id: int
    customer_id: int | None
    item_id: int | None
    ordered: Decimal
    outstanding: Decimal
    unit_price: Decimal
    discount: Decimal
    tax_code_id: int | None
    created_at: datetime
    received: Decimal = NO_UNITS
    canceled: Decimal = NO_UNITS
    waiting: Decimal = NO_UNITS
    filled: Decimal = NO_UNITS
    question: str = ""
    will_also_take: str = ""
    wanted_at: datetime | None = None
    version: int = 1
    one_piece: bool = False


class Event(NamedTuple):
    """One thing that happened to a backorder, and who signed for it."""

    backorder_id: int
    kind: EventKind
    quantity: Decimal
    employee_id: int
    name: str
    reason: str
    at: datetime
    invoice_id: int | None = None
    receiving_line_id: int | None = None


_FIGURES = ("received", "canceled", "outstanding", "waiting", "filled")

_backorders = table_of(Backorder)
_events = table_of(BackorderEvent)
_items = table_of(Item)
_invoice_lines = table_of(InvoiceLine)
_order_lines = table_of(PurchaseOrderLine)
_open_to_goods = sa.and_(_backorders.c.outstanding > NO_UNITS, _backorders.c.question == "")
_among = _backorders.c.id.in_(sa.bindparam("ids", expanding=True))
_NEWEST_EVENTS = (
    sa.select(_events.c.backorder_id, sa.func.max(_events.c.id))
    .where(_events.c.backorder_id.in_(sa.bindparam("ids", expanding=True)))
    .group_by(_events.c.backorder_id)
)
_LIST_PRICE = (
    sa.select(_invoice_lines.c.list_price).where(_invoice_lines.c.id == _backorders.c.source_line_id).scalar_subquery()
)
_LOCK = (
    sa.select(*(_backorders.c[name] for name in StoredBackorder._fields[:-1]), _LIST_PRICE)
    .where(_among)
    .order_by(_backorders.c.id)
    .with_for_update()
)
_OUTSTANDING: sa.Select[*tuple[Any, ...]] = (
    sa.select(*(_backorders.c[name] for name in Outstanding._fields)).order_by(_backorders.c.id).with_for_update()
)
_LOCK_OUTSTANDING = _OUTSTANDING.where(_among)
# As it is stored: it is only sorted by.
_PLACED_AT = sa.type_coerce(
    sa.func.coalesce(_backorders.c.wanted_at, _backorders.c.created_at), sa.types.NullType()
).label("placed")
_LOCK_OWED = _OUTSTANDING.add_columns(_PLACED_AT)
_of_customer = sa.select(_backorders.c.id).where(_backorders.c.customer_id == sa.bindparam("customer"))
_LOCK_OF_CUSTOMER = _of_customer.order_by(_backorders.c.id).with_for_update()
_ITEMS = sa.select(_backorders.c.item_id).where(_among).distinct()
_CREATED_BY = (
    sa.select(_backorders.c.id)
    .join(_invoice_lines, _invoice_lines.c.id == _backorders.c.source_line_id)
    .where(_invoice_lines.c.invoice_id == sa.bindparam("invoice"))
)
_MADE_OF = sa.select(_backorders.c.source_line_id, _backorders.c.id).where(
    _backorders.c.source_line_id.in_(sa.bindparam("ids", expanding=True))
)
_DEPARTMENTS_ASK = (
    sa.select(_backorders.c.id, table_of(Department).c.questions)
    .join(_items, _items.c.id == _backorders.c.item_id)
    .join(table_of(Department), table_of(Department).c.id == _items.c.department_id)
    .where(
        _backorders.c.source_line_id.in_(sa.bindparam("ids", expanding=True)), table_of(Department).c.questions != ""
    )
)
_WRITE = (
    sa.update(_backorders)
    .where(_backorders.c.id == sa.bindparam("backorder"))
    .values(statements.new_values(_backorders, *_FIGURES) | {"version": _backorders.c.version + 1})
)
_WRITE_WORDS = sa.update(_backorders).where(_backorders.c.id == sa.bindparam("backorder"))


def lock(session: Session, backorder_ids: Iterable[int]) -> dict[int, StoredBackorder]:
    """Lock backorders in the order of their ids and read them."""
    return statements.lock(session, Rank.BACKORDER, _LOCK, backorder_ids, StoredBackorder._make)


def lock_of_customer(session: Session, customer_id: int) -> list[int]:
    """Lock all backorders of a customer in the order of their ids."""
    found = list(session.connection().scalars(_LOCK_OF_CUSTOMER, {"customer": customer_id}))
    climb(session, Rank.BACKORDER, found)
    return found


def give_to(session: Session, backorder_ids: Sequence[int], customer_id: int) -> None:
    """Give locked backorders to the card that their customer's card was merged into."""
    for chunk in chunks(backorder_ids):
        session.connection().execute(
            sa.update(_backorders)
            .where(_backorders.c.id.in_(chunk))
            .values(customer_id=customer_id, version=_backorders.c.version + 1)
        )


def lock_outstanding(session: Session, backorder_ids: Iterable[int]) -> dict[int, Outstanding]:
    """Lock backorders in the order of their ids and read what is outstanding."""
    return statements.lock(session, Rank.BACKORDER, _LOCK_OUTSTANDING, backorder_ids, Outstanding._make)


def lock_owed(session: Session, chosen: Owed) -> list[Outstanding]:
    """Lock the backorders that a condition chooses in the order of their ids; return them oldest first."""
    rows = session.connection().execute(_LOCK_OWED.where(chosen)).all()
    climb(session, Rank.BACKORDER, map(itemgetter(0), rows))
    placed, backorder_id = len(Outstanding._fields), 0
    return [Outstanding._make(row[:placed]) for row in sorted(rows, key=itemgetter(placed, backorder_id))]


def owed(backorder_ids: Sequence[int]) -> Owed:
    """Choose these backorders as far as they are owed something."""
    return sa.and_(_open_to_goods, _backorders.c.id.in_(backorder_ids))


def owed_on_order(purchase_order_id: int) -> Owed:
    """Choose what is owed of the items of a purchase order."""
    on_order = sa.select(_order_lines.c.item_id).where(_order_lines.c.purchase_order_id == purchase_order_id)
    return sa.and_(_open_to_goods, _backorders.c.item_id.in_(on_order))


def owed_of_items(item_ids: Sequence[int]) -> Owed:
    """Choose what is owed of items."""
    return sa.and_(_open_to_goods, _backorders.c.item_id.in_(item_ids))


def owed_of_vendor_or_on_order(vendor_id: int, purchase_order_id: int) -> Owed:
    """Choose what is owed of the items that prefer a vendor, and of those on a purchase order."""
    return sa.or_(owed_by_vendors([vendor_id]), owed_on_order(purchase_order_id))


def owed_by_vendors(vendor_ids: Sequence[int]) -> Owed:
    """Choose what is owed of the items, not archived, that prefer these vendors."""
    preferring = sa.select(_items.c.id).where(_items.c.preferred_vendor_id.in_(vendor_ids), ~_items.c.archived)
    return sa.and_(_open_to_goods, _backorders.c.item_id.in_(preferring))


def owed_before(moment: datetime, chosen: Owed) -> Owed:
    """Choose what is owed since before a moment."""
    return sa.and_(_backorders.c.created_at < moment, chosen)


def items_owed(session: Session, chosen: Owed) -> list[int]:
    """Find the items of the backorders that a condition chooses, before these are locked."""
    return list(session.connection().scalars(sa.select(_backorders.c.item_id).where(chosen).distinct()))


def items_of(session: Session, backorder_ids: Iterable[int]) -> list[int]:
    """Find the items of backorders, which never change."""
    return list(session.connection().scalars(_ITEMS, {"ids": sorted(backorder_ids)}))


def created_by(session: Session, invoice_id: int) -> set[int]:
    """Find the backorders that the B lines of an invoice became."""
    return set(session.connection().scalars(_CREATED_BY, {"invoice": invoice_id}))


def made_of(session: Session, line_ids: Sequence[int]) -> dict[int, int]:
    """Find the backorders that B lines became, by line."""
    if not line_ids:
        return {}
    return dict(session.connection().execute(_MADE_OF, {"ids": list(line_ids)}).all())


def asked_by_departments(session: Session, line_ids: Sequence[int]) -> dict[int, str]:
    """Read what the departments of their items ask of the backorders that B lines became, by backorder."""
    if not line_ids:
        return {}
    return dict(session.connection().execute(_DEPARTMENTS_ASK, {"ids": list(line_ids)}).all())


def insert(session: Session, rows: Sequence[NewBackorder]) -> None:
    """Write new backorders."""
    insert_rows(session.connection(), _backorders, rows)


def write(session: Session, figures: Mapping[int, Figures], events: Sequence[Event]) -> None:
    """Write new figures of locked backorders together with what happened to them."""
    rows = [
        {"backorder": backorder_id} | {f"new_{name}": getattr(each, name) for name in _FIGURES}
        for backorder_id, each in figures.items()
    ]
    if rows:
        session.connection().execute(_WRITE, rows)
    insert_rows(session.connection(), _events, events)


def write_words(session: Session, backorder_id: int, events: Sequence[Event] = (), **words: str) -> None:
    """Write the open question of a locked backorder, or what else its customer will take, and who said so."""
    changed = _WRITE_WORDS.values(**words, version=_backorders.c.version + 1)
    session.connection().execute(changed, {"backorder": backorder_id})
    insert_rows(session.connection(), _events, events)


def newest_event_of(backorder_id: sa.ColumnElement[int]) -> sa.ScalarSelect[int]:
    """Ask within another statement for the id of the last thing that happened to a backorder."""
    return sa.select(sa.func.max(_events.c.id)).where(_events.c.backorder_id == backorder_id).scalar_subquery()


def newest_events(session: Session, backorder_ids: Iterable[int]) -> dict[int, int]:
    """Find the id of the last thing that happened to locked backorders; those to whom nothing did are left out."""
    return {
        backorder_id: event_id
        for chunk in chunks(sorted(backorder_ids))
        for backorder_id, event_id in session.connection().execute(_NEWEST_EVENTS, {"ids": chunk})
    }


def event(
    stamp: Stamp,
    kind: EventKind,
    backorder_id: int,
    quantity: Decimal,
    signed: Signature,
    *,
    invoice_id: int | None = None,
    receiving_line_id: int | None = None,
) -> Event:
    """Make a signed event."""
    return Event(
        backorder_id,
        kind,
        quantity,
        signed.employee_id,
        signed.name,
        signed.reason,
        stamp.at,
        invoice_id,
        receiving_line_id,
    )
