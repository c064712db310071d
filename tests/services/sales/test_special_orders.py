"""Guide: "Special orders" — saved as typed, and posted as a whole or not at all."""

from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import uuid4

import pytest
import sqlalchemy as sa

from agreement import disagreements
from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Field, RefusedError
from posim_desktop.domain.people.permissions import Role, needs_of
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.sales.card_requests import RequestState, TerminalAnswer
from posim_desktop.domain.sales.invoice import InvoiceStatus, Origin
from posim_desktop.domain.sales.special_orders import SpecialLine, SpecialOrderHead
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.domain.why import Why
from posim_desktop.orm import (
    Backorder,
    Customer,
    CustomerMoney,
    Invoice,
    InvoiceLine,
    Item,
    PriceWord,
    SpecialOrder,
    TaxCode,
    TenderPaid,
)
from posim_desktop.orm import SpecialOrderLine as LineRow
from posim_desktop.orm.base import Base, table_of
from posim_desktop.queries.backorders import backorders as backorder_queries
from posim_desktop.queries.sales import special_orders as special_order_queries
from posim_desktop.services.cards import items
from posim_desktop.services.database import snapshot
from posim_desktop.services.sales import (
    card_requests,
    commitments,
    fills,
    invoices,
    special_order_payments,
    special_order_posting,
    special_orders,
)
from posim_desktop.services.sales import posting as posting_verbs
from posim_desktop.services.sales.invoices import LineEdit, NewLine
from posim_desktop.services.sales.special_orders import WantedItem
from seeding import CASH, Till, add_customer, add_employee, add_tax_code, prefer, rewrite, stored, together

D = Decimal
COAT = SpecialLine(description="Winter coat, green", quantity=D(2), unit_price=D("120.00"), cost=D("60.00"))


def clean(till: Till) -> bool:
    with snapshot(till.engine) as connection:
        return disagreements(connection) == ()


def rows(till: Till, entity: type[Base], *columns: str) -> list[tuple[Any, ...]]:
    table = table_of(entity)
    with till.engine.connect() as connection:
        found = connection.execute(sa.select(*(table.c[name] for name in columns)).order_by(table.c.id))
        return [tuple(row) for row in found]


def has_lee(till: Till) -> int:
    with till.writing() as session:
        return add_customer(session)


def orders(till: Till, *lines: SpecialLine, customer_id: int | None, percent: str = "0") -> int:
    """Write a special order of things that are not on file."""
    order_id = till.run(special_orders.start, customer_id=customer_id).record_id
    for line in lines:
        till.run(special_orders.add_new_item, special_order_id=order_id, line=line)
    head = SpecialOrderHead(deposit_percent=D(percent))
    till.run(special_orders.set_head, special_order_id=order_id, head=head, employee_id=till.employee_id)
    return order_id


def posting(order_id: int, deposit: str = "0.00") -> partial[Done]:
    tenders = (Tender(CASH, D(deposit)),) if D(deposit) else ()
    return partial(special_order_posting.post, special_order_id=order_id, tenders=tenders, expected_deposit=D(deposit))


def test_what_is_typed_is_kept_and_makes_nothing_else(till: Till) -> None:
    order_id = orders(till, COAT, customer_id=None)
    line_id = rows(till, LineRow, "id")[0][0]
    changed = SpecialLine(description="Winter coat, blue", quantity=D(1), unit_price=D(99), price_ceiling=D(120))
    till.run(special_orders.change_line, line_id=line_id, line=changed)
    head = SpecialOrderHead(reach="Evenings", customer_order="PO 77", note="Gift", deposit=D(20))
    till.run(special_orders.set_head, special_order_id=order_id, head=head, employee_id=till.employee_id)
    row = stored(till.engine, SpecialOrder)
    assert (row.status, row.number, row.reach, row.deposit, row.deposit_percent) == (
        *("working", None, "Evenings", D("20.00"), None),
    )
    assert rows(till, LineRow, "description", "quantity", "price_ceiling") == [("Winter coat, blue", D(1), D(120))]
    assert rows(till, Item, "id") == rows(till, Invoice, "id") == []
    assert clean(till)


