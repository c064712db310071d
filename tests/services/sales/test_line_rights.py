"""What a line of an invoice needs that not everybody may do, asked when it is stored, on both databases."""

import json
from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_DOWN, Decimal
from functools import partial
from uuid import uuid4

import pytest
import sqlalchemy as sa

from agreement import disagreements
from people_at_work import PeopleAtWork
from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Field, RefusedError
from posim_desktop.domain.people.permissions import Role, needs_of
from posim_desktop.domain.permits import Permission, Permit
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.why import Why
from posim_desktop.orm import AuditEvent, Backorder, InvoiceLine, Item
from posim_desktop.services.database import for_writing
from posim_desktop.services.sales import commitments, fills, invoices, posting, removed_lines
from posim_desktop.services.sales.fills import Fill
from posim_desktop.services.sales.invoices import LineEdit, NewLine
from posim_desktop.services.sales.removed_lines import RemovedLine
from seeding import add_customer, prefer, stored

D = Decimal
B, R = TransCode.BACKORDER, TransCode.RETURN


@pytest.fixture
def shop(database_url: str) -> Iterator[PeopleAtWork]:
    """Give the shop; whatever happened, its records agree."""
    shop = PeopleAtWork(database_url)
    yield shop
    with shop.sam.engine.connect() as connection:
        assert disagreements(connection) == ()
    shop.sam.engine.dispose()


def asked(shop: PeopleAtWork, verb: partial[Done]) -> list[tuple[Permission, Decimal | None, Decimal | None]]:
    """Return what Kim's role lacks for a verb."""
    return [tuple(need) for need in needs_of(shop.refused(shop.kim, verb))]  # type: ignore[misc]


def of_line(shop: PeopleAtWork, column: str) -> object:
    """Read a figure of the newest line."""
    return getattr(stored(shop.sam.engine, InvoiceLine, InvoiceLine.id == shop.newest_line()), column)


def changes_card(shop: PeopleAtWork, **values: Decimal) -> None:
    with for_writing(shop.sam.engine).begin() as connection:
        connection.execute(sa.update(Item.__table__).values(values))


@pytest.mark.parametrize(
    ("edit", "needs"),
    [
        (LineEdit(discount_percent=D("10.01")), [(Permission.DISCOUNT, D("10.01"), D(5))]),
        (LineEdit(discount=D("12.01")), [(Permission.DISCOUNT, D("10.01"), D(5))]),
        (LineEdit(unit_price=D("23.99")), [(Permission.CHANGE_PRICE, D("99.96"), D(5))]),
        (LineEdit(unit_price=D("24.01")), [(Permission.CHANGE_PRICE, D("100.04"), D(5))]),
        (
            LineEdit(unit_price=D(0)),
            [(Permission.CHANGE_PRICE, D(0), D(5)), (Permission.SELL_BELOW_COST, D(0), D(5))],
        ),
        (
            LineEdit(trans_code=R),
            [(Permission.RETURN_GOODS, D("120.00"), D(5)), (Permission.RETURN_WITHOUT_RECEIPT, D("120.00"), D(5))],
        ),
        (LineEdit(quantity=D(10), sell_anyway=True), [(Permission.SELL_BELOW_ZERO, None, D(10))]),
    ],
)
def test_a_line_asks_for_what_it_needs(
    shop: PeopleAtWork, edit: LineEdit, needs: list[tuple[Permission, Decimal | None, Decimal | None]]
) -> None:
    assert asked(shop, shop.changing(edit)) == needs


@pytest.mark.parametrize(
    "edit",
    [
        LineEdit(discount_percent=D(10)),
        LineEdit(discount=D("12.00")),
        LineEdit(quantity=D(9), sell_anyway=True),
        LineEdit(trans_code=B),
        LineEdit(description="Blue"),
    ],
)
def test_what_anybody_may_is_asked_of_nobody(shop: PeopleAtWork, edit: LineEdit) -> None:
    shop.kim.do(shop.changing(edit))


def test_a_discount_in_money_that_grows_by_a_lower_price_is_asked(shop: PeopleAtWork) -> None:
    shop.kim.do(shop.changing(LineEdit(discount=D("12.00"))))
    shop.sam.do(shop.changing(LineEdit(unit_price=D("24.01"))))
    needs = asked(shop, shop.changing(LineEdit(unit_price=D("19.20"))))
    assert needs[0] == (Permission.DISCOUNT, D("12.50"), D(5))


