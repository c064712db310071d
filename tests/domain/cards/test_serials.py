"""What a serial number is, and where a unit with one is."""

from decimal import Decimal

import pytest

from posim_desktop.domain.cards.cards import ItemFields, clean_item
from posim_desktop.domain.cards.serials import (
    Moved,
    Serials,
    Whereabouts,
    clean_serials,
    count_refusal,
    units_refusal,
    whereabouts,
)
from posim_desktop.domain.errors import Field, RefusedError
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.serials import are_asked
from posim_desktop.domain.why import Why

CAME, SOLD, BACK, TAKEN = Moved.RECEIVED, Moved.SOLD, Moved.RETURNED, Moved.TAKEN_BACK
SENT, MISTAKE = Moved.SENT_BACK, Moved.NOT_RECEIVED


@pytest.mark.parametrize(
    ("moves", "at"),
    [
        ((), Whereabouts.UNKNOWN),
        ((CAME,), Whereabouts.IN_STOCK),
        ((SOLD,), Whereabouts.SOLD),
        ((CAME, SOLD), Whereabouts.SOLD),
        ((SOLD, BACK), Whereabouts.IN_STOCK),
        ((SOLD, BACK, SOLD), Whereabouts.SOLD),
        ((TAKEN,), Whereabouts.IN_STOCK),
        ((TAKEN, SOLD), Whereabouts.SOLD),
        ((CAME, SENT), Whereabouts.SENT_BACK),
        ((SENT, CAME), Whereabouts.IN_STOCK),
        ((CAME, SENT, CAME, MISTAKE), Whereabouts.SENT_BACK),
        ((CAME, SOLD, BACK, SENT), Whereabouts.SENT_BACK),
    ],
)
def test_where_a_unit_is(moves: tuple[Moved, ...], at: Whereabouts) -> None:
    assert whereabouts(moves) is at


def test_a_number_is_never_taken_for_a_payment_card_s() -> None:
    assert clean_serials([" 4111111111111111 ", "", "sn 1"]) == ("4111111111111111", "sn 1")


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (("ß", "SS"), Why.SERIAL_GIVEN_TWICE),
        (("x" * 41,), Why.TEXT_TOO_LONG),
        (("a\x00b",), Why.TEXT_UNPRINTABLE),
    ],
)
def test_a_number_that_cannot_be_kept(typed: tuple[str, ...], why: Why) -> None:
    with pytest.raises(RefusedError) as refused:
        clean_serials(typed)
    assert (refused.value.refusal.why, refused.value.refusal.where) == (why, Field("serials"))


def test_each_whole_unit_has_one_number() -> None:
    assert units_refusal("drill", Decimal("2.000")) is None
    assert units_refusal("drill", Decimal("1.5")) is not None
    assert count_refusal("drill", Decimal("2.000"), 2) is None
    assert [getattr(count_refusal("drill", Decimal(2), count), "why", None) for count in (1, 3)] == [
        Why.SERIALS_MISSING,
        Why.MORE_SERIALS_THAN_UNITS,
    ]


def test_only_what_is_handed_over_is_asked() -> None:
    asked = {code for code in TransCode if are_asked(Serials.SALE, code)}
    assert asked == {TransCode.SALE, TransCode.RETURN}
    assert not any(are_asked(Serials.NONE, code) for code in TransCode)


def test_a_service_is_never_received() -> None:
    with pytest.raises(RefusedError) as refused:
        clean_item(ItemFields(description="Repair", stocked=False, serials=Serials.RECEIVING))
    assert refused.value.refusal.why is Why.SERIALS_NOT_RECEIVED
    assert clean_item(ItemFields(description="Repair", stocked=False, serials=Serials.SALE)).serials == Serials.SALE
