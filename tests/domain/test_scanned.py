"""How many units a scan puts on a document, and at which price."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.money import to_cents
from posim_desktop.domain.quantity import ONE
from posim_desktop.domain.scanned import PLAIN, CodeReading, Portion, portion
from posim_desktop.domain.why import Why

D = Decimal
PRICE = D("12.90")


@pytest.mark.parametrize(
    ("reading", "units", "times", "expected"),
    [
        (PLAIN, ONE, None, Portion(D(1))),
        (PLAIN, D(12), None, Portion(D(12))),
        (PLAIN, D(12), D(3), Portion(D(36))),
        (CodeReading(quantity=D("0.534")), ONE, None, Portion(D("0.534"))),
        (CodeReading(quantity=D("0.534")), D(12), D(2), Portion(D("1.068"))),
        (CodeReading(quantity=D("1.25000")), ONE, None, Portion(D("1.25"))),
        (CodeReading(amount=D("6.89")), ONE, None, Portion(D(1), D("6.89"))),
        (CodeReading(amount=PRICE), ONE, ONE, Portion(D(1))),
        (CodeReading(amount=D("6.89"), is_divided=True), ONE, None, Portion(D("0.534"))),
        (CodeReading(quantity=D("0.5"), amount=D("6.00")), ONE, None, Portion(D("0.5"), D("12.00"))),
    ],
)
def test_what_a_scan_stands_for(reading: CodeReading, units: Decimal, times: Decimal | None, expected: Portion) -> None:
    assert portion(reading, units, PRICE, times) == expected


@pytest.mark.parametrize(
    ("reading", "price", "times", "why"),
    [
        (CodeReading(quantity=D("0.5001")), PRICE, None, Why.QUANTITY_TOO_FINE),
        (CodeReading(quantity=D(0)), PRICE, None, Why.QUANTITY_ZERO),
        (PLAIN, PRICE, D(10**9), Why.QUANTITY_TOO_LARGE),
        (CodeReading(quantity=D("0.005")), PRICE, D("0.1"), Why.QUANTITY_TOO_FINE),
        (CodeReading(amount=D("6.89")), PRICE, D(2), Why.CODE_WITH_PRICE_COUNTS_ONCE),
        (CodeReading(amount=D(0)), PRICE, None, Why.CODE_SAYS_ZERO),
        (CodeReading(amount=D("6.895")), PRICE, None, Why.AMOUNT_TOO_FINE),
        (CodeReading(amount=D("6.89"), is_divided=True), D(0), None, Why.CODE_NEEDS_CARD_PRICE),
        (CodeReading(quantity=D(300), amount=D("10.01")), PRICE, None, Why.CODE_PRICE_DOES_NOT_DIVIDE),
    ],
)
def test_what_cannot_be_sold(reading: CodeReading, price: Decimal, times: Decimal | None, why: Why) -> None:
    with pytest.raises(RefusedError) as refused:
        portion(reading, ONE, price, times)
    assert refused.value.refusal.why is why


@given(st.decimals("0.01", "99.99", places=2), st.decimals("0.10", "60.00", places=2))
def test_the_customer_pays_what_the_label_says(amount: Decimal, price: Decimal) -> None:
    try:
        found = portion(CodeReading(amount=amount, is_divided=True), ONE, price)
    except RefusedError as refused:
        assert refused.refusal.why is Why.CODE_PRICE_DOES_NOT_DIVIDE  # noqa: PT017 - the only way out
        return
    assert to_cents(found.quantity * (found.unit_price or price)) == amount


def test_goods_are_expired_after_their_last_day() -> None:
    today = date(2026, 11, 29)
    assert CodeReading(expires=date(2026, 11, 28)).is_expired(today)
    assert not CodeReading(expires=today).is_expired(today)
    assert not PLAIN.is_expired(today)