@pytest.mark.parametrize(("price", "quantity"), [("24.00", 4), ("0.07", 4), ("0.07", 3), ("6.67", 1)])
def test_fewer_units_of_a_discount_in_money_ask_nobody(shop: PeopleAtWork, price: str, quantity: int) -> None:
    """They keep their share of it; by which fraction of a cent that is more than the whole was is nobody's to ask."""
    changes_card(shop, price=D(price), cost=D(0))
    shop.kim.rings_up(("kettle", "5"))
    changing = partial(invoices.change_line, line_id=shop.newest_line())
    tenth = (D(price) * 5 / 10).quantize(D("0.01"), ROUND_DOWN)
    for edit in (LineEdit(discount=tenth), LineEdit(quantity=D(quantity)), LineEdit(quantity=D(5))):
        shop.kim.do(partial(changing, edit=edit))
    assert of_line(shop, "discount") == tenth


def test_below_cost_is_asked_and_a_card_below_cost_is_not(shop: PeopleAtWork) -> None:
    changes_card(shop, cost=D("23.0000"))
    assert asked(shop, shop.changing(LineEdit(discount_percent=D(10)))) == [(Permission.SELL_BELOW_COST, D(90), D(5))]
    changes_card(shop, cost=D("30.0000"))
    shop.kim.do(shop.changing(LineEdit(quantity=D(2))))


def test_a_price_of_nothing_on_the_card_is_typed_by_anybody(shop: PeopleAtWork) -> None:
    shop.sam.stores("gift card", price="0.00", on_hand="5")
    shop.kim.rings_up(("gift card", "1"))
    verb = partial(invoices.change_line, line_id=shop.newest_line(), edit=LineEdit(unit_price=D("50.00")))
    shop.kim.do(verb)


def test_goods_scanned_again_need_what_the_whole_line_needs(shop: PeopleAtWork) -> None:
    kettle = NewLine(shop.sam.items["kettle"], D(1), R, return_reason="Did not fit")
    shop.lets(shop.kim, partial(invoices.add_items, invoice_id=shop.invoice_id, lines=(kettle,)))
    needs = asked(shop, partial(invoices.add_items, invoice_id=shop.invoice_id, lines=(kettle,)))
    both = Permission.RETURN_GOODS, Permission.RETURN_WITHOUT_RECEIPT
    assert needs == [(each, D("48.00"), D(2)) for each in both]


def test_goods_scanned_again_do_not_join_a_line_at_another_price(shop: PeopleAtWork) -> None:
    """The line got the price that the card has by now: what was allowed was for one quantity of it."""
    shop.lets(shop.kim, shop.changing(LineEdit(unit_price=D("20.00"))))
    changes_card(shop, price=D("20.00"))
    new = NewLine(shop.sam.items["kettle"], D(1))
    shop.kim.do(partial(invoices.add_items, invoice_id=shop.invoice_id, lines=(new,)))
    assert (shop.newest_line() != shop.line_id, of_line(shop, "quantity")) == (True, D(1))


def test_a_price_on_a_label_is_the_shop_s_word_when_scanned_and_a_person_s_when_typed(shop: PeopleAtWork) -> None:
    label = NewLine(shop.sam.items["kettle"], D(1), label_price=D("20.00"), is_apart=True)
    shop.kim.do(partial(invoices.add_items, invoice_id=shop.invoice_id, lines=(label,)))
    assert (of_line(shop, "unit_price"), of_line(shop, "list_price")) == (D("20.00"), D("20.00"))
    first = shop.newest_line()
    shop.kim.do(partial(invoices.add_items, invoice_id=shop.invoice_id, lines=(label,)))
    assert shop.newest_line() != first, "each package is a line"
    verb = partial(invoices.add_items, invoice_id=shop.invoice_id, lines=(replace(label, is_typed=True),))
    assert [need[0] for need in asked(shop, verb)] == [Permission.CHANGE_PRICE]


def test_other_lines_of_the_same_goods_count(shop: PeopleAtWork) -> None:
    more = NewLine(shop.sam.items["kettle"], D(5), sell_anyway=True)
    verb = partial(invoices.add_items, invoice_id=shop.invoice_id, lines=(more,))
    assert asked(shop, verb) == [(Permission.SELL_BELOW_ZERO, None, D(5))]