def test_what_is_wanted_in_one_piece_is_promised_in_one_piece(till: Till) -> None:
    order_id = orders(till, COAT, replace(COAT, one_piece=True), customer_id=has_lee(till))
    till.run(posting(order_id))
    assert rows(till, Backorder, "one_piece") == [(False,), (True,)]
    assert clean(till)


def test_an_item_on_file_brings_what_its_card_says(till: Till) -> None:
    item_id = till.stores("kettle", price="24.00")
    wanted = (WantedItem(item_id, D(3)),)
    order_id = till.run(special_orders.add_items, special_order_id=None, items=wanted).record_id
    assert rows(till, LineRow, "special_order_id", "on_file", "description", "quantity", "unit_price", "cost") == [
        (order_id, True, "Kettle", D(3), D(24), D(1))
    ]
    service = till.stores("repair", stocked=False)
    refusal = till.refusal(special_orders.add_items, special_order_id=order_id, items=(WantedItem(service),))
    assert refusal.why is Why.NOT_STOCKED_NOT_BACKORDERED


def test_a_new_order_asks_the_deposit_that_the_shop_usually_asks(till: Till) -> None:
    with till.writing() as session:
        prefer(session, deposit_percent=30)
    till.run(special_orders.start)
    assert stored(till.engine, SpecialOrder).deposit_percent == D(30)


def test_the_usual_deposit_is_an_amount_too_but_no_more_than_the_goods_cost(till: Till) -> None:
    with till.writing() as session:
        prefer(session, deposit_percent=30, deposit_amount=15_000)
        clerk = add_employee(session, "kit", role=Role.CASHIER)
    lee = has_lee(till)
    asked = till.run(special_orders.start, customer_id=lee).record_id
    assert rows(till, SpecialOrder, "deposit_percent", "deposit") == [(None, D("150.00"))]
    till.run(special_orders.add_new_item, special_order_id=asked, line=COAT)
    till.do(posting(asked, "150.00"))

    cheap = till.run(special_orders.start, customer_id=lee).record_id
    till.run(special_orders.add_new_item, special_order_id=cheap, line=SpecialLine(description="Hat", unit_price=D(9)))
    with snapshot(till.engine) as connection:
        found = special_order_queries.details(connection, cheap)
    assert found is not None
    assert found.deposit == D("9.00")
    till.do(posting(cheap, "9.00"))

    less = orders(till, COAT, customer_id=lee, percent="50")
    till.employee_id = clerk
    with pytest.raises(RefusedError) as refused:
        till.do(posting(less, "120.00"))
    assert [need.permission for need in needs_of(refused.value.refusal)] == [Permission.LOWER_DEPOSIT]
    assert clean(till)


def test_posting_makes_the_card_the_invoice_the_deposit_and_a_backorder_per_line(till: Till) -> None:
    with till.writing() as session:
        tax_code_id = add_tax_code(session, rate="10")
        prefer(session, special_order_terms="No returns.")
    item_id = till.stores("kettle", price="24.00", tax_code_id=tax_code_id)
    lee = has_lee(till)
    order_id = orders(till, COAT, customer_id=lee, percent="25")
    till.run(special_orders.add_items, special_order_id=order_id, items=(WantedItem(item_id),))

    till.do(posting(order_id, "66.60"))  # 25 % of 240 and of 26.40, rounded once

    order = stored(till.engine, SpecialOrder)
    assert (order.status, order.number, order.terms) == ("posted", 1, "No returns.")
    invoice = stored(till.engine, Invoice)
    assert (invoice.id, invoice.status, invoice.origin, invoice.total) == (
        *(order.invoice_id, InvoiceStatus.PROCESSED, Origin.SPECIAL_ORDER, D("66.60")),
    )
    coat = stored(till.engine, Item, Item.code != "kettle")
    assert (coat.description, coat.price, coat.cost, coat.on_hand) == ("Winter coat, green", D(120), D(60), D(0))
    assert rows(till, Backorder, "item_id", "ordered", "unit_price", "customer_id") == [
        (coat.id, D(2), D(120), lee),
        (item_id, D(1), D(24), lee),
    ]
    assert rows(till, InvoiceLine, "trans_code", "unit_price") == [
        ("B", D(120)),
        ("B", D(24)),
        ("D", D("60.55")),
        ("D", D("6.05")),
    ]
    promised = [line_id for (line_id,) in rows(till, InvoiceLine, "id")][:2]
    assert rows(till, LineRow, "item_id", "invoice_line_id") == [(coat.id, promised[0]), (item_id, promised[1])]
    backorders = [backorder_id for (backorder_id,) in rows(till, Backorder, "id")]
    assert rows(till, CustomerMoney, "kind", "backorder_id", "amount") == [
        ("taken", backorders[0], D("60.55")),
        ("taken", backorders[1], D("6.05")),
    ]
    assert clean(till)


