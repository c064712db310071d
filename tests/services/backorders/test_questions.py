"""Guide: "Needs Information" — an open question keeps a backorder off orders, plans and goods, and nothing else."""

from datetime import UTC
from decimal import Decimal
from functools import partial

import pytest
import sqlalchemy as sa

from ordering_seed import line_of, orders, stocks, stored_allocations
from posim_desktop.domain.changes import Change, Record
from posim_desktop.domain.errors import Cell, Field, Refusal, RefusedError
from posim_desktop.domain.people.permissions import Role
from posim_desktop.domain.purchasing.allocation import AllocationKind
from posim_desktop.domain.purchasing.orders import end_of_day
from posim_desktop.domain.why import Why
from posim_desktop.orm import AuditEvent, Backorder, BackorderEvent, InvoiceLine
from posim_desktop.queries.backorders import backorders as cards
from posim_desktop.queries.backorders import fillable, left_out
from posim_desktop.queries.deck import DeckPart, Found, count
from posim_desktop.queries.purchasing import allocations as plans
from posim_desktop.queries.purchasing import auto_backorder_po as overviews
from posim_desktop.queries.purchasing import auto_order as proposals
from posim_desktop.services.backorders import backorders, questions
from posim_desktop.services.cards import items
from posim_desktop.services.purchasing import allocations, auto_backorder_po
from posim_desktop.services.purchasing import orders as purchase_orders
from posim_desktop.services.sales import fills
from posim_desktop.services.sales.fills import Fill
from receiving_seed import TODAY, Shop, open_shop, race
from seeding import Till, stored

D = Decimal
WHICH = "Which color?"


@pytest.fixture
def shop(till: Till) -> Shop:
    """A shop that buys mugs from its vendor."""
    opened = open_shop(till)
    stocks(till, "mug", vendor_id=opened.vendor_id)
    return opened


def asks(shop: Shop, backorder_id: int, question: str = WHICH) -> frozenset[Change]:
    return shop.till.run(questions.ask, backorder_id=backorder_id, question=question).changes


def answers(shop: Shop, backorder_id: int, answer: str = "Blue") -> None:
    shop.till.run(questions.answer, backorder_id=backorder_id, answer=answer)


def question_of(shop: Shop, backorder_id: int) -> str:
    return shop.read(sa.select(Backorder.question).where(Backorder.id == backorder_id))


def in_part(shop: Shop, part: DeckPart) -> int:
    with shop.till.engine.connect() as connection:
        return count(connection, cards.DECK, Found(part=part))


def test_a_question_and_its_answer_stand_on_the_card(shop: Shop) -> None:
    backorder_id = shop.owes("mug", "2", shop.lee)
    asks(shop, backorder_id, f"  {WHICH} ")
    assert question_of(shop, backorder_id) == WHICH
    assert (in_part(shop, DeckPart.NEEDS_INFORMATION), in_part(shop, DeckPart.WAITING)) == (1, 1)

    answers(shop, backorder_id)

    assert question_of(shop, backorder_id) == ""
    assert in_part(shop, DeckPart.NEEDS_INFORMATION) == 0
    events = sa.select(BackorderEvent.kind, BackorderEvent.name, BackorderEvent.reason).order_by(BackorderEvent.id)
    with shop.till.engine.connect() as connection:
        assert [tuple(row) for row in connection.execute(events)] == [("ask", "Sam", WHICH), ("answer", "Sam", "Blue")]
    shop.holds()


@pytest.mark.parametrize("words", ["", "   ", "bell\x07", "card 4111111111111111", "x" * 201])
def test_words_that_are_none_are_refused_at_their_field(shop: Shop, words: str) -> None:
    backorder_id = shop.owes("mug", "2", shop.lee)
    refusal = shop.till.refusal(questions.ask, backorder_id=backorder_id, question=words)
    assert refusal.where == Field("question")
    asks(shop, backorder_id)
    refusal = shop.till.refusal(questions.answer, backorder_id=backorder_id, answer=words)
    assert refusal.where == Field("answer")
    assert question_of(shop, backorder_id) == WHICH


def test_each_plan_says_how_many_it_leaves_out(shop: Shop) -> None:
    stocks(shop.till, "pan", vendor_id=None)
    asked = shop.owes("mug", "2", shop.lee)
    shop.owes("mug", "1", shop.kim)
    asks(shop, shop.owes("pan", "1", shop.lee))
    order_id = shop.orders(("mug", "3"))
    log_id = shop.unloads(order_id)

    def told() -> tuple[int, int, int]:
        with shop.till.engine.connect() as connection:
            return (
                left_out.of_vendor(connection, shop.vendor_id),
                left_out.on_order(connection, order_id),
                left_out.on_log(connection, log_id),
            )

    assert told() == (0, 0, 0)
    asks(shop, asked)
    assert told() == (1, 1, 1)
    answers(shop, asked)
    assert told() == (0, 0, 0)