def test_goods_of_others_are_asked_for(shop: PeopleAtWork) -> None:
    with shop.sam.writing() as session:
        lee = add_customer(session)
    held = shop.sam.rings_up(("kettle", "8"), customer_id=lee)
    shop.sam.run(commitments.commit, invoice_id=held)
    assert asked(shop, shop.changing(LineEdit(sell_anyway=True))) == [(Permission.SELL_SET_ASIDE, None, D(5))]
    shop.lets(shop.kim, shop.changing(LineEdit(sell_anyway=True)))
    shop.pat.posts(shop.invoice_id)
    assert shop.allowed() == [("sell set aside", None, D(5), shop.sam.employee_id)]


def test_goods_set_aside_meanwhile_are_asked_for_at_post(shop: PeopleAtWork) -> None:
    with shop.sam.writing() as session:
        prefer(session, warn_out_of_stock=False)
        lee = add_customer(session)
    shop.sam.run(commitments.commit, invoice_id=shop.sam.rings_up(("kettle", "8"), customer_id=lee))
    refused = shop.refused(shop.kim, shop.kim.posting_of(shop.invoice_id))
    assert (refused.why, refused.where) == (Why.SET_ASIDE_FOR_OTHERS, Field("set_aside"))
    shop.lets(shop.kim, shop.kim.posting_of(shop.invoice_id))
    assert shop.allowed() == [("sell set aside", None, D(5), shop.sam.employee_id)]


def test_goods_that_went_meanwhile_are_asked_for_at_post(shop: PeopleAtWork) -> None:
    shop.kim.do(shop.changing(LineEdit(sell_anyway=True)))
    shop.sam.posts(shop.sam.rings_up(("kettle", "9")))
    refused = shop.refused(shop.kim, shop.kim.posting_of(shop.invoice_id))
    assert needs_of(refused) == (Permit(Permission.SELL_BELOW_ZERO, None, D(5)),)
    shop.lets(shop.kim, shop.kim.posting_of(shop.invoice_id))
    assert shop.allowed() == [("sell below zero", None, D(5), shop.sam.employee_id)]


def test_both_parts_of_a_split_line_keep_what_was_allowed(shop: PeopleAtWork) -> None:
    with shop.sam.writing() as session:
        lee = add_customer(session)
    shop.lets(shop.kim, shop.changing(LineEdit(discount_percent=D(20))))
    shop.kim.do(partial(invoices.split_line, line_id=shop.line_id, sell=D(2)))
    shop.kim.do(partial(invoices.set_customer, invoice_id=shop.invoice_id, customer_id=lee))
    shop.pat.posts(shop.invoice_id)
    assert shop.allowed() == [("discount", D(20), units, shop.sam.employee_id) for units in (D(2), D(3))]


def test_a_line_that_is_split_and_filled_up_again_is_asked_again(shop: PeopleAtWork) -> None:
    shop.lets(shop.kim, shop.changing(LineEdit(discount_percent=D(20))))
    shop.kim.do(partial(invoices.split_line, line_id=shop.line_id, sell=D(2)))
    rest = partial(invoices.change_line, line_id=shop.newest_line(), edit=LineEdit(quantity=D(5)))
    assert asked(shop, shop.changing(LineEdit(quantity=D(5)))) == [(Permission.DISCOUNT, D(20), D(5))]
    assert asked(shop, rest) == [(Permission.DISCOUNT, D(20), D(5))]


def test_a_line_taken_off_and_put_back_is_asked_again(shop: PeopleAtWork) -> None:
    shop.lets(shop.kim, shop.changing(LineEdit(discount_percent=D(20))))
    shop.kim.do(partial(invoices.remove_line, line_id=shop.line_id))
    assert shop.allowed() == []
    back = RemovedLine(
        TransCode.SALE, shop.sam.items["kettle"], "Kettle", D(5), D("24.00"), D("24.00"), D(20), sell_anyway=False
    )
    verb = partial(removed_lines.put_back, invoice_id=shop.invoice_id, line=back)
    assert asked(shop, verb) == [(Permission.DISCOUNT, D(20), D(5))]


def test_a_discount_is_what_comes_off_whatever_percent_is_said(shop: PeopleAtWork) -> None:
    kettle, price = shop.sam.items["kettle"], D("24.00")
    back = RemovedLine(TransCode.SALE, kettle, "Kettle", D(5), price, D("60.00"), D(1), sell_anyway=False)
    verb = partial(removed_lines.put_back, invoice_id=shop.invoice_id, line=back)
    assert shop.refused(shop.kim, verb).why is Why.DISCOUNT_REASON_MISSING
    verb = partial(
        removed_lines.put_back, invoice_id=shop.invoice_id, line=replace(back, discount_reason="An old friend")
    )
    assert asked(shop, verb) == [(Permission.DISCOUNT, D(50), D(5))]