def test_without_a_deposit_nothing_is_handed_over(till: Till) -> None:
    order_id = orders(till, COAT, customer_id=has_lee(till))
    till.do(posting(order_id))
    assert stored(till.engine, Invoice).total == 0
    assert rows(till, InvoiceLine, "trans_code") == [("B",)]
    assert clean(till)


@pytest.mark.parametrize(
    ("lines", "has_customer", "why", "field"),
    [
        ((), True, Why.SPECIAL_ORDER_EMPTY, "item"),
        ((COAT,), False, Why.SPECIAL_ORDER_NEEDS_CUSTOMER, "customer"),
        ((COAT, SpecialLine(unit_price=D(3))), True, Why.SPECIAL_LINE_UNNAMED, "description"),
        ((COAT, SpecialLine(description="Hat")), True, Why.SPECIAL_LINE_UNPRICED, "unit_price"),
    ],
)
def test_an_order_that_is_not_ready_is_not_posted_and_says_where(
    till: Till, lines: tuple[SpecialLine, ...], *, has_customer: bool, why: Why, field: str
) -> None:
    order_id = orders(till, *lines, customer_id=has_lee(till) if has_customer else None)
    with pytest.raises(RefusedError) as refused:
        till.do(posting(order_id))
    assert (refused.value.refusal.why, refused.value.refusal.where) == (why, Field(field))
    assert rows(till, Item, "id") == rows(till, Invoice, "id") == []


def test_a_deposit_that_is_another_than_the_person_saw_is_not_taken(till: Till) -> None:
    order_id = orders(till, COAT, customer_id=has_lee(till), percent="25")
    with pytest.raises(RefusedError) as refused:
        till.do(posting(order_id, "50.00"))
    refusal = refused.value.refusal
    assert (refusal.why, refusal.facts["deposit"]) == (Why.DEPOSIT_CHANGED, D("60.00"))
    assert rows(till, Item, "id") == []


def test_a_deposit_is_at_most_what_the_goods_will_cost(till: Till) -> None:
    order_id = orders(till, COAT, customer_id=has_lee(till))
    head = SpecialOrderHead(deposit=D("240.01"))
    till.run(special_orders.set_head, special_order_id=order_id, head=head, employee_id=till.employee_id)
    with pytest.raises(RefusedError) as refused:
        till.do(posting(order_id, "240.01"))
    assert (refused.value.refusal.why, refused.value.refusal.where) == (Why.DEPOSIT_ABOVE_GOODS, Field("deposit"))


def test_less_than_the_usual_deposit_takes_the_permission_and_its_limit(till: Till) -> None:
    with till.writing() as session:
        prefer(session, deposit_percent=30)
        clerk = add_employee(session, "kit", role=Role.CASHIER)
    order_id = orders(till, COAT, customer_id=has_lee(till), percent="20")
    owner, till.employee_id = till.employee_id, clerk
    with pytest.raises(RefusedError) as refused:
        till.do(posting(order_id, "48.00"))
    needed = [need.extent for need in needs_of(refused.value.refusal)]
    assert (refused.value.refusal.where, needed) == (Field("deposit"), [D(20)])
    till.employee_id = owner
    till.do(posting(order_id, "48.00"))


