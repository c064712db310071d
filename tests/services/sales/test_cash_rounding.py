"""Cash where small coins are gone: rounded once for an invoice, apart from its total, at every kind of payment."""

from decimal import Decimal
from fractions import Fraction
from functools import partial

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from agreement import disagreements
from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.money import ROUNDINGS, of_cents, to_coins
from posim_desktop.domain.preferences import ShopPreferences, clean_preferences
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.tenders import Tender, TenderKind, change_of_each, rounding_of, tender_refusal
from posim_desktop.domain.why import Why
from posim_desktop.orm import Invoice, TenderPaid
from posim_desktop.services.sales import posting, tenders
from seeding import Till, prefer

D = Decimal
Paid = tuple[tuple[TenderKind, str], ...]
CASH, CARD, CHECK = TenderKind.CASH, TenderKind.CARD, TenderKind.CHECK
cents = st.integers(-20_000, 20_000)
coins = st.sampled_from([coin for coin in ROUNDINGS if coin])


def half_away(amount: Fraction, coin: Fraction) -> Fraction:
    """Round to coins by whole-number arithmetic alone."""
    whole = (2 * abs(amount) + coin) // (2 * coin) * coin
    return whole if amount >= 0 else -whole


def hundredths(amount: Decimal) -> int:
    return int(amount.scaleb(2))


@given(cents, coins)
def test_what_is_paid_in_coins_is_the_nearest(amount: int, coin: int) -> None:
    rounded = to_coins(D(amount).scaleb(-2), of_cents(coin))
    assert Fraction(hundredths(rounded)) == half_away(Fraction(amount), Fraction(coin))
    assert str(rounded) != "-0.00"


@given(cents, coins, st.integers(0, 20_000), st.integers(0, 50_000))
def test_the_rest_after_other_tenders_is_rounded_once(total: int, coin: int, by_card: int, cash: int) -> None:
    sign = 1 if total >= 0 else -1
    by_card = sign * min(by_card, abs(total))
    rest = Fraction(total - by_card)
    due = half_away(rest, Fraction(coin))
    in_cash = sign * max(cash // coin * coin, abs(int(due))) if total > 0 else int(due)
    handed_over = [Tender(CASH, D(in_cash).scaleb(-2))]
    if by_card:
        handed_over.insert(0, Tender(CARD, D(by_card).scaleb(-2)))
    whole, smallest = D(total).scaleb(-2), of_cents(coin)
    rounding = rounding_of(whole, handed_over, smallest)

    assert hundredths(rounding) == (due - rest if rest else 0)
    assert abs(2 * rounding) <= smallest
    if total:
        assert tender_refusal(whole, handed_over, smallest) is None
        kept = sum((each.amount for each in handed_over), D(0)) - sum(change_of_each(whole, handed_over, smallest))
        assert kept == whole + rounding


@given(cents, coins, cents)
def test_without_cash_or_without_a_smallest_coin_nothing_is_rounded(total: int, coin: int, by_card: int) -> None:
    whole = D(total).scaleb(-2)
    assert rounding_of(whole, [Tender(CARD, whole)], of_cents(coin)) == 0
    assert rounding_of(whole, [Tender(CARD, D(by_card).scaleb(-2))], of_cents(coin)) == 0
    assert rounding_of(whole, [Tender(CASH, whole)], of_cents(0)) == 0


def test_what_a_card_leaves_open_is_not_rounded_away() -> None:
    refused = tender_refusal(D("10.02"), [Tender(CARD, D("10.00"))], of_cents(5))
    assert refused is not None
    assert refused.why is Why.STILL_TO_PAY


def sells(till: Till, price: str, code: TransCode = TransCode.SALE, *, coin: int = 5) -> int:
    till.stores("kettle", price=price, on_hand="5")
    with till.writing() as session:
        prefer(session, cash_rounding=coin)
    return till.rings_up(("kettle", "1", code))


@pytest.mark.parametrize(
    ("price", "coin", "paid", "rounding", "change"),
    [
        ("13.92", 5, ((CASH, "13.90"),), "-0.02", "0.00"),
        ("13.93", 5, ((CASH, "20.00"),), "0.02", "6.05"),
        ("13.92", 5, ((CARD, "13.92"),), "0.00", "0.00"),
        ("13.92", 5, ((CARD, "10.00"), (CASH, "5.00")), "-0.02", "1.10"),
        ("13.92", 5, ((CASH, "10.00"), (CARD, "3.92")), "0.00", "0.00"),
        ("13.92", 5, ((CASH, "5.00"), (CASH, "8.90")), "-0.02", "0.00"),
        ("13.95", 10, ((CASH, "14.00"),), "0.05", "0.00"),
        ("13.50", 100, ((CASH, "20.00"),), "0.50", "6.00"),
        ("13.92", 0, ((CASH, "20.00"),), "0.00", "6.08"),
        ("0.02", 5, ((CASH, "0.00"),), "-0.02", "0.00"),
    ],
)
def test_a_sale_is_rounded_where_it_is_paid_in_cash(
    till: Till, price: str, coin: int, paid: Paid, rounding: str, change: str
) -> None:
    sale = sells(till, price, coin=coin)
    handed_over = tuple(Tender(kind, D(amount)) for kind, amount in paid)
    for tender in handed_over:
        till.run(tenders.take, invoice_id=sale, tender=tender)
    till.do(partial(till.posting_of(sale, *handed_over), standing=len(handed_over)))
    assert posted(till, sale) == (D(price), D(rounding), D(change))


def test_a_refund_is_rounded_once_too(till: Till) -> None:
    sale = sells(till, "13.92", TransCode.RETURN)
    out = Tender(CASH, D("-13.90"))
    till.run(tenders.take, invoice_id=sale, tender=out)
    till.do(partial(till.posting_of(sale, out), standing=1))
    assert posted(till, sale) == (D("-13.92"), D("0.02"), D("0.00"))


def test_coins_that_there_are_not_are_neither_taken_nor_paid_out(till: Till) -> None:
    sale = sells(till, "13.92")
    refusal = till.refusal(tenders.take, invoice_id=sale, tender=Tender(CASH, D("13.92")))
    assert (refusal.why, dict(refusal.facts)) == (Why.NO_SUCH_COINS, {"coin": D("0.05")})
    too_little = (Tender(CASH, D("13.85")),)
    refusal = till.refusal(posting.post, invoice_id=sale, tenders=too_little, expected_total=D("13.92"))
    assert (refusal.why, dict(refusal.facts)) == (Why.STILL_TO_PAY, {"left": D("0.05")})


@pytest.mark.parametrize("coin", [1, 3, -5, 1000])
def test_only_roundings_that_a_country_has_can_be_chosen(coin: int) -> None:
    with pytest.raises(RefusedError) as refused:
        clean_preferences(ShopPreferences(cash_rounding=coin))
    assert refused.value.refusal.why is Why.NO_SUCH_ROUNDING


def posted(till: Till, sale: int) -> tuple[Decimal, Decimal, Decimal]:
    with till.engine.connect() as connection:
        assert disagreements(connection) == ()
        row = connection.execute(sa.select(Invoice.total, Invoice.rounding).where(Invoice.id == sale)).one()
        changes = connection.scalars(sa.select(TenderPaid.change).where(TenderPaid.invoice_id == sale)).all()
    return row.total, row.rounding, sum(changes, D(0))