def test_what_a_manager_wrote_is_theirs_when_a_cashier_goes_on(shop: PeopleAtWork) -> None:
    shop.sam.do(shop.changing(LineEdit(unit_price=D("12.00"))))
    shop.kim.do(shop.changing(LineEdit(quantity=D(4))))
    assert asked(shop, shop.changing(LineEdit(quantity=D(6)))) == [(Permission.CHANGE_PRICE, D(50), D(6))]
    shop.kim.posts(shop.invoice_id)
    assert shop.allowed() == [("change price", D(50), D(5), shop.sam.employee_id)]


def test_a_clerk_sells_below_zero_and_is_remembered(shop: PeopleAtWork) -> None:
    clerk = shop.hires("cleo", Role.CLERK)
    clerk.do(shop.changing(LineEdit(quantity=D(10), sell_anyway=True)))
    assert shop.allowed() == [("sell below zero", None, D(10), clerk.employee_id)]


def test_paying_out_is_allowed_before_and_asked_again_only_for_more(shop: PeopleAtWork) -> None:
    back = NewLine(shop.sam.items["kettle"], D(1), R, return_reason="Did not fit")
    shop.kim.do(partial(invoices.remove_line, line_id=shop.line_id))
    shop.lets(shop.kim, partial(invoices.add_items, invoice_id=shop.invoice_id, lines=(back,)))
    allowing = partial(posting.allow_pay_out, invoice_id=shop.invoice_id)
    refused = shop.refused(shop.kim, allowing)
    both = Permission.PAY_OUT, Permission.REFUND_OTHERWISE
    assert needs_of(refused) == tuple(Permit(each, D("24.00")) for each in both)
    assert refused.where == Field("pay_out")
    shop.lets(shop.kim, allowing)
    shop.kim.do(allowing)
    shop.lets(shop.kim, partial(invoices.add_items, invoice_id=shop.invoice_id, lines=(back,)))
    assert asked(shop, shop.kim.posting_of(shop.invoice_id)) == [(each, D("48.00"), None) for each in both]
    shop.lets(shop.kim, shop.kim.posting_of(shop.invoice_id))


def test_nothing_is_allowed_where_nothing_is_paid_out(shop: PeopleAtWork) -> None:
    shop.kim.do(partial(posting.allow_pay_out, invoice_id=shop.invoice_id))
    assert shop.allowed() == []


# ---- the reason of a discount ----


def explained(reason: str) -> LineEdit:
    return LineEdit(discount_percent=D(30), discount_reason=reason)


@pytest.mark.parametrize(
    "edit", [LineEdit(discount_percent=D("25.01")), LineEdit(discount=D("30.02")), explained("  ")]
)
def test_a_large_discount_wants_a_reason(shop: PeopleAtWork, edit: LineEdit) -> None:
    refused = shop.refused(shop.sam, shop.changing(edit))
    assert (refused.why, refused.where) == (Why.DISCOUNT_REASON_MISSING, Field("discount_reason"))
    assert of_line(shop, "discount") == 0


def test_the_reason_is_kept_on_the_line_and_in_the_audit(shop: PeopleAtWork) -> None:
    shop.sam.do(shop.changing(explained("  A scratch ")))
    event = stored(shop.sam.engine, AuditEvent, AuditEvent.action == "change discount")
    assert (of_line(shop, "discount_reason"), event.reason) == ("A scratch", "A scratch")
    assert json.loads(event.after)["discount_percent"] == "30"


def test_what_is_explained_is_not_asked_again_for_no_more(shop: PeopleAtWork) -> None:
    shop.sam.do(shop.changing(explained("A scratch")))
    for edit in (LineEdit(quantity=D(3)), LineEdit(discount_percent=D(28)), LineEdit(unit_price=D("20.00"))):
        shop.sam.do(shop.changing(edit))
    assert of_line(shop, "discount_reason") == "A scratch"
    shop.sam.do(shop.changing(LineEdit(discount_percent=D(0))))
    assert of_line(shop, "discount_reason") == ""


def test_a_discount_that_a_lower_price_makes_large_wants_a_reason(shop: PeopleAtWork) -> None:
    shop.sam.do(shop.changing(LineEdit(discount=D("24.00"))))
    assert shop.refused(shop.sam, shop.changing(LineEdit(unit_price=D("12.00")))).why is Why.DISCOUNT_REASON_MISSING