def test_an_archived_customer_gets_no_new_promise(till: Till) -> None:
    lee = has_lee(till)
    order_id = orders(till, COAT, customer_id=lee)
    with till.writing() as session:
        rewrite(session, Customer, lee, archived=True)
    with pytest.raises(RefusedError) as refused:
        till.do(posting(order_id))
    assert refused.value.refusal.why is Why.CARD_ARCHIVED_IN_USE


def test_a_card_that_was_archived_meanwhile_is_not_put_on_a_new_item(till: Till) -> None:
    with till.writing() as session:
        tax_code_id = add_tax_code(session)
    order_id = orders(
        till, SpecialLine(description="Hat", unit_price=D(9), tax_code_id=tax_code_id), customer_id=has_lee(till)
    )
    with till.writing() as session:
        rewrite(session, TaxCode, tax_code_id, archived=True)
    with pytest.raises(RefusedError) as refused:
        till.do(posting(order_id))
    assert refused.value.refusal.where == Field("tax_code_id")
    assert rows(till, Item, "id") == []


def test_what_was_discarded_says_why_and_is_posted_no_more(till: Till) -> None:
    order_id = orders(till, COAT, customer_id=has_lee(till))
    assert till.refusal(special_orders.discard, special_order_id=order_id, reason=" ").where == Field("reason")
    till.run(special_orders.discard, special_order_id=order_id, reason="Found it elsewhere")
    order = stored(till.engine, SpecialOrder)
    assert (order.status, order.discard_reason, order.number) == ("discarded", "Found it elsewhere", None)
    with pytest.raises(RefusedError) as refused:
        till.do(posting(order_id))
    assert refused.value.refusal.why is Why.SPECIAL_ORDER_DISCARDED
    assert clean(till)


def test_a_posted_order_no_longer_changes(till: Till) -> None:
    order_id = orders(till, COAT, customer_id=has_lee(till))
    till.do(posting(order_id))
    line_id = rows(till, LineRow, "id")[0][0]
    for refusal in (
        till.refusal(special_orders.change_line, line_id=line_id, line=COAT),
        till.refusal(special_orders.remove_line, line_id=line_id),
        till.refusal(special_orders.add_new_item, special_order_id=order_id, line=COAT),
        till.refusal(special_orders.set_customer, special_order_id=order_id, customer_id=None),
        till.refusal(special_orders.discard, special_order_id=order_id, reason="Why not"),
    ):
        assert refusal.why is Why.SPECIAL_ORDER_POSTED


def test_posting_twice_under_one_key_happens_once(till: Till) -> None:
    order_id = orders(till, COAT, customer_id=has_lee(till), percent="50")
    key, deed = uuid4(), posting(order_id, "120.00")
    assert till.do(deed, key) == till.do(deed, key)
    assert [len(rows(till, entity, "id")) for entity in (Invoice, Item, Backorder)] == [1, 1, 1]


def test_of_two_clerks_who_post_one_order_one_does(postgres_till: Till) -> None:
    till = postgres_till
    order_id = orders(till, COAT, COAT, customer_id=has_lee(till), percent="50")
    outcomes: list[str] = []

    def posts() -> None:
        try:
            till.do(posting(order_id, "240.00"))
            outcomes.append("posted")
        except RefusedError as refused:
            outcomes.append(str(refused.refusal.why))

    together(posts, posts)
    assert sorted(outcomes) == sorted(["posted", str(Why.SPECIAL_ORDER_POSTED)])
    assert [len(rows(till, entity, "id")) for entity in (Invoice, Item, Backorder)] == [1, 2, 2]
    assert clean(till)


# ---- the price at pick-up ----


