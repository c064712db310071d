"""An item that is counted while the shop goes on selling it, setting it aside and losing it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from exhaustive.search import NONE, ONE, Part, Step
from posim_desktop.domain.receiving.stock_counts import Counted, LookedAt, difference, post_refusal

_MOST = Decimal(3)


@dataclass(frozen=True)
class Goods:
    """What the shop says of an item, what is really there, and what a count has of it.

    Attributes:
        on_hand: What the shop says.
        held: What of that is set aside on an invoice.
        shelf: What really lies on the shelf.
        slips: What really lies with the slips.
        lost_of_shelf: What was lost of the shelf since somebody counted there.
        lost_of_slips: What was lost of the slips since somebody looked there.
        counted: What was counted on the shelf, and what was expected there.
        looked: What was held when somebody looked, and what they found.
        posted: Whether the count was posted.
        losses: How often something was lost.
    """

    on_hand: Decimal
    held: Decimal
    shelf: Decimal
    slips: Decimal
    lost_of_shelf: Decimal = NONE
    lost_of_slips: Decimal = NONE
    counted: Counted | None = None
    looked: LookedAt | None = None
    posted: bool = False
    losses: int = 0


def _steps(goods: Goods, without: str) -> Iterator[Step[Goods]]:
    if goods.posted:
        return
    yield from _trade(goods)
    yield from _losses(goods)
    expected = goods.on_hand if without == "what is set aside is expected elsewhere" else goods.on_hand - goods.held
    if goods.counted is not None and without == "the last look counts":
        expected = goods.counted.expected
    yield Step("count", goods.shelf, replace(goods, counted=Counted(goods.shelf, expected), lost_of_shelf=NONE))
    yield Step("look", goods.slips, replace(goods, looked=LookedAt(goods.held, goods.slips), lost_of_slips=NONE))
    yield from _posting(goods, without)


def _trade(goods: Goods) -> Iterator[Step[Goods]]:
    if goods.on_hand < _MOST:
        yield Step("receive", ONE, replace(goods, on_hand=goods.on_hand + ONE, shelf=goods.shelf + ONE))
    if goods.on_hand > goods.held and goods.shelf > 0:
        yield Step("sell", ONE, replace(goods, on_hand=goods.on_hand - ONE, shelf=goods.shelf - ONE))
        aside = replace(goods, held=goods.held + ONE, shelf=goods.shelf - ONE, slips=goods.slips + ONE)
        yield Step("set aside", ONE, aside)
    if goods.held > 0 and goods.slips > 0:
        gone = replace(goods, on_hand=goods.on_hand - ONE, held=goods.held - ONE, slips=goods.slips - ONE)
        yield Step("pick up", ONE, gone)
        back = replace(goods, held=goods.held - ONE, shelf=goods.shelf + ONE, slips=goods.slips - ONE)
        yield Step("release", ONE, back)
    elif goods.held > 0 and goods.lost_of_slips > 0:
        # Whoever puts them back finds nothing to put: they are missing on the shelf from now on.
        lost = replace(goods, lost_of_shelf=goods.lost_of_shelf + ONE, lost_of_slips=goods.lost_of_slips - ONE)
        yield Step("release", NONE, replace(lost, held=goods.held - ONE))


def _losses(goods: Goods) -> Iterator[Step[Goods]]:
    if goods.losses == 2:
        return
    once_more = replace(goods, losses=goods.losses + 1)
    if goods.shelf > 0:
        lost = goods.lost_of_shelf + ONE
        yield Step("lose", "of the shelf", replace(once_more, shelf=goods.shelf - ONE, lost_of_shelf=lost))
    if goods.slips > 0:
        lost = goods.lost_of_slips + ONE
        yield Step("lose", "of the slips", replace(once_more, slips=goods.slips - ONE, lost_of_slips=lost))


def _posting(goods: Goods, without: str) -> Iterator[Step[Goods]]:
    unasked = () if goods.looked is not None or not goods.held else (("Lee", goods.held),)
    if without == "what waits is looked at":
        unasked = ()
    refusal = post_refusal(counted=int(goods.counted is not None), unidentified=0, unasked=unasked)
    if refusal is not None or goods.counted is None:
        return
    counted = goods.counted
    if without == "what moves afterwards is no difference":
        counted = Counted(counted.shelf, goods.on_hand - goods.held)
    looked = () if goods.looked is None or without == "what is missing of the slips counts" else (goods.looked,)
    by = difference(counted, looked)
    yield Step("post", by, replace(goods, on_hand=goods.on_hand + by, posted=True))


def _wrong(before: Goods, step: Step[Goods]) -> str | None:
    goods = step.after
    there = goods.shelf + goods.slips
    if step.deed == "post" and goods.on_hand != there + goods.lost_of_shelf + goods.lost_of_slips:
        return f"there were {there}, and {goods.lost_of_shelf + goods.lost_of_slips} were lost after somebody looked"
    if step.deed == "post" and goods.held and goods.lost_of_slips and goods.looked is None:
        return "nobody looked at what waits for a customer, and it is not there"
    if step.deed == "count" and before.on_hand != goods.on_hand:
        return "counting changed something"
    return None


PART = Part(
    "a count while the shop goes on",
    Goods(Decimal(2), ONE, ONE, ONE),
    _steps,
    _wrong,
    (
        "what is set aside is expected elsewhere",
        "the last look counts",
        "what waits is looked at",
        "what moves afterwards is no difference",
        "what is missing of the slips counts",
    ),
)
