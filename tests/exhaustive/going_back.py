"""A delivery, of which a part waits for a customer, is corrected and goes back to its vendor."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import cast

from exhaustive.search import NONE, ONE, Part, Step, up_to
from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.purchasing.orders import open_quantity
from posim_desktop.domain.receiving.corrections import (
    Came,
    LinePlan,
    LogStanding,
    OrderLine,
    TakenBack,
    WaitingUnits,
    Waits,
    plan,
)
from posim_desktop.domain.receiving.logs import ReceivingStatus
from posim_desktop.domain.receiving.vendor_returns import GoingBack, goods_refusal

_LOG_LINE, _ITEM, _BACKORDER, _INVOICE = 1, 2, 3, 4
_CAME = Decimal(2)
_BACK_ORDERED = Decimal(2)
_PLACE = (datetime(2026, 11, 2, tzinfo=UTC), 1)


@dataclass(frozen=True)
class Delivery:
    """Two units came of three ordered; a customer back-ordered two.

    Attributes:
        on_hand: In the shop.
        held: Set aside for the customer.
        owed: Outstanding for the customer.
        picked: What the customer took.
        planned: What of the order is allocated to the customer.
        received: On the order, net of what was taken back.
        closed: Closed short on the order.
        taken: What a correction took back of the delivery.
        returned: What of the delivery went back to the vendor.
    """

    on_hand: Decimal
    held: Decimal
    owed: Decimal
    picked: Decimal
    planned: Decimal
    received: Decimal
    closed: Decimal = NONE
    taken: Decimal = NONE
    returned: Decimal = NONE

    @property
    def open(self) -> Decimal:
        """What is still to come of the order."""
        return open_quantity(Decimal(3), self.received, self.closed)


def _steps(shop: Delivery, without: str) -> Iterator[Step[Delivery]]:
    if shop.on_hand > shop.held:
        yield Step("sell", ONE, replace(shop, on_hand=shop.on_hand - ONE))
        if shop.owed:
            aside = replace(shop, held=shop.held + ONE, owed=shop.owed - ONE)
            yield Step("set aside", ONE, replace(aside, planned=min(aside.planned, aside.owed)))
    if shop.held:
        gone = replace(shop, on_hand=shop.on_hand - ONE, held=shop.held - ONE, picked=shop.picked + ONE)
        yield Step("pick up", ONE, gone)
    if shop.open and shop.on_hand < 3:
        fills = min(ONE, shop.planned)
        came = replace(shop, on_hand=shop.on_hand + ONE, received=shop.received + ONE, held=shop.held + fills)
        came = replace(came, owed=shop.owed - fills, planned=min(shop.planned - fills, came.open))
        yield Step("receive the rest", ONE, came)
    yield from _corrections(shop, without)
    for units in up_to(_CAME):
        free = shop.on_hand if without == "what is set aside stays" else shop.on_hand - shop.held
        left = _CAME if without == "no more goes back than came" else _CAME - shop.taken - shop.returned
        line = GoingBack(_LOG_LINE, _ITEM, "Kettle", units, "Damaged", _LOG_LINE)
        if goods_refusal([line], {_ITEM: free}, {_LOG_LINE: left}) is None:
            back = replace(shop, on_hand=shop.on_hand - units, returned=shop.returned + units)
            yield Step("return to vendor", units, back)


def _corrections(shop: Delivery, without: str) -> Iterator[Step[Delivery]]:
    for units in up_to(_CAME):
        for coming in (True, False):
            try:
                (line,) = plan(_standing(shop, without), (TakenBack(_LOG_LINE, units, coming=coming),))
            except RefusedError:
                continue
            yield Step("correct", line, _corrected(shop, line, without))


def _standing(shop: Delivery, without: str) -> LogStanding:
    taken = shop.taken if without == "what went back is gone" else shop.taken + shop.returned
    order_line = OrderLine(1, Decimal(3), shop.received, shop.closed, shop.planned)
    return LogStanding(
        ReceivingStatus.POSTED,
        (Came(_LOG_LINE, _ITEM, "Kettle", _CAME, taken, order_line),),
        {_ITEM: shop.on_hand if without == "the shelf is what is free" else shop.on_hand - shop.held},
        (WaitingUnits(_BACKORDER, _INVOICE, _ITEM, shop.held, True, _PLACE),) if shop.held else (),
        {_BACKORDER: Waits(shop.owed, shop.planned, is_asked=False)},
    )


def _corrected(shop: Delivery, line: LinePlan, without: str) -> Delivery:
    backs = sum((each.quantity for each in line.backs), NONE)
    return replace(
        shop,
        on_hand=shop.on_hand - line.quantity,
        held=shop.held - backs,
        owed=shop.owed if without == "who loses goods is owed them again" else shop.owed + backs,
        planned=shop.planned + sum((each.planned for each in line.backs), NONE),
        received=shop.received - line.quantity,
        closed=shop.closed if without == "what does not come is closed short" else shop.closed + line.given_up,
        taken=shop.taken + line.quantity,
    )


def _wrong(before: Delivery, step: Step[Delivery]) -> str | None:
    shop = step.after
    broken = {
        "S3: more is set aside than there is": shop.held > shop.on_hand,
        "B1: the customer has lost goods": shop.owed + shop.held + shop.picked != _BACK_ORDERED,
        "P1: more is allocated than is open": shop.planned > shop.open,
        "P2: more is allocated than is owed": shop.planned > shop.owed,
        "R3, R9: more went back than came": shop.taken + shop.returned > _CAME,
        "nothing may be below zero": min(shop.on_hand, shop.held, shop.owed, shop.planned, shop.received) < 0,
    }
    if step.deed == "correct":
        line = cast("LinePlan", step.what)
        aside = sum((each.quantity for each in line.backs), NONE)
        broken["what is shown is not what is done"] = line.from_shelf + aside != line.quantity
        lacking = line.quantity - (before.on_hand - before.held)
        broken["more is taken of customers than must be"] = aside > max(NONE, lacking)
        broken["more is open, although nothing comes"] = not line.coming and shop.open != before.open
    return next((problem for problem, is_so in broken.items() if is_so), None)


PART = Part(
    "a delivery that is corrected and goes back",
    Delivery(Decimal(2), ONE, ONE, NONE, NONE, Decimal(2)),
    _steps,
    _wrong,
    (
        "what is set aside stays",
        "no more goes back than came",
        "what went back is gone",
        "the shelf is what is free",
        "who loses goods is owed them again",
        "what does not come is closed short",
    ),
)
