"""The rules of a drawer's day, and how its figures are kept."""

from decimal import Decimal
from typing import NamedTuple

import pytest

from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.money import count_in
from posim_desktop.domain.sales.day_figures import (
    CardFigure,
    DayFigures,
    PersonFigure,
    StandingFigure,
    TaxFigure,
    TenderFigure,
    as_kept,
    read,
    row_of,
    written,
)
from posim_desktop.domain.sales.days import (
    MOST_PIECES,
    CashMove,
    DayStatus,
    Pieces,
    RowKind,
    clean_move,
    counted_sum,
    leave_refusal,
    open_refusal,
    pieces_refusal,
    takes_more_than_is_there,
)
from posim_desktop.domain.sales.denominations import denominations
from posim_desktop.domain.why import Why

D = Decimal


def test_figures_are_read_as_they_were_written() -> None:
    figures = DayFigures(
        opened_with=D("100.00"),
        cash=D("-3.50"),
        invoices=7,
        tenders=(TenderFigure("cash", "Bar", 3, D("12.00")),),
        taxes=(TaxFigure("VAT", "8.25", D("1.00"), D("0.08")),),
        people=(PersonFigure(1, "Zoë", 7, D("5.00")),),
        cards=(CardFigure("0815", D("9.00")),),
        standing=(StandingFigure(4, "cash", "Bar", D("2.00")),),
    )
    assert read(written(figures)) == figures
    assert figures.expected == D("96.50")


@pytest.mark.parametrize("stored", ["", "7", "[]", '{"cash": "x"}', '{"tenders": [["cash"]]}'])
def test_what_is_no_figures_is_told(stored: str) -> None:
    with pytest.raises(ValueError, match="no figures of a day"):
        read(stored)


def test_a_figure_that_came_later_is_not_compared_with_a_day_before_it() -> None:
    now = DayFigures(cash=D("5.00"), fees=D("1.00"), cards=(CardFigure("0815", D("9.00")), CardFigure("", D("2.00"))))
    assert as_kept('{"cash": "4.00", "cards": []}', now) == DayFigures(cash=D("5.00"), cards=now.cards)
    assert as_kept(written(now), now) == now
    for stored in ("7", '{"cards": [["0815"]]}'):  # rows become as short as the stored ones, so these say too little
        with pytest.raises(ValueError, match="no figures of a day"):
            as_kept(stored, now)


class _LaterFigure(NamedTuple):
    """A row of figures that once had no tip."""

    name: str
    amount: Decimal
    tip: Decimal = D(0)


def test_a_row_that_says_less_has_what_came_later_by_its_default() -> None:
    assert row_of(_LaterFigure, ["Card", "9.00"]) == _LaterFigure("Card", D("9.00"))
    assert row_of(_LaterFigure, ["Card", "9.00", "1.00"]) == _LaterFigure("Card", D("9.00"), D("1.00"))
    for values in (["Card"], ["Card", "9.00", "1.00", "1.00"]):
        with pytest.raises((KeyError, ValueError)):
            row_of(_LaterFigure, values)


@pytest.mark.parametrize(
    ("currency", "places", "first", "last"),
    [
        ("EUR", 2, "500", "0.01"),
        ("JPY", 0, "10000", "1"),
        ("KWD", 3, "20", "0.005"),
        ("XCD", 2, "500", "0.01"),
        ("EUR", 0, "500", "1"),
    ],
)
def test_a_currency_has_its_notes_and_coins(currency: str, places: int, first: str, last: str) -> None:
    count_in(places)
    try:
        values = denominations(currency)
    finally:
        count_in(2)
    assert (values[0], values[-1]) == (D(first), D(last))
    assert sorted(values, reverse=True) == list(values)


def test_a_count_adds_up_and_cannot_be_below_nothing() -> None:
    assert counted_sum([Pieces(D("0.50"), 3), Pieces(D(20), 2)]) == D("41.50")
    for how_many in (-1, MOST_PIECES + 1):
        refusal = pieces_refusal([Pieces(D(1), how_many)], D(0), D(0), is_office=False)
        assert refusal is not None
        assert refusal.why is Why.PIECES_OUT_OF_RANGE
    refusal = pieces_refusal([], D(1), D(1), is_office=True)
    assert refusal is not None
    assert refusal.why is Why.NO_CASH_IN_OFFICE


def test_a_drop_needs_no_reason() -> None:
    assert clean_move(CashMove(RowKind.DROP, D(5))).moved == D(-5)
    with pytest.raises(RefusedError):
        clean_move(CashMove(RowKind.PAID_IN, D(5), " "))
    with pytest.raises(RefusedError):
        clean_move(CashMove(RowKind.PAID_OUT, D(-5), "Milk"))


@pytest.mark.parametrize(
    ("kind", "amount", "asked"),
    [
        (RowKind.PAID_OUT, "80.01", True),
        (RowKind.PAID_OUT, "80.00", False),
        (RowKind.DROP, "500.00", True),
        (RowKind.PAID_IN, "500.00", False),
    ],
)
def test_more_than_should_lie_there_is_asked_about(kind: RowKind, amount: str, *, asked: bool) -> None:
    assert takes_more_than_is_there(CashMove(kind, D(amount), "Window cleaner"), D("80.00")) is asked


def test_the_first_day_begins_with_any_float() -> None:
    assert open_refusal(None, D(70), None, "") is None
    assert open_refusal(DayStatus.CLOSED, D(70), D(70), "") is None
    refusal = open_refusal(DayStatus.CLOSED, D(1), D(0), "", is_office=True)
    assert refusal is not None
    assert refusal.why is Why.NO_CASH_IN_OFFICE


def test_a_drawer_is_left_to_somebody_or_closed() -> None:
    assert leave_refusal(DayStatus.OPEN, others=1) is None
    assert leave_refusal(DayStatus.CLOSED, others=0) is None
    assert leave_refusal(DayStatus.COUNTED, others=0) is not None
