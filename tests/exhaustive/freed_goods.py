"""A line of a sent order, two customers it is for, and what becomes of goods whose customer cancels."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import cast

from exhaustive.search import NONE, Part, Step, up_to
from posim_desktop.domain.purchasing.allocation import Allocated, Need, propose, trim
from posim_desktop.domain.purchasing.changes import LineChange, LineStanding, line_change_refusal
from posim_desktop.domain.purchasing.freed_goods import FreedFigures, answer_refusal, decide_refusal, kept_for_shelf
from posim_desktop.domain.purchasing.orders import OrderStatus, close_short_refusal, open_quantity

_MOST = Decimal(4)
_Pair = tuple[Decimal, Decimal]


@dataclass(frozen=True)
class Line:
    """An order line and two backorders, the older first.

    Attributes:
        ordered: With all changes.
        received: What came.
        closed: What was closed short.
        planned: What of it is allocated to each backorder.
        owed: What is outstanding of each backorder.
        canceled: What their customers canceled of it since it was sent.
        decided: What of that the vendor dropped, or is for the shelf or the next.
        asked: What the vendor was asked to drop and has not answered, request by request.
    """

    ordered: Decimal
    received: Decimal
    closed: Decimal
    planned: _Pair
    owed: _Pair
    canceled: Decimal = NONE
    decided: Decimal = NONE
    asked: tuple[Decimal, ...] = ()

    @property
    def open(self) -> Decimal:
        """What is still to come."""
        return open_quantity(self.ordered, self.received, self.closed)

    @property
    def figures(self) -> FreedFigures:
        """What the domain makes of it."""
        free = self.open - sum(self.planned)
        return FreedFigures(free, self.canceled, self.decided, sum(self.asked, NONE))


def _steps(line: Line, without: str) -> Iterator[Step[Line]]:
    yield from _customers(line, without)
    yield from _decisions(line, without)
    for units in up_to(line.open):
        yield Step("receive", units, _ended(_received(line, units), without))
        if close_short_refusal(OrderStatus.PROCESSED, line.open, units) is None:
            closed = replace(line, closed=line.closed + units)
            yield Step("close short", units, _ended(_trimmed(closed, without), without))
    for ordered in (Decimal(units) for units in range(int(_MOST) + 1)):
        standing = LineStanding(line.ordered, line.received + line.closed, NONE)
        refusal = line_change_refusal(LineChange(1, ordered), standing)
        if ordered != line.ordered and (refusal is None or without == "what came stays ordered"):
            yield Step("change", ordered, _ended(_trimmed(replace(line, ordered=ordered), without), without))


def _customers(line: Line, without: str) -> Iterator[Step[Line]]:
    """Each may cancel what is outstanding of theirs."""
    for which in (0, 1):
        for units in up_to(line.owed[which]):
            owed = _put(line.owed, which, line.owed[which] - units)
            kept = min(line.planned[which], owed[which])
            planned = line.planned if without == "a cancellation frees its goods" else _put(line.planned, which, kept)
            told = NONE if without == "a cancellation is kept" else line.planned[which] - kept
            canceled = line.canceled + told
            yield Step("cancel", (which, units), replace(line, owed=owed, planned=planned, canceled=canceled))


def _decisions(line: Line, without: str) -> Iterator[Step[Line]]:
    figures = line.figures
    seen = replace(figures, pending=NONE) if without == "what was asked is pending" else figures
    for units in up_to(_MOST):
        if decide_refusal(units, seen) is None:
            told = NONE if without == "what is decided is kept" else kept_for_shelf(units, figures)
            told = units if without == "what came undecided is settled" else told
            yield Step("for the shelf", units, replace(line, decided=line.decided + told))
            if len(line.asked) < 2:
                yield Step("ask to drop", units, replace(line, asked=(*line.asked, units)))
            given = propose(units, [Need(which, line.owed[which] - line.planned[which]) for which in (0, 1)])
            if given:
                planned = (line.planned[0] + given.get(0, NONE), line.planned[1] + given.get(1, NONE))
                decided = line.decided + sum(given.values(), NONE)
                yield Step("give to the next", units, replace(line, planned=planned, decided=decided))
    for number, request in enumerate(line.asked):
        rest = line.asked[:number] + line.asked[number + 1 :]
        asked = _MOST if without == "no more is dropped than was asked" else min(request, figures.asked)
        for agreed in (NONE, *up_to(_MOST)):
            if answer_refusal(agreed, asked) is None and agreed <= line.ordered:
                less = replace(line, asked=rest, ordered=line.ordered - agreed, decided=line.decided + agreed)
                yield Step("answer", (request, agreed), _ended(_trimmed(less, without), without))


def _received(line: Line, units: Decimal) -> Line:
    """Whoever is allocated something gets it, the older first; the rest is for the shelf."""
    planned, owed, left = line.planned, line.owed, units
    for which in (0, 1):
        fills = min(left, planned[which])
        planned, owed = _put(planned, which, planned[which] - fills), _put(owed, which, owed[which] - fills)
        left -= fills
    return replace(line, received=line.received + units, planned=planned, owed=owed)


def _trimmed(line: Line, without: str) -> Line:
    """No more stays allocated than is open: the newer loses first."""
    if without == "plans are trimmed":
        return line
    planned = line.planned
    for each in trim([Allocated(1, which, planned[which], which) for which in (0, 1)], line.open):
        planned = _put(planned, each.backorder_id, each.quantity)
    return replace(line, planned=planned)


def _ended(line: Line, without: str) -> Line:
    """What was asked about a line of which nothing is open any more has ended."""
    return replace(line, asked=()) if line.open == 0 and without != "requests end with their goods" else line


def _put(pair: _Pair, which: int, value: Decimal) -> _Pair:
    return (value, pair[1]) if which == 0 else (pair[0], value)


def _wrong(before: Line, step: Step[Line]) -> str | None:
    line = step.after
    planned = sum(line.planned, NONE)
    asked = sum(line.asked, NONE)
    broken = {
        "P1: more is allocated than is open": planned > line.open,
        "P2: more is allocated than is owed": any(line.planned[which] > line.owed[which] for which in (0, 1)),
        "P6: what came or was closed is not ordered": line.ordered < min(before.ordered, line.received + line.closed),
        "P7: more is decided about than was canceled": asked + line.decided > line.canceled,
        "what is nobody's is for somebody": line.figures.nobodys > line.open - planned,
        "a request outlives its goods": bool(line.asked) and line.open == 0,
        "what was asked is given away": step.deed in {"for the shelf", "give to the next"}
        and line.figures.asked != before.figures.asked,
        "a decision decides nothing": step.deed in {"for the shelf", "ask to drop"}
        and line.figures.undecided != before.figures.undecided - cast("Decimal", step.what),
        "who is next gets other goods": step.deed == "give to the next"
        and line.figures.undecided != before.figures.undecided - planned + sum(before.planned),
        "canceled goods are forgotten": step.deed == "cancel"
        and line.figures.nobodys - before.figures.nobodys != sum(before.planned) - planned,
        "more is dropped than was asked": step.deed == "answer"
        and before.ordered - line.ordered > sum(before.asked, NONE) - sum(line.asked, NONE),
    }
    return next((problem for problem, is_so in broken.items() if is_so), None)


PART = Part(
    "goods of a sent order whose customers cancel",
    Line(Decimal(3), NONE, NONE, (Decimal(2), Decimal(1)), (Decimal(2), Decimal(2))),
    _steps,
    _wrong,
    (
        "what came stays ordered",
        "a cancellation frees its goods",
        "a cancellation is kept",
        "what was asked is pending",
        "what is decided is kept",
        "what came undecided is settled",
        "no more is dropped than was asked",
        "plans are trimmed",
        "requests end with their goods",
    ),
)