def waits(till: Till, price_ceiling: Decimal | None = None) -> int:
    """Order a coat specially, let it come in, and return the line of the open invoice on which it waits."""
    line = SpecialLine(description="Coat", unit_price=D("120.00"), price_ceiling=price_ceiling)
    till.do(posting(orders(till, line, customer_id=has_lee(till))))
    coat = stored(till.engine, Item)
    till.run(items.adjust_stock, item_id=coat.id, reason="Came in", by=D(1))
    owed = stored(till.engine, Backorder)
    source = stored(till.engine, Invoice).id
    waiting = till.run(fills.fill_backorders, invoice_id=source, fills=(fills.Fill(owed.id, D(1)),)).record_id
    till.run(commitments.uncommit, invoice_id=waiting)
    line_id: int = stored(till.engine, InvoiceLine, InvoiceLine.invoice_id == waiting).id
    return line_id


def as_cashier(till: Till) -> None:
    with till.writing() as session:
        till.employee_id = add_employee(session, "kit", role=Role.CASHIER)


def test_up_to_the_promise_anybody_may_ask_the_higher_price(till: Till) -> None:
    line_id = waits(till, price_ceiling=D("135.00"))
    as_cashier(till)
    till.run(invoices.change_line, line_id=line_id, edit=LineEdit(unit_price=D("135.00")))
    till.posts(stored(till.engine, InvoiceLine, InvoiceLine.id == line_id).invoice_id)
    assert rows(till, PriceWord, "id") == []
    assert clean(till)


@pytest.mark.parametrize(("promise", "most"), [(D("135.00"), "135.00"), (None, "120.00")])
def test_above_the_promise_it_takes_the_word_of_the_customer_which_is_kept(
    till: Till, promise: Decimal | None, most: str
) -> None:
    line_id = waits(till, promise)
    refusal = till.refusal(invoices.change_line, line_id=line_id, edit=LineEdit(unit_price=D("140.00")))
    assert (refusal.why, refusal.facts["most"]) == (Why.PRICE_ABOVE_PROMISE, D(most))
    agreed = LineEdit(unit_price=D("140.00"), customer_word="Lee, by phone")
    till.run(invoices.change_line, line_id=line_id, edit=agreed)
    assert rows(till, PriceWord, "unit_price", "word", "employee_id") == [
        (D("140.00"), "Lee, by phone", till.employee_id)
    ]
    with snapshot(till.engine) as connection:
        owed = backorder_queries.details(connection, 1)
    assert owed is not None
    assert [(said.unit_price, said.word, said.name) for said in owed.price_words] == [
        (D("140.00"), "Lee, by phone", "Sam")
    ]
    till.run(invoices.change_line, line_id=line_id, edit=LineEdit(unit_price=D("138.00")))  # less than was agreed to
    till.posts(stored(till.engine, InvoiceLine, InvoiceLine.id == line_id).invoice_id)
    assert clean(till)


def test_above_the_promise_the_role_must_allow_it_too(till: Till) -> None:
    line_id = waits(till, price_ceiling=D("135.00"))
    as_cashier(till)
    agreed = LineEdit(unit_price=D("140.00"), customer_word="Lee, by phone")
    assert till.refusal(invoices.change_line, line_id=line_id, edit=agreed).why is Why.NOT_PERMITTED


def test_what_the_customer_agreed_to_allows_nobody_else_to_ask_it(till: Till) -> None:
    line_id = waits(till, price_ceiling=D("135.00"))
    agreed = LineEdit(unit_price=D("140.00"), customer_word="Lee, by phone")
    till.run(invoices.change_line, line_id=line_id, edit=agreed)
    waiting = stored(till.engine, InvoiceLine, InvoiceLine.id == line_id)
    till.run(fills.discard, invoice_id=waiting.invoice_id)
    owed = stored(till.engine, Backorder)
    source = stored(till.engine, InvoiceLine, InvoiceLine.id == owed.source_line_id).invoice_id
    filled = till.run(fills.fill_backorders, invoice_id=source, fills=(fills.Fill(owed.id, D(1)),)).record_id
    till.run(commitments.uncommit, invoice_id=filled)
    line_id = stored(till.engine, InvoiceLine, InvoiceLine.invoice_id == filled).id
    as_cashier(till)
    again = LineEdit(unit_price=D("138.00"))
    assert till.refusal(invoices.change_line, line_id=line_id, edit=again).why is Why.NOT_PERMITTED


