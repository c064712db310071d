"""Goods that wait for their customers. Serves the guide's page "Pick up"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from posim_desktop.domain.cards.cards import ReachBy
from posim_desktop.domain.cards.serials import Serials
from posim_desktop.domain.cards.stock import on_sale_ahead
from posim_desktop.domain.sales.invoice import InvoiceStatus, TransCode
from posim_desktop.orm import Backorder, Customer, Invoice, InvoiceLine, Item
from posim_desktop.queries import answers, serials
from posim_desktop.queries.answers import Asked
from posim_desktop.queries.shop import preferences


@dataclass(frozen=True, slots=True)
class SlipLine:
    """Goods on a pick-up slip; ``backorder_number`` is None for goods that fill none.

    ``customer_order`` and ``job_tag`` are those under which they were promised, or those of the invoice itself;
    ``also`` is what the customer would take instead, ``answers`` what they answered when it was specially ordered.
    ``on_sale_on`` is the first day on which they may be handed out; a slip does not have it where it had come before.
    """

    item: str
    description: str
    quantity: Decimal
    extension: Decimal
    backorder_number: int | None
    serials: tuple[str, ...] = ()
    customer_order: str = ""
    job_tag: str = ""
    also: str = ""
    answers: tuple[Asked, ...] = ()
    unit: str = ""
    one_piece: bool = False
    lot: str = ""
    on_sale_on: date | None = None


@dataclass(frozen=True, slots=True)
class PickupSlip:
    """What a pick-up slip says; money in the store's currency.

    Attributes:
        since: When the goods were set aside; None while the invoice is uncommitted.
        total: What the customer pays when picking up.
        place: Where the goods lie.
    """

    invoice_id: int
    customer: str
    company: str
    phone: str
    since: datetime | None
    total: Decimal
    note: str
    lines: tuple[SlipLine, ...]
    place: str = ""
    phone2: str = ""
    email: str = ""
    reach_by: ReachBy = ReachBy.ANYHOW
    reach_hours: str = ""


@dataclass(frozen=True, slots=True)
class OnHoldRow:
    """A committed invoice in the overview: who waits, since when, for what, for how much, and where the goods lie."""

    invoice_id: int
    customer_id: int | None
    customer: str
    phone: str
    since: datetime
    total: Decimal
    place: str
    goods: tuple[SlipLine, ...]

    @property
    def lines(self) -> int:
        """How many lines of goods wait."""
        return len(self.goods)


_SLIPS: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        Invoice.id,
        sa.func.coalesce(Customer.name, ""),
        sa.func.coalesce(Customer.company, ""),
        sa.func.coalesce(Customer.phone, ""),
        Invoice.committed_at,
        Invoice.total,
        Invoice.note,
        Invoice.storage_place,
        *(sa.func.coalesce(Customer.phone2, ""), sa.func.coalesce(Customer.email, "")),
        *(sa.func.coalesce(Customer.reach_by, ""), sa.func.coalesce(Customer.reach_hours, "")),
    )
    .outerjoin(Customer, Customer.id == Invoice.customer_id)
    .where(Invoice.id.in_(sa.bindparam("invoices", expanding=True)), Invoice.status == str(InvoiceStatus.WORKING))
)
_promised, _promise = sa.alias(InvoiceLine.__table__, "promised"), sa.alias(Invoice.__table__, "promise")
_holder = sa.alias(Invoice.__table__, "holder")
_GOODS: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        InvoiceLine.invoice_id,
        InvoiceLine.id,
        Item.code,
        InvoiceLine.description,
        InvoiceLine.quantity,
        InvoiceLine.extension,
        Backorder.number,
        *(sa.func.coalesce(_promise.c[name], _holder.c[name]).label(name) for name in ("customer_order", "job_tag")),
        sa.func.coalesce(Backorder.will_also_take, ""),
        InvoiceLine.unit,
        InvoiceLine.one_piece,
        InvoiceLine.lot,
        Item.on_sale_on,
        Item.serials,
    )
    .join(Item, Item.id == InvoiceLine.item_id)
    .join(_holder, _holder.c.id == InvoiceLine.invoice_id)
    .outerjoin(Backorder, Backorder.id == InvoiceLine.fills_backorder_id)
    .outerjoin(_promised, _promised.c.id == Backorder.source_line_id)
    .outerjoin(_promise, _promise.c.id == _promised.c.invoice_id)
    .where(InvoiceLine.trans_code == str(TransCode.SALE))
    .order_by(InvoiceLine.invoice_id, InvoiceLine.position)
)
_LINES = _GOODS.where(InvoiceLine.invoice_id.in_(sa.bindparam("invoices", expanding=True)))
_is_on_hold = sa.and_(Invoice.status == str(InvoiceStatus.WORKING), Invoice.committed)
_LINES_ON_HOLD = _GOODS.join(Invoice, Invoice.id == InvoiceLine.invoice_id).where(_is_on_hold)
_ON_HOLD: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        Invoice.id,
        Invoice.customer_id,
        sa.func.coalesce(Customer.name, ""),
        sa.func.coalesce(Customer.phone, ""),
        Invoice.committed_at,
        Invoice.total,
        Invoice.storage_place,
    )
    .outerjoin(Customer, Customer.id == Invoice.customer_id)
    .where(_is_on_hold)
    .order_by(Invoice.committed_at, Invoice.id)
)


def slips(connection: sa.Connection, invoice_ids: Sequence[int]) -> tuple[PickupSlip, ...]:
    """Read what the slips of working invoices say, in the given order, leaving out those no longer working."""
    chosen = {"invoices": list(invoice_ids)}
    headers = {row[0]: row for row in connection.execute(_SLIPS, chosen)}
    told = answers.on_invoices(connection, invoice_ids)
    goods = _goods(connection, connection.execute(_LINES, chosen).all(), told)
    zone = ZoneInfo(preferences.load(connection).time_zone)
    found = (headers[each] for each in invoice_ids if each in headers)
    return tuple(_slip(header, goods.get(header[0], ()), zone) for header in found)


def _slip(header: sa.Row[*tuple[Any, ...]], goods: Sequence[SlipLine], zone: ZoneInfo) -> PickupSlip:
    *shown, place, phone2, email, reach_by, reach_hours = header
    since = header.committed_at
    if since is not None:
        goods = [replace(line, on_sale_on=on_sale_ahead(line.on_sale_on, since, zone)) for line in goods]
    return PickupSlip(*(*shown, tuple(goods), place, phone2, email, ReachBy(reach_by), reach_hours))


def on_hold(connection: sa.Connection) -> tuple[OnHoldRow, ...]:
    """List the committed invoices, the longest waiting first."""
    goods = _goods(connection, connection.execute(_LINES_ON_HOLD).all())
    return tuple(OnHoldRow(*(*row, tuple(goods.get(row[0], ())))) for row in connection.execute(_ON_HOLD))


def _goods(
    connection: sa.Connection,
    rows: Sequence[sa.Row[*tuple[Any, ...]]],
    told: Mapping[int, tuple[Asked, ...]] = MappingProxyType({}),
) -> dict[int, list[SlipLine]]:
    asked = sorted({row.invoice_id for row in rows if row.serials != Serials.NONE})
    numbers = serials.of_lines(connection, serials.ON_INVOICES, {"invoices": asked}) if asked else {}
    goods: dict[int, list[SlipLine]] = {}
    for invoice_id, line_id, *line, customer_order, job_tag, also, unit, one_piece, lot, on_sale_on, flag in rows:
        entered = () if flag == Serials.NONE else numbers.get(line_id, ())
        said = (entered, customer_order, job_tag, also, told.get(line_id, ()), unit, one_piece, lot, on_sale_on)
        goods.setdefault(invoice_id, []).append(SlipLine(*(*line, *said)))
    return goods
