"""What comes back against an oracle of fractions: to the cent what was paid, in any parts, and never below nothing."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from domain.test_money import half_up
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.permits import Permission, Permit
from posim_desktop.domain.sales.invoice import GivenBack, Line, TransCode, totals
from posim_desktop.domain.sales.returns import (
    Paid,
    SoldLine,
    Wanted,
    back,
    customer_refusal,
    more_than_sold_refusal,
    price_refusal,
    proposed,
    refunded,
    road_needs,
    worked_out,
)
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.domain.tax import UNTAXED, Tax, Taxes
from posim_desktop.domain.why import Why

D = Decimal
STATE: Taxes = (Tax("state", D("8.25")), Tax("city", D("1.125"), compound=True))
VAT: Taxes = (Tax("VAT", D(19)),)
taxes = st.sampled_from([(None, UNTAXED), (1, STATE), (2, VAT)])
cents = st.integers(0, 50_000).map(lambda cents: D(cents).scaleb(-2))
together = st.sampled_from([True, False])
thousandths = st.integers(1, 20_000)


@st.composite
def sales_and_parts(draw: st.DrawFn) -> tuple[list[SoldLine], list[list[Wanted]]]:
    """Draw a sale, and an order in which all of it comes back in parts."""
    sold, parts = [], []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        quantity, (code, of_code) = draw(thousandths), draw(taxes)
        sold.append(SoldLine(number, "Lamp", D(quantity).scaleb(-3), draw(cents), code, of_code))
        cuts = sorted({*draw(st.lists(st.integers(1, quantity), max_size=4)), quantity})
        steps = [after - before for before, after in zip([0, *cuts], cuts, strict=False)]
        parts += [Wanted(number, D(step).scaleb(-3)) for step in steps]
    documents: list[list[Wanted]] = []
    for part in draw(st.permutations(parts)):
        joins = draw(together)
        if documents and joins:
            documents[-1].append(part)
        else:
            documents.append([part])
    return sold, documents


@given(sales_and_parts(), st.booleans())
def test_all_of_it_back_is_all_of_the_money_in_any_parts(
    drawn: tuple[list[SoldLine], list[list[Wanted]]],
    inclusive: bool,  # noqa: FBT001 - drawn
) -> None:
    sold, documents = drawn
    paid = totals(
        [_back(each, each.quantity, GivenBack(each.extension, ZERO)) for each in sold], tax_inclusive=inclusive
    )
    subtotal = tax = total = ZERO
    for wanted in documents:
        assert more_than_sold_refusal(sold, wanted) is None
        given_back = worked_out(sold, wanted)
        assert all(each.amount >= 0 for each in given_back)
        by_id = {each.id: each for each in sold}
        sums = totals(
            [_back(by_id[each.line_id], each.quantity, one) for each, one in zip(wanted, given_back, strict=True)],
            tax_inclusive=inclusive,
        )
        subtotal, tax, total = subtotal + sums.subtotal, tax + sums.tax, total + sums.total
        sold = [
            each._replace(returned=sum((one.quantity for one in wanted if one.line_id == each.id), each.returned))
            for each in sold
        ]
    assert (subtotal, tax, total) == (paid.subtotal, paid.tax, paid.total)


def _back(sold: SoldLine, quantity: Decimal, given_back: GivenBack) -> Line:
    return Line(TransCode.RETURN, quantity, ZERO, ZERO, sold.tax_code_id, sold.taxes, back=given_back)


@given(cents, thousandths, st.integers(0, 20_000))
def test_a_part_gives_back_its_share_rounded_half_up(extension: Decimal, sold: int, quantity: int) -> None:
    share = Fraction(extension) * quantity / sold
    assert Fraction(back(extension, D(sold).scaleb(-3), D(quantity).scaleb(-3))) == half_up(share)


def test_more_than_is_left_is_refused_with_what_is_left() -> None:
    line = SoldLine(1, "Lamp", D(3), D("9.00"), None, UNTAXED, returned=D(1))
    assert more_than_sold_refusal([line], [Wanted(1, D(2))]) is None
    refusal = more_than_sold_refusal([line], [Wanted(1, D(1)), Wanted(1, D(2))])
    assert refusal is not None
    assert (refusal.why, refusal.facts["left"]) == (Why.MORE_BACK_THAN_SOLD, D(2))


def bare(quantity: str, price: str, discount: str = "0") -> Line:
    return Line(TransCode.RETURN, D(quantity), D(price), D(discount), None, UNTAXED)


def test_without_a_receipt_no_more_than_the_price_of_today() -> None:
    assert [price_refusal(bare("1", price), D("5.00")) for price in ("4.99", "5.00")] == [None, None]
    refusal = price_refusal(bare("1", "5.01"), D("5.00"))
    assert refusal is not None
    assert refusal.why is Why.RETURN_ABOVE_PRICE
    assert price_refusal(bare("1", "5.01"), ZERO) is None  # what has no price is asked for


def test_much_without_a_receipt_needs_a_customer() -> None:
    lines = [bare("2", "5.00"), bare("1", "1.00", "1.00")]
    refusal = customer_refusal(lines, has_customer=False, above=9)
    assert refusal is not None
    assert refusal.why is Why.RETURN_NEEDS_CUSTOMER
    assert customer_refusal(lines, has_customer=True, above=9) is None
    assert [customer_refusal(lines, has_customer=False, above=each) for each in (10, 0)] == [None, None]


def test_each_tender_gives_back_what_it_took_and_the_first_cash_takes_the_rounding() -> None:
    paid = {1: Paid("Cash", D("10.02")), 2: Paid("Card", D("20.00"), D("5.00"))}
    card, cash = Tender(TenderKind.CARD, D("-15.00"), 2), Tender(TenderKind.CASH, D("-10.00"), 1)
    assert refunded([cash], D("0.02")) == {1: D("10.02")}
    assert road_needs(paid, [card, cash], D("0.02")) == ()
    credit = Tender(TenderKind.CREDIT, D("-99.00"))
    assert road_needs(paid, [credit], ZERO) == ()
    dearer = Tender(TenderKind.CARD, D("-15.01"), 2)
    check = Tender(TenderKind.CHECK, D("-3.00"), 3)
    assert road_needs(paid, [dearer, check], ZERO) == (Permit(Permission.REFUND_OTHERWISE, D("3.01")),)


def test_a_tender_proposes_what_it_took_and_did_not_give_back_yet() -> None:
    paid = [Paid("Cash", D("10.00"), type_id=1), Paid("Card", D("20.00"), D("5.00"), type_id=2)]
    assert proposed(D("-25.00"), paid, 2, ()) == D("-15.00")
    by_card = Tender(TenderKind.CARD, D("-4.00"), 2)
    assert proposed(D("-21.00"), paid, 2, [by_card]) == D("-11.00")
    assert proposed(D("-3.00"), paid, 1, [by_card]) == D("-3.00")
    assert proposed(D("-25.00"), paid, 3, ()) == D("-25.00")  # by another way: all of it, with a permission