def test_the_shop_says_from_when_on_it_wants_a_reason(shop: PeopleAtWork) -> None:
    with shop.sam.writing() as session:
        prefer(session, reason_above_percent=5)
    refused = shop.refused(shop.kim, shop.changing(LineEdit(discount_percent=D(6))))
    assert (refused.why, refused.facts["most"]) == (Why.DISCOUNT_REASON_MISSING, 5)


def test_a_line_put_back_keeps_its_reason_and_needs_it(shop: PeopleAtWork) -> None:
    shop.sam.do(shop.changing(explained("A scratch")))
    shop.sam.do(partial(invoices.remove_line, line_id=shop.line_id))
    kettle = shop.sam.items["kettle"]
    back = RemovedLine(TransCode.SALE, kettle, "Kettle", D(5), D("24.00"), D("36.00"), D(30), sell_anyway=False)
    verb = partial(removed_lines.put_back, invoice_id=shop.invoice_id)
    assert shop.refused(shop.sam, partial(verb, line=back)).why is Why.DISCOUNT_REASON_MISSING
    told = replace(back, discount_reason="A scratch")
    shop.sam.do(partial(verb, line=told))
    assert of_line(shop, "discount_reason") == "A scratch"


# ---- what was allowed goes no further than it says ----


@pytest.mark.parametrize(
    ("allowed", "good", "bad"),
    [("23.00", ("23.50", "24.00"), ("22.99", "24.01", "240.00")), ("26.00", ("25.00", "24.00"), ("26.01", "23.99"))],
)
def test_a_price_that_was_allowed_says_nothing_of_the_other_side_of_the_cards(
    shop: PeopleAtWork, allowed: str, good: tuple[str, ...], bad: tuple[str, ...]
) -> None:
    shop.lets(shop.kim, shop.changing(LineEdit(unit_price=D(allowed))))
    for price in bad:
        refused = shop.refused(shop.kim, shop.changing(LineEdit(unit_price=D(price))))
        assert [need.permission for need in needs_of(refused)] == [Permission.CHANGE_PRICE]
    for price in good:
        shop.kim.do(shop.changing(LineEdit(unit_price=D(price))))


def test_goods_that_come_back_cheaper_by_approval_do_not_come_back_dearer(shop: PeopleAtWork) -> None:
    kettles = NewLine(shop.sam.items["kettle"], D(4), R, return_reason="Did not fit")
    returned = shop.lets(shop.kim, partial(invoices.add_items, invoice_id=None, lines=(kettles,))).record_id
    shop.line_id = shop.newest_line()
    shop.lets(shop.kim, partial(posting.allow_pay_out, invoice_id=returned))
    shop.kim.do(shop.changing(LineEdit(quantity=D(1))))
    shop.lets(shop.kim, shop.changing(LineEdit(unit_price=D(20))))
    dearer = shop.changing(LineEdit(unit_price=D(96)))
    assert [shop.refused(who, dearer).why for who in (shop.kim, shop.sam)] == [Why.RETURN_ABOVE_PRICE] * 2


def promised_at(shop: PeopleAtWork, edit: LineEdit) -> int:
    """Promise Lee a kettle at a price that Sam approved, set it aside and uncommit; return Kim's line to hand over."""
    with shop.sam.writing() as session:
        lee = add_customer(session)
    sale = shop.kim.rings_up(("kettle", "1", B), customer_id=lee)
    shop.line_id = shop.newest_line()
    shop.lets(shop.kim, shop.changing(edit))
    shop.kim.posts(sale)
    owed = stored(shop.sam.engine, Backorder).id
    filled = shop.sam.run(fills.fill_backorders, invoice_id=sale, fills=(Fill(owed, D(1)),)).record_id
    shop.sam.run(commitments.uncommit, invoice_id=filled)
    shop.line_id = shop.newest_line()
    return filled


def test_more_off_at_the_pick_up_is_off_the_cards_price(shop: PeopleAtWork) -> None:
    """Ninety percent of the price was approved when the goods were promised; another ten off leave 81."""
    filled = promised_at(shop, LineEdit(unit_price=D("21.60")))
    assert of_line(shop, "list_price") == D("24.00")
    assert asked(shop, shop.changing(LineEdit(discount_percent=D(10)))) == [(Permission.CHANGE_PRICE, D(81), D(1))]
    shop.kim.posts(filled)


