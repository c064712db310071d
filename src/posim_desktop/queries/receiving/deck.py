"""The deck of Receiving Logs. Serves the guide's page "Receive"."""

from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from posim_desktop.domain import folding
from posim_desktop.domain.receiving.logs import ReceivingStatus
from posim_desktop.orm import Item, PurchaseOrder, ReceivingLine, ReceivingLog, Vendor
from posim_desktop.queries import lots, search, serials
from posim_desktop.queries.deck import DeckPart, DeckQuery, Found, Order, of_lines

_log = ReceivingLog.__table__.c
_order = PurchaseOrder.__table__.c


@dataclass(frozen=True, slots=True)
class ReceivingLogRow:
    """A receiving log in List All; ``number`` is 0 until it is posted, ``purchase_order`` 0 without an order."""

    id: int
    number: int
    status: ReceivingStatus
    received_on: date
    created_at: datetime
    vendor: str
    vendor_invoice: str
    purchase_order: int
    lines: int


def _row(  # one parameter for each column of the deck
    record_id: int,
    number: int,
    status: str,
    received_on: date,
    created_at: datetime,
    *rest: object,
) -> ReceivingLogRow:
    return ReceivingLogRow(record_id, number, ReceivingStatus(status), received_on, created_at, *rest)  # type: ignore[arg-type]


def _condition(found: Found, dialect: str) -> list[sa.ColumnElement[bool]]:
    tests: list[sa.ColumnElement[bool]] = [_log.status != str(ReceivingStatus.DISCARDED)]
    for word in folding.words(found.text):
        brought = sa.select(ReceivingLine.receiving_log_id).where(
            ReceivingLine.item_id.in_(search.ids_with(dialect, Item.search_text, word))
        )
        either = [
            _log.vendor_id.in_(search.ids_with(dialect, Vendor.search_text, word)),
            _log.id.in_(brought),
            search.holds(word, _log.search_text),
            _log.id.in_(serials.logs_with(word)),
            _log.id.in_(lots.logs_with(word)),
        ]
        number = search.number(word)
        if number is not None:
            either += [_log.number == number, _order.number == number]
        tests.append(sa.or_(*either))
    if found.item_id is not None:
        brought = sa.select(ReceivingLine.receiving_log_id).where(ReceivingLine.item_id == found.item_id)
        tests.append(_log.id.in_(brought))
    if found.part is not None:
        status = ReceivingStatus.WORKING if found.part is DeckPart.WAITING else ReceivingStatus.POSTED
        tests.append(_log.status == str(status))
    return tests


_NUMBER = sa.func.coalesce(_log.number, 0)
_LAST = 2**62
# A working log will have the next number, so it stands behind all that are posted: first of all, newest first.
_NUMBER_TO_BE = sa.func.coalesce(_log.number, sa.literal(_LAST, sa.BigInteger()))
_ORDER_NUMBER = sa.func.coalesce(_order.number, 0)
_LINE_COUNT = of_lines(sa.func.count(), ReceivingLine.receiving_log_id, _log.id)

DECK: DeckQuery[ReceivingLogRow] = DeckQuery(
    source=sa.join(ReceivingLog, Vendor, ReceivingLog.vendor_id == Vendor.id).outerjoin(
        PurchaseOrder, PurchaseOrder.id == ReceivingLog.purchase_order_id
    ),
    id=_log.id,
    columns=(
        _log.id,
        _NUMBER,
        _log.status,
        _log.received_on,
        _log.created_at,
        Vendor.__table__.c.name,
        _log.vendor_invoice,
        _ORDER_NUMBER,
        _LINE_COUNT,
    ),
    row=_row,
    orders={
        "since": _log.created_at,
        "number": _NUMBER_TO_BE,
        "date": _log.received_on,
        "vendor": Vendor.__table__.c.name,
        "purchase_order": _ORDER_NUMBER,
        "status": _log.status,
    },
    first_order=Order("number", descending=True),
    condition=_condition,
)