def test_a_lower_price_is_asked_as_ever(till: Till) -> None:
    line_id = waits(till, price_ceiling=D("135.00"))
    as_cashier(till)
    cheaper = LineEdit(unit_price=D("100.00"))
    assert till.refusal(invoices.change_line, line_id=line_id, edit=cheaper).why is Why.NOT_PERMITTED


def begins_to_pay(till: Till, deposit: str, *paid: Tender) -> tuple[int, int]:
    """Write an order of coats for Lee, and store what is paid of its deposit; return both documents."""
    order_id = orders(till, COAT, customer_id=has_lee(till), percent="25")
    begin = partial(special_order_payments.begin, note="Deposit", paid=paid)
    return order_id, till.run(begin, special_order_id=order_id, deposit=D(deposit)).record_id


def test_what_a_terminal_took_is_paid_with_the_posting(till: Till) -> None:
    """Cash and a card: the invoice on which they stand becomes that of the order, and nothing is taken twice."""
    order_id, invoice_id = begins_to_pay(till, "60.00", Tender(CASH, D("20.00")))
    card = Tender(TenderKind.CARD, D("40.00"))
    request = till.run(card_requests.ask, invoice_id=invoice_id, tender=card, terminal="127.0.0.1:1").record_id
    paid = (Tender(CASH, D("20.00")), replace(card, reference="R-7"))
    post = partial(special_order_posting.post, special_order_id=order_id, tenders=paid, paid_on=invoice_id)
    refusal = till.refusal(post, expected_deposit=D("60.00"))
    assert refusal.why is Why.TERMINAL_STILL_ASKED
    answer = TerminalAnswer(RequestState.APPROVED, "R-7")
    till.run(card_requests.answer, request_id=request, answer=answer)
    till.run(post, expected_deposit=D("60.00"))
    assert rows(till, Invoice, "id", "status", "origin", "total", "note") == [
        (invoice_id, InvoiceStatus.PROCESSED, Origin.SPECIAL_ORDER, D("60.00"), "")
    ]
    assert rows(till, TenderPaid, "kind", "amount", "reference") == [("cash", D(20), ""), ("card", D(40), "R-7")]
    assert rows(till, CustomerMoney, "kind", "amount", "backorder_id") == [("taken", D(60), 1)]
    assert clean(till)


def test_money_whose_order_is_never_posted_is_the_customers_credit(till: Till) -> None:
    """The program ended between the terminal's answer and the posting; the till recalls the invoice and posts it."""
    order_id, invoice_id = begins_to_pay(till, "60.00", Tender(CASH, D("60.00")))
    till.run(
        posting_verbs.post,
        invoice_id=invoice_id,
        tenders=(Tender(CASH, D("60.00")),),
        expected_total=D("60.00"),
        standing=1,
    )
    assert rows(till, CustomerMoney, "kind", "amount", "backorder_id") == [("taken", D(60), None)]
    late = partial(special_order_posting.post, special_order_id=order_id, tenders=(Tender(CASH, D("60.00")),))
    refusal = till.refusal(late, expected_deposit=D("60.00"), paid_on=invoice_id)
    assert refusal.why is Why.DEPOSIT_INVOICE_CHANGED
    assert clean(till)


def test_an_invoice_that_sells_something_by_now_is_not_made_the_orders(till: Till) -> None:
    order_id, invoice_id = begins_to_pay(till, "60.00", Tender(CASH, D("60.00")))
    new = NewLine(till.stores("kettle", on_hand="5"), D(1))
    till.run(invoices.add_items, invoice_id=invoice_id, lines=(new,))
    late = partial(special_order_posting.post, special_order_id=order_id, tenders=(Tender(CASH, D("60.00")),))
    refusal = till.refusal(late, expected_deposit=D("60.00"), paid_on=invoice_id)
    assert refusal.why is Why.DEPOSIT_INVOICE_CHANGED
    assert clean(till)