def test_one_question_is_open_at_a_time_and_is_answered_once(shop: Shop) -> None:
    backorder_id = shop.owes("mug", "2", shop.lee)
    ask = partial(questions.ask, backorder_id=backorder_id, question="Which size?")
    answer = partial(questions.answer, backorder_id=backorder_id, answer="Red")
    assert shop.till.refusal(answer).why is Why.NO_QUESTION_OPEN
    asks(shop, backorder_id)
    assert shop.till.refusal(ask).why is Why.QUESTION_OPEN
    answers(shop, backorder_id)
    assert shop.till.refusal(answer).why is Why.NO_QUESTION_OPEN


def test_nothing_is_asked_about_what_nobody_is_owed(shop: Shop) -> None:
    backorder_id, _invoice = shop.fill_invoice("mug", "1", shop.lee)
    refusal = shop.till.refusal(questions.ask, backorder_id=backorder_id, question=WHICH)
    assert refusal.why is Why.NOTHING_TO_ASK
    refusal = shop.till.refusal(questions.ask, backorder_id=77, question=WHICH)
    assert refusal.why is Why.NO_SUCH_BACKORDER


def test_asking_releases_what_orders_were_to_bring(shop: Shop) -> None:
    backorder_id = shop.owes("mug", "3", shop.lee)
    sent = shop.orders(("mug", "2"), allocations=(("mug", backorder_id, "2"),))
    working = orders(shop.till, shop.vendor_id, ("mug", "1"))
    shop.till.run(purchase_orders.add_backorders, purchase_order_id=working, backorder_ids=(backorder_id,))

    changes = asks(shop, backorder_id)

    assert stored_allocations(shop.till) == {}
    assert {Change(Record.PURCHASE_ORDER, sent), Change(Record.PURCHASE_ORDER, working)} <= changes
    with shop.till.engine.connect() as connection:
        (lost,) = plans.shrunk(connection, (sent,), backorder_id=backorder_id)
    assert (lost.why, lost.lost, lost.customer) == (AllocationKind.ASKED, D(2), "Lee")
    assert '"released": "3.000"' in stored(shop.till.engine, AuditEvent, AuditEvent.action == "ask customer").after
    shop.holds()


def test_nothing_is_bought_or_planned_until_the_answer(shop: Shop) -> None:
    lee, kim = shop.owes("mug", "3", shop.lee), shop.owes("mug", "1", shop.kim)
    asks(shop, lee)
    before = end_of_day(TODAY, UTC)
    with shop.till.engine.connect() as connection:
        overview = overviews.overview(connection, before)
        (row,) = proposals.proposal(connection, shop.vendor_id, None, TODAY, 0)
    assert [(each.backorders, each.unallocated, each.to_order) for each in overview.vendors] == [(1, D(1), D(1))]
    assert overview.need_information == 1
    assert (row.need.outstanding, row.proposal.order, [old.id for old in row.old]) == (D(1), D(1), [kim])

    order_id = shop.till.run(
        purchase_orders.add_backorders, purchase_order_id=None, vendor_id=shop.vendor_id, backorder_ids=None
    ).record_id
    assert line_of(shop.till, order_id, "mug").quantity == D(1)
    refusal = shop.till.refusal(purchase_orders.add_backorders, purchase_order_id=order_id, backorder_ids=(lee,))
    assert refusal.where == Field("backorder")
    assert shop.till.run(auto_backorder_po.create, before=before, vendor_ids=(shop.vendor_id,)).record_id == 0

    answers(shop, lee)
    with shop.till.engine.connect() as connection:
        (vendor,) = overviews.overview(connection, before).vendors
    assert vendor.to_order == D(3)
    shop.holds()


def test_an_order_is_allocated_to_whom_no_question_is_open(shop: Shop) -> None:
    lee, kim = shop.owes("mug", "3", shop.lee), shop.owes("mug", "1", shop.kim)
    order_id = shop.orders(("mug", "4"))
    asks(shop, lee)
    with shop.till.engine.connect() as connection:
        shown = plans.proposal(connection, order_id)
    assert shown is not None
    assert [row.backorder_id for item in shown.items for row in item.rows] == [kim]
    line_id = line_of(shop.till, order_id, "mug").id
    refusal = shop.till.refusal(
        allocations.change, purchase_order_id=order_id, allocations=((line_id, kim, D(1)), (line_id, lee, D(1)))
    )
    assert_needs_information(refusal, Cell("allocation", line_id, lee))


