"""What a shop writes it can also read, to the last cent, in its own locale."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from posim_desktop.domain.errors import Field, RefusedError
from posim_desktop.domain.why import Why
from posim_desktop.ui import formatting
from posim_desktop.ui.refusals import words_of
from posim_desktop.ui.style import app_font, apply_style

LOCALES = ["en_US", "de_DE", "fr_FR", "sv_SE"]
CENTS = st.decimals(0, "99999999.99", places=2)
THOUSANDTHS = st.decimals("0.001", "999999.999", places=3)
COSTS = st.decimals(0, "99999999.99", places=4)
EVERYWHERE = pytest.mark.parametrize("locale", LOCALES)


@pytest.fixture(autouse=True)
def _store_format() -> Iterator[None]:
    yield
    formatting.use_store_format("en_US", "UTC")


@EVERYWHERE
@given(amount=CENTS, negative=st.booleans())
def test_money_comes_back_as_it_was_written(locale: str, amount: Decimal, *, negative: bool) -> None:
    formatting.use_store_format(locale, "UTC")
    signed = -amount if negative else amount
    for text in (formatting.money(signed), formatting.money_to_edit(signed)):
        assert formatting.parse_money(text, field="amount", negative=True) == signed


@EVERYWHERE
@given(units=THOUSANDTHS)
def test_quantities_come_back_as_they_were_written(locale: str, units: Decimal) -> None:
    formatting.use_store_format(locale, "UTC")
    assert formatting.parse_quantity(formatting.quantity(units), field="quantity") == units


@EVERYWHERE
@given(unit_cost=COSTS)
def test_costs_come_back_as_they_were_written(locale: str, unit_cost: Decimal) -> None:
    formatting.use_store_format(locale, "UTC")
    for text in (formatting.cost(unit_cost), formatting.cost_to_edit(unit_cost)):
        assert formatting.parse_cost(text, field="cost") == unit_cost


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en_US", "1,234,567.80"),
        ("de_DE", "1.234.567,80"),
        ("fr_FR", "1\u202f234\u202f567,80"),
        ("sv_SE", "1\u00a0234\u00a0567,80"),
    ],
)
def test_thousands_are_grouped_as_the_locale_does(locale: str, text: str) -> None:
    formatting.use_store_format(locale, "UTC")
    assert formatting.money(Decimal("1234567.8")) == text


def test_a_count_has_grouped_thousands() -> None:
    assert formatting.count(3481) == "3,481"
    assert formatting.count(0) == "0"


def test_there_is_no_negative_nothing() -> None:
    assert formatting.money(Decimal("-0.001")) == "0.00"
    assert formatting.money(Decimal("-0")) == "0.00"
    assert formatting.quantity(Decimal("-0.000")) == "0"
    assert formatting.money(Decimal("-12.5")) == "\u221212.50"


def test_no_float_rounds_what_is_shown() -> None:
    assert formatting.money(Decimal("99999999.99")) == "99,999,999.99"
    assert formatting.money(Decimal("2.675")) == "2.68"
    assert formatting.cost(Decimal("0.1235")) == "0.1235"
    assert formatting.cost(Decimal("12.5000")) == "12.50"


@pytest.mark.parametrize(("units", "text"), [("2.000", "2"), ("1.250", "1.25"), ("1000", "1000"), ("10", "10")])
def test_a_quantity_has_no_needless_zeros(units: str, text: str) -> None:
    assert formatting.quantity(Decimal(units)) == text


def test_a_space_typed_on_the_keyboard_groups_where_the_locale_has_a_special_one() -> None:
    formatting.use_store_format("fr_FR", "UTC")
    assert formatting.parse_money("1 234,50", field="amount") == Decimal("1234.50")
    assert formatting.parse_money("1234.5", field="amount") == Decimal("1234.50")


@pytest.mark.parametrize(
    ("locale", "text", "answers"),
    [("de_DE", "1.234", "1234 or 1,234"), ("en_US", "1,234", "1234 or 1.234")],
)
def test_a_sign_that_could_mean_two_things_is_not_guessed(locale: str, text: str, answers: str) -> None:
    formatting.use_store_format(locale, "UTC")
    with pytest.raises(RefusedError, match=Why.EITHER_OF_TWO_NUMBERS) as refused:
        formatting.parse_quantity(text, field="quantity")
    assert refused.value.refusal.where == Field("quantity")
    assert f"could be {answers};" in words_of(refused.value.refusal)
    with pytest.raises(RefusedError, match=Why.EITHER_OF_TWO_NUMBERS):
        formatting.parse_cost(text, field="cost")
    assert formatting.parse_money(text, field="price") == Decimal("1234.00")


def test_a_full_stop_is_read_as_a_decimal_sign_everywhere() -> None:
    formatting.use_store_format("de_DE", "UTC")
    assert formatting.parse_quantity("1.25", field="quantity") == Decimal("1.25")
    assert formatting.parse_quantity("1,234", field="quantity") == Decimal("1.234")


@pytest.mark.parametrize("locale", ["en_US", "de_DE", "fr_FR", "sv_SE"])
@pytest.mark.parametrize("text", ["2 3/8", "2-3/8", "2\u20133/8", "2⅜", "2,3750", "2.3750"])
def test_a_length_is_typed_alike_everywhere(locale: str, text: str) -> None:
    formatting.use_store_format(locale, "UTC")
    assert formatting.parse_quantity(text, field="quantity") == Decimal("2.375")
    assert formatting.parse_quantity("0,375", field="quantity") == Decimal("0.375")
    assert formatting.parse_quantity("2,5", field="quantity") == Decimal("2.5")


@pytest.mark.parametrize("text", ["", "  ", "1,2,3", "12,34", "abc", "1.2.3", "1e5", "٣"])
def test_what_is_no_number_is_refused_at_its_field(text: str) -> None:
    with pytest.raises(RefusedError) as refused:
        formatting.parse_money(text, field="price")
    assert refused.value.refusal.where == Field("price")


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en_US", "3/9/2026"),
        ("de_DE", "09.03.2026"),
        ("fr_FR", "09/03/2026"),
        ("sv_SE", "2026-03-09"),
    ],
)
def test_a_day_is_written_with_its_whole_year(locale: str, text: str) -> None:
    formatting.use_store_format(locale, "UTC")
    assert formatting.date(date(2026, 3, 9)) == text


def test_a_moment_is_told_in_the_time_zone_of_the_store() -> None:
    formatting.use_store_format("de_DE", "Europe/Berlin")
    assert formatting.date_time(datetime(2026, 7, 1, 22, 30, tzinfo=UTC)) == "02.07.2026 00:30"
    assert formatting.date_time(datetime(2026, 1, 1, 12, 0)) == "01.01.2026 13:00"  # noqa: DTZ001
    formatting.use_store_format("en_US", "America/New_York")
    assert formatting.time(datetime(2026, 7, 1, 22, 30, tzinfo=UTC)).startswith("6:30")


def test_a_day_comes_back_as_any_region_of_a_computer_writes_it() -> None:
    """The list offers Latin letters; the first start takes the computer's own region, whatever it is."""
    written = {}
    for locale in {
        each.name()
        for each in QLocale.matchingLocales(
            QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry
        )
    }:
        formatting.use_store_format(locale, "UTC")
        written[locale] = formatting.date(date(2026, 11, 23))
        assert formatting.parse_date(written[locale], field="expected") == date(2026, 11, 23), locale
    assert written["ar_EG"] != "23/11/2026"
    assert written["bg_BG"] != "23.11.2026"