def test_what_was_given_off_a_promise_is_not_asked_again_at_the_pick_up(shop: PeopleAtWork) -> None:
    why = "Waits for half a year"
    filled = promised_at(shop, LineEdit(discount_percent=D(50), discount_reason=why))
    shop.kim.do(shop.changing(LineEdit(discount=D(11), discount_reason=why)))
    assert asked(shop, shop.changing(LineEdit(discount=D(13), discount_reason=why)))[0][:2] == (
        Permission.DISCOUNT,
        D("54.17"),
    )
    shop.kim.posts(filled)


@pytest.mark.parametrize("sell", ["1", "9"])
def test_a_split_asks_for_no_cent_that_rounding_made(shop: PeopleAtWork, sell: str) -> None:
    """Ten percent of 99.90 is 9.99, which ten lines of one cannot share evenly."""
    shop.sam.stores("pan", price="9.99", on_hand="99")
    shop.kim.rings_up(("pan", "10"))
    shop.line_id = shop.newest_line()
    shop.kim.do(shop.changing(LineEdit(discount=D("9.99"))))
    shop.kim.run(invoices.split_line, line_id=shop.line_id, sell=D(sell))
    shop.kim.do(shop.changing(LineEdit(trans_code=B)))
    shop.line_id = shop.newest_line()
    shop.kim.do(shop.changing(LineEdit(trans_code=TransCode.SALE)))
    more = LineEdit(discount=D(of_line(shop, "discount")) + D("0.02"))  # type: ignore[arg-type]
    assert [permission for permission, *_ in asked(shop, shop.changing(more))] == [Permission.DISCOUNT]


def test_less_money_that_goes_out_is_not_asked_again(shop: PeopleAtWork) -> None:
    """The line on which it was remembered is sold again; what is left goes out by the other."""
    shop.sam.stores("pan", price="10.00", on_hand="5")
    lines = tuple(NewLine(shop.sam.items[code], D(1), R, return_reason="Did not fit") for code in ("pan", "kettle"))
    add = partial(invoices.add_items, invoice_id=None, lines=lines)
    key = uuid4()
    for _ in lines:
        shop.approves(add, key, *needs_of(shop.refused(shop.kim, add, key)), asks=shop.kim)
    returned = shop.kim.do(add, key).record_id
    shop.lets(shop.kim, partial(posting.allow_pay_out, invoice_id=returned))
    shop.line_id = shop.newest_line() - 1
    shop.kim.do(shop.changing(LineEdit(trans_code=TransCode.SALE)))
    assert shop.kim.total_of(returned) == D("-14.00")
    shop.pat.posts(returned)


def test_each_who_approved_is_named_with_what_they_approved(shop: PeopleAtWork) -> None:
    bob, key = shop.hires("bob", Role.MANAGER), uuid4()
    cheap = shop.changing(LineEdit(unit_price=D(20), discount_percent=D(20)))
    for need in needs_of(shop.refused(shop.kim, cheap, key)):
        by = bob if need.permission is Permission.DISCOUNT else shop.sam
        shop.approves(cheap, key, need, asks=shop.kim, by=by)
    shop.kim.do(cheap, key)
    assert {(what, who) for what, _extent, _quantity, who in shop.allowed()} == {
        ("discount", bob.employee_id),
        ("change price", shop.sam.employee_id),
    }


def test_a_line_for_which_goods_are_free_is_not_asked_about_at_post(shop: PeopleAtWork) -> None:
    """Nine kettles, six of them set aside: three are free, and the fourth was approved."""
    shop.sam.run(commitments.commit, invoice_id=_held_for_lee(shop))
    sale = shop.kim.rings_up(("kettle", "3"), ("pan", "1"))
    fourth = NewLine(shop.sam.items["kettle"], D(1), sell_anyway=True)
    shop.lets(shop.kim, partial(invoices.add_items, invoice_id=sale, lines=(fourth,)))
    shop.kim.posts(sale)


def _held_for_lee(shop: PeopleAtWork) -> int:
    shop.sam.stores("pan", on_hand="5")
    with shop.sam.writing() as session:
        lee = add_customer(session)
    return shop.sam.rings_up(("kettle", "6"), customer_id=lee)


def test_an_approval_without_end_is_given_only_by_whose_own_right_has_none(shop: PeopleAtWork) -> None:
    max_ = shop.hires("max", Role.CLERK)
    with pytest.raises(RefusedError) as refused:
        shop.approves(
            shop.changing(LineEdit(discount_percent=D(20))),
            uuid4(),
            Permit(Permission.DISCOUNT, None, D(5)),
            asks=shop.kim,
            by=max_,
        )
    assert refused.value.refusal.why is Why.APPROVER_MAY_NOT