def test_a_delivery_goes_to_whom_no_question_is_open(shop: Shop) -> None:
    lee, kim = shop.owes("mug", "3", shop.lee), shop.owes("mug", "1", shop.kim)
    log_id = shop.unloads(shop.orders(("mug", "4")))
    asks(shop, lee)
    assert [share.backorder_id for share in shop.proposal(log_id)] == [kim]
    share = shop.share(log_id, "mug", lee, rcv="1")
    refusal = refused(shop, log_id, share)
    assert_needs_information(refusal, share.cell("rcv"))

    shop.receives(log_id, shop.share(log_id, "mug", lee, canc="1", reason="Moved"), *shop.proposal(log_id))

    assert (shop.figures(lee), shop.figures(kim)) == ("U2 R0 C1 W0 F0", "U0 R1 C0 W1 F0")


def test_the_shelf_fills_nobody_who_has_a_question_to_answer(shop: Shop) -> None:
    backorder_id = shop.owes("mug", "3", shop.lee)
    invoice_id = shop.read(sa.select(InvoiceLine.invoice_id))
    shop.till.run(items.adjust_stock, item_id=shop.till.items["mug"], reason="Found", counted=D(5))
    asks(shop, backorder_id)
    with shop.till.engine.connect() as connection:
        assert fillable.count(connection) == 0
        (row,) = fillable.of_invoice(connection, invoice_id)
    assert row.question == WHICH
    assert in_part(shop, DeckPart.FILLABLE) == 0
    filling = partial(fills.fill_backorders, invoice_id=invoice_id, fills=(Fill(backorder_id, D(1)),))
    refusal = shop.till.refusal(filling)
    assert_needs_information(refusal, Cell("quantity", backorder_id))

    answers(shop, backorder_id)
    shop.till.do(filling)
    assert shop.figures(backorder_id) == "U2 R1 C0 W1 F0"
    shop.holds()


def test_canceling_and_picking_up_go_on(shop: Shop) -> None:
    backorder_id, invoice_id = shop.fill_invoice("mug", "2", shop.lee)
    shop.till.run(fills.reduce_line, line_id=shop.fill_line(invoice_id), quantity=D(1))
    asks(shop, backorder_id)
    shop.picks_up(invoice_id)
    cancel = partial(backorders.cancel, employee_id=shop.till.employee_id, reason="Moved", quantity=D(1))
    shop.till.run(cancel, backorder_id=backorder_id)
    assert shop.figures(backorder_id) == "U0 R1 C1 W0 F1"
    assert in_part(shop, DeckPart.NEEDS_INFORMATION) == 0
    shop.holds()


def test_a_cashier_asks_and_answers(shop: Shop) -> None:
    backorder_id = shop.owes("mug", "2", shop.lee)
    shop.serves_as(Role.CASHIER)
    asks(shop, backorder_id)
    answers(shop, backorder_id)
    shop.holds()


def test_of_two_who_ask_at_once_one_is_told(shop: Shop) -> None:
    backorder_id = shop.owes("mug", "2", shop.lee)
    results = race(
        shop.till,
        partial(questions.ask, backorder_id=backorder_id, question=WHICH),
        partial(questions.ask, backorder_id=backorder_id, question="Which size?"),
    )
    assert len([each for each in results if isinstance(each, RefusedError)]) == 1
    shop.holds()


def test_what_else_a_customer_takes_is_noted(shop: Shop) -> None:
    backorder_id = shop.owes("mug", "2", shop.lee)
    for words in (" any blue one ", "any blue one", ""):
        shop.till.run(questions.note_will_also_take, backorder_id=backorder_id, will_also_take=words)
        with shop.till.engine.connect() as connection:
            card = cards.details(connection, backorder_id)
        assert card is not None
        assert card.will_also_take == words.strip()
    assert shop.read(sa.select(sa.func.count()).where(AuditEvent.action == "change will also take")) == 2
    refusal = shop.till.refusal(
        questions.note_will_also_take, backorder_id=backorder_id, will_also_take="4111 1111 1111 1111"
    )
    assert refusal.where == Field("will_also_take")


def refused(shop: Shop, log_id: int, *shares: object) -> Refusal:
    return shop.till.refusal(shop.posting(log_id, *shares))  # type: ignore[arg-type]


def assert_needs_information(refusal: Refusal, where: Cell) -> None:
    assert (refusal.why, refusal.where, refusal.facts["question"]) == (Why.NEEDS_INFORMATION, where, WHICH)