def test_a_day_is_the_store_s_own() -> None:
    formatting.use_store_format("en_US", "America/New_York")
    assert formatting.day_of(datetime(2026, 11, 24, 2, 30, tzinfo=UTC)) == "11/23/2026"


@pytest.mark.parametrize(
    ("locale", "written", "below"),
    [
        ("en_US", "$1,234.50", "\u2212$1,234.50"),
        ("en_GB", "£1,234.50", "\u2212£1,234.50"),
        ("de_DE", "1.234,50\u00a0€", "\u22121.234,50\u00a0€"),
        ("de_CH", "CHF\u00a01'234.50", "\u2212CHF\u00a01'234.50"),
        ("nl_NL", "€\u00a01.234,50", "\u2212€\u00a01.234,50"),
        ("sv_SE", "1\u00a0234,50\u00a0kr", "\u22121\u00a0234,50\u00a0kr"),
    ],
)
def test_an_amount_by_itself_has_the_currency_sign_where_the_region_has_it(
    locale: str, written: str, below: str
) -> None:
    formatting.use_store_format(locale, "UTC")
    assert formatting.amount(Decimal("1234.5")) == written
    assert formatting.amount(Decimal("-1234.5")) == below


def test_every_region_writes_an_amount_to_the_cent() -> None:
    for locale in QLocale.matchingLocales(
        QLocale.Language.AnyLanguage, QLocale.Script.LatinScript, QLocale.Country.AnyCountry
    ):
        formatting.use_store_format(locale.name(), "UTC")
        assert formatting.money(Decimal("1.25")) in formatting.amount(Decimal("1.25")), locale.name()


@pytest.mark.parametrize("locale", LOCALES)
def test_the_points_of_costs_align_in_a_column(qapp: QApplication, locale: str) -> None:
    apply_style(qapp, dark=False)
    formatting.use_store_format(locale, "UTC")
    column = [formatting.cost_in_column(Decimal(cost)) for cost in ("1.5", "12.345", "0.1234", "1234")]
    point = formatting.store_format().decimal_point
    assert {len(cell) - cell.index(point) for cell in column} == {5}
    figures = QFontMetricsF(app_font())
    assert {round(figures.horizontalAdvance(cell[cell.index(point) :]), 3) for cell in column} == {
        round(figures.horizontalAdvance(f"{point}0000"), 3)
    }


def test_places_that_no_cost_of_a_column_has_take_no_room() -> None:
    formatting.use_store_format("en_US", "UTC")
    for column, written in ((("2.5", "12"), ["2.50", "12.00"]), (("2.5", "0.125"), ["2.50\u2007", "0.125"])):
        costs = [Decimal(cost) for cost in column]
        assert [formatting.cost_in_column(cost, costs) for cost in costs] == written
