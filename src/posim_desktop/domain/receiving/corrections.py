"""Correcting a posted receiving log: what was received by mistake is taken back by a document of its own.

Serves the guide's page "Correct a receiving log". Units are alike: what is on the shelf goes first, then what waits for
customers, the newest backorder first. What a customer picked up stays theirs.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from posim_desktop.domain.cards.serials import one_form
from posim_desktop.domain.errors import Cell, NamedQuantity, Refusal, RefusedError, refuse, require
from posim_desktop.domain.purchasing.orders import open_quantity
from posim_desktop.domain.quantity import NO_UNITS, quantity_refusal
from posim_desktop.domain.receiving.logs import ReceivingStatus
from posim_desktop.domain.why import Why

ACTUAL = "actual"
"""The column of what actually came, at which refusals of a line are."""


class Back(NamedTuple):
    """Goods that wait for a customer on a working invoice and are taken off it; the customer is owed them again.

    ``planned`` is what of the order is allocated to the customer once more, because it is still to come.
    """

    backorder_id: int
    invoice_id: int
    quantity: Decimal
    committed: bool
    planned: Decimal = NO_UNITS


class TakenBack(NamedTuple):
    """What is asked of one line: how much of it did not come, and whether that is still to come.

    Attributes:
        line_id: The receiving line.
        quantity: How much is taken back, in units.
        coming: Whether the order line goes on waiting for it; says nothing of goods that were not on the order.
        serials: The numbers of the units, where each has one.
        chosen: Whose goods are taken: quantities by backorder and invoice; None leaves it to the rule.
    """

    line_id: int
    quantity: Decimal
    coming: bool = False
    serials: tuple[str, ...] = ()
    chosen: tuple[tuple[int, int, Decimal], ...] | None = None


class LinePlan(NamedTuple):
    """What taking back does to one line.

    Attributes:
        line_id: The receiving line.
        quantity: How much is taken back.
        coming: Whether the order line goes on waiting for it.
        from_shelf: What of it anybody could have had.
        backs: What waits for customers and is taken.
        reopened: By how much more is open on the order line.
        given_up: What is closed short on the order line instead.
        is_whole: Whether nothing of the line is left.
        serials: The numbers of the units.
    """

    line_id: int
    quantity: Decimal
    coming: bool
    from_shelf: Decimal
    backs: tuple[Back, ...]
    reopened: Decimal
    given_up: Decimal
    is_whole: bool
    serials: tuple[str, ...] = ()


Plan = tuple[LinePlan, ...]
"""All that a correction does: worked out for the person to see, and once more before it is written."""


@dataclass(frozen=True, slots=True)
class OrderLine:
    """The order line behind a receiving line; ``ordered`` with all changes, ``planned`` is allocated to backorders."""

    id: int
    ordered: Decimal
    received: Decimal
    closed_short: Decimal
    planned: Decimal

    def still_open(self, less: Decimal = NO_UNITS) -> Decimal:
        """Return what is open once so much less of it came."""
        return open_quantity(self.ordered, self.received - less, self.closed_short)


@dataclass(frozen=True, slots=True)
class Came:
    """A line of a posted log as it stands; ``taken`` was taken back, or went back to the vendor, before.

    Of the units left ``serials`` are the numbers.
    """

    line_id: int
    item_id: int
    item: str
    quantity: Decimal
    taken: Decimal
    order_line: OrderLine | None = None
    serials_asked: bool = False
    serials: tuple[str, ...] = ()

    @property
    def left(self) -> Decimal:
        """What can still be taken back, as far as the line goes."""
        return self.quantity - self.taken


@dataclass(frozen=True, slots=True)
class WaitingUnits:
    """Goods that wait for one backorder on one working invoice; a later ``place`` loses them first."""

    backorder_id: int
    invoice_id: int
    item_id: int
    quantity: Decimal
    committed: bool
    place: tuple[datetime, int]


@dataclass(frozen=True, slots=True)
class Waits:
    """A backorder of which goods wait: what is owed besides, what is on its way, and whether a question is open."""

    outstanding: Decimal
    planned: Decimal
    is_asked: bool


@dataclass(frozen=True, slots=True)
class LogStanding:
    """How everything stands that a correction of one log touches.

    Attributes:
        status: The log's.
        lines: Its lines.
        available: On hand less what is set aside, by item.
        held: What waits for customers of these items.
        waits: Their backorders.
        handed: Who picked goods of this log up, and how many, by item.
        sold: The units of these items, in their one form, that were sold since: they did come.
    """

    status: ReceivingStatus
    lines: tuple[Came, ...]
    available: Mapping[int, Decimal]
    held: tuple[WaitingUnits, ...]
    waits: Mapping[int, Waits]
    handed: Mapping[int, tuple[NamedQuantity, ...]] = field(default_factory=dict)
    sold: frozenset[tuple[int, str]] = frozenset()


@dataclass
class _Left:
    """What is left while one line after the other is planned."""

    available: dict[int, Decimal]
    held: dict[tuple[int, int], Decimal]
    outstanding: dict[int, Decimal]
    planned: dict[int, Decimal]


def correct_refusal(status: ReceivingStatus, left: Iterable[Decimal] = ()) -> Refusal | None:
    """Return why a receiving log cannot be corrected, or None: what enables the button."""
    if status is not ReceivingStatus.POSTED:
        return Refusal(Why.CORRECTED_BEFORE_POSTING)
    quantities = list(left)
    if quantities and not any(quantity > 0 for quantity in quantities):
        return Refusal(Why.ALL_TAKEN_BACK)
    return None


def actual_refusal(actual: Decimal, line: Came) -> Refusal | None:
    """Return why a line cannot be corrected to what actually came, or None: more came is a delivery of its own."""
    refusal = quantity_refusal(actual, field=ACTUAL, zero=True)
    if refusal is not None:
        return refusal.at(Cell(ACTUAL, line.line_id))
    if actual > line.left:
        return Refusal(Why.MORE_CAME_THAN_RECEIVED, Cell(ACTUAL, line.line_id), received=line.left, item=line.item)
    return None


def plan(standing: LogStanding, asked: Sequence[TakenBack]) -> Plan:
    """Work out what taking back does, line by line.

    Raises:
        RefusedError: At the cell :data:`ACTUAL` of a line: goods are gone, its unit numbers are not right, or more of
            it is asked than came; or nothing is asked at all.
    """
    require(correct_refusal(standing.status))
    lines = {line.line_id: line for line in standing.lines}
    if not asked or len({each.line_id for each in asked}) != len(asked):
        raise refuse(Why.NOTHING_TAKEN_BACK)
    left = _Left(
        dict(standing.available),
        {(each.backorder_id, each.invoice_id): each.quantity for each in standing.held},
        {backorder_id: each.outstanding for backorder_id, each in standing.waits.items()},
        {backorder_id: each.planned for backorder_id, each in standing.waits.items()},
    )
    return tuple(_plan_line(standing, lines, each, left) for each in asked)


def _plan_line(standing: LogStanding, lines: Mapping[int, Came], asked: TakenBack, left: _Left) -> LinePlan:
    line = lines.get(asked.line_id)
    if line is None:
        raise refuse(Why.LOG_LINE_GONE)
    where = Cell(ACTUAL, line.line_id)
    refusal = quantity_refusal(asked.quantity, field=ACTUAL)
    if refusal is not None:
        raise RefusedError(refusal.at(where))
    if asked.quantity > line.left:
        raise refuse(Why.MORE_CAME_THAN_RECEIVED, where, received=line.left, item=line.item)
    require(_serials_refusal(standing, line, asked))
    free = max(NO_UNITS, left.available.get(line.item_id, NO_UNITS))
    held = [each for each in standing.held if each.item_id == line.item_id]
    backs = _proposed(asked.quantity - free, held, left) if asked.chosen is None else _chosen(asked, held, left)
    from_shelf = asked.quantity - sum((back.quantity for back in backs if back.committed), NO_UNITS)
    _require_found(standing, line, asked, free, held, backs)
    left.available[line.item_id] = left.available.get(line.item_id, NO_UNITS) - from_shelf
    coming, reopened, given_up = _on_order(line, asked)
    return LinePlan(
        line.line_id,
        asked.quantity,
        coming,
        from_shelf,
        _owed_again(standing, line, backs, left, reopened=reopened),
        reopened,
        given_up,
        asked.quantity == line.left,
        tuple(sorted(asked.serials)),
    )


def _serials_refusal(standing: LogStanding, line: Came, asked: TakenBack) -> Refusal | None:
    """Say which of the named units cannot be taken back, or that not each has been named."""
    where = Cell(ACTUAL, line.line_id)
    if not line.serials_asked:
        return Refusal(Why.SERIALS_NOT_ASKED, where) if asked.serials else None
    here = {one_form(serial) for serial in line.serials}
    for serial in asked.serials:
        if one_form(serial) not in here:
            return Refusal(Why.UNIT_NOT_OF_LINE, where, serial=serial)
        if (line.item_id, one_form(serial)) in standing.sold:
            return Refusal(Why.UNIT_DID_COME, where, serial=serial)
    if len({one_form(serial) for serial in asked.serials}) != asked.quantity:
        return Refusal(Why.UNITS_NOT_NAMED, where, item=line.item, units=asked.quantity)
    return None


def _proposed(wanted: Decimal, held: Sequence[WaitingUnits], left: _Left) -> list[Back]:
    """Take what the shelf does not have from those who wait, the newest first; what is not held aside is on the shelf.

    What cannot be found is missing from the sum.
    """
    backs = []
    for each in sorted(held, key=lambda each: (each.place, each.invoice_id), reverse=True):
        quantity = min(wanted, left.held[each.backorder_id, each.invoice_id]) if each.committed else NO_UNITS
        if quantity > 0:
            backs.append(_take(each, quantity, left))
            wanted -= quantity
    return backs


def _chosen(asked: TakenBack, held: Sequence[WaitingUnits], left: _Left) -> list[Back]:
    """Take what the person chose.

    Raises:
        RefusedError: At the cell ``back`` of a line and a backorder: more than waits there.
    """
    by_place = {(each.backorder_id, each.invoice_id): each for each in held}
    backs = []
    for backorder_id, invoice_id, quantity in asked.chosen or ():
        each = by_place.get((backorder_id, invoice_id))
        waits = NO_UNITS if each is None else left.held[backorder_id, invoice_id]
        refusal = quantity_refusal(quantity, zero=True)
        if refusal is None and quantity > waits:
            refusal = Refusal(Why.MORE_THAN_SET_ASIDE, waiting=waits)
        if refusal is not None:
            raise RefusedError(refusal.at(Cell("back", asked.line_id, backorder_id)))
        if each is not None and quantity > 0:
            backs.append(_take(each, quantity, left))
    return sorted(backs, key=lambda back: by_place[back.backorder_id, back.invoice_id].place, reverse=True)


def _take(each: WaitingUnits, quantity: Decimal, left: _Left) -> Back:
    left.held[each.backorder_id, each.invoice_id] -= quantity
    return Back(each.backorder_id, each.invoice_id, quantity, each.committed)


def _require_found(
    standing: LogStanding,
    line: Came,
    asked: TakenBack,
    free: Decimal,
    held: Sequence[WaitingUnits],
    backs: Sequence[Back],
) -> None:
    """See that the shelf and the customers have what is taken, and that no more is taken of customers than that.

    Raises:
        RefusedError: Says how much can be taken back at most, and who has picked goods of this delivery up.
    """
    where = Cell(ACTUAL, line.line_id)
    taken = sum((back.quantity for back in backs), NO_UNITS)
    if taken > asked.quantity:
        raise refuse(Why.MORE_CHOSEN_THAN_TAKEN, where, chosen=taken, taken=asked.quantity)
    missing = asked.quantity - sum((back.quantity for back in backs if back.committed), NO_UNITS) - free
    if missing <= 0:
        return
    most = min(line.left, free + sum((each.quantity for each in held if each.committed), NO_UNITS))
    if most >= asked.quantity:
        raise refuse(Why.LESS_CHOSEN_THAN_NEEDED, where, free=free, missing=missing)
    handed = standing.handed.get(line.item_id, ())
    if handed:
        raise refuse(Why.GOODS_HANDED_OVER, where, item=line.item, most=most, handed=handed)
    raise refuse(Why.GOODS_GONE, where, item=line.item, most=most)


def _on_order(line: Came, asked: TakenBack) -> tuple[bool, Decimal, Decimal]:
    """Say whether the goods are still to come, by how much more is open, and what is closed short instead."""
    if line.order_line is None:
        return False, NO_UNITS, NO_UNITS
    rise = line.order_line.still_open(asked.quantity) - line.order_line.still_open()
    return (True, rise, NO_UNITS) if asked.coming else (False, NO_UNITS, rise)


def _owed_again(
    standing: LogStanding, line: Came, backs: Sequence[Back], left: _Left, *, reopened: Decimal
) -> tuple[Back, ...]:
    """Allocate what is still to come to those who lose goods, the oldest first."""
    places = {(each.backorder_id, each.invoice_id): each.place for each in standing.held}
    for back in backs:
        left.outstanding[back.backorder_id] += back.quantity
    room = NO_UNITS
    if reopened > 0 and line.order_line is not None:
        room = line.order_line.still_open() + reopened - line.order_line.planned
    planned: dict[tuple[int, int], Decimal] = {}
    for back in sorted(backs, key=lambda back: places[back.backorder_id, back.invoice_id]):
        waits = standing.waits[back.backorder_id]
        lacks = left.outstanding[back.backorder_id] - left.planned[back.backorder_id]
        more = NO_UNITS if waits.is_asked else max(NO_UNITS, min(back.quantity, room, lacks))
        planned[back.backorder_id, back.invoice_id] = more
        left.planned[back.backorder_id] += more
        room -= more
    return tuple(back._replace(planned=planned[back.backorder_id, back.invoice_id]) for back in backs)
