"""Guide: "Correct a receiving log" — what goes back, whom it hurts, what is still to come, and what is refused."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial

import pytest
import sqlalchemy as sa

from ordering_seed import item_of, line_of, order_of, stored_allocations
from places import place
from posim_desktop.domain.cards.serials import Serials
from posim_desktop.domain.errors import Field, RefusedError
from posim_desktop.domain.receiving.charges import Spread
from posim_desktop.domain.receiving.corrections import TakenBack
from posim_desktop.domain.sales.tenders import Tender
from posim_desktop.orm import Backorder, Item, ItemCost, ReceivingCorrection, ReceivingLine
from posim_desktop.queries import serials as serial_queries
from posim_desktop.queries.receiving import corrections as correction_queries
from posim_desktop.queries.receiving import logs as reading
from posim_desktop.services.backorders import backorders, questions
from posim_desktop.services.cards import items
from posim_desktop.services.purchasing import posting as order_posting
from posim_desktop.services.receiving import corrections
from posim_desktop.services.receiving import logs as receiving
from posim_desktop.services.receiving import posting as receiving_posting
from posim_desktop.services.receiving import serials as log_serials
from posim_desktop.services.sales import commitments, tenders
from receiving_seed import TODAY, D, Shop, open_shop
from refusals import english
from seeding import CASH, Till, rewrite


@pytest.fixture
def shop(till: Till) -> Shop:
    """A shop that owes and orders kettles and lamps."""
    shop = open_shop(till)
    till.stores("kettle", on_hand="0")
    till.stores("lamp", on_hand="4", price="12.10")
    return shop


def refused(shop: Shop, deed: Callable[[], object]) -> tuple[str, str]:
    with pytest.raises(RefusedError) as refusal:
        deed()
    shop.holds()
    return place(refusal.value.refusal), english(refusal.value.refusal)


def received(shop: Shop, *, lee: str = "3", kim: str = "2", ordered: str = "10") -> tuple[int, int, int, int]:
    """Order and receive kettles, set aside for Lee and then Kim; return order, log and both backorders."""
    of_lee, of_kim = shop.owes("kettle", lee, shop.lee), shop.owes("kettle", kim, shop.kim)
    order = shop.orders(("kettle", ordered), allocations=(("kettle", of_lee, lee), ("kettle", of_kim, kim)))
    log = shop.unloads(order)
    shop.receives(log, *shop.proposal(log))
    return order, log, of_lee, of_kim


def state_of(shop: Shop, order: int, *owed: int) -> tuple[object, ...]:
    line = line_of(shop.till, order, "kettle")
    return (
        shop.stock("kettle"),
        (line.received, line.closed_short, line.still_open),
        order_of(shop.till, order).status,
        tuple(map(shop.figures, owed)),
        stored_allocations(shop.till),
    )


def test_what_is_on_the_shelf_goes_first(shop: Shop) -> None:
    order, log, of_lee, of_kim = received(shop)
    _id, plan = shop.corrects(log, ("kettle", "4"))
    assert plan[0].from_shelf == 4
    assert plan[0].backs == ()
    assert shop.stock("kettle") == ("6", "5", "0")
    assert (shop.figures(of_lee), shop.figures(of_kim)) == ("U0 R3 C0 W3 F0", "U0 R2 C0 W2 F0")
    # What did not come and will not is closed short; the order stays closed.
    line = line_of(shop.till, order, "kettle")
    assert (line.received, line.closed_short, line.still_open) == (6, 4, 0)
    assert order_of(shop.till, order).status == "closed"


def test_the_newest_backorder_loses_goods_first_and_is_owed_again(shop: Shop) -> None:
    order, log, of_lee, of_kim = received(shop)
    invoices = {row.customer_id: row.invoice_id for row in shop.invoices(log)}
    _id, plan = shop.corrects(log, ("kettle", "8"), coming=True)
    assert [(back.backorder_id, back.quantity, back.planned) for back in plan[0].backs] == [
        (of_kim, D(2), D(2)),
        (of_lee, D(1), D(1)),
    ]
    assert shop.stock("kettle") == ("2", "2", "8")
    assert (shop.figures(of_lee), shop.figures(of_kim)) == ("U1 R2 C0 W2 F0", "U2 R0 C0 W0 F0")
    assert shop.invoice(invoices[shop.kim]) == ("discarded", False)
    assert shop.invoice(invoices[shop.lee]) == ("working", True)
    assert order_of(shop.till, order).status == "processed"
    line = line_of(shop.till, order, "kettle")
    assert stored_allocations(shop.till) == {(line.id, of_lee): 1, (line.id, of_kim): 2}
    # The goods that come are proposed to them once more.
    again = shop.unloads(order)
    shop.receives(again, *shop.proposal(again))
    assert (shop.figures(of_lee), shop.figures(of_kim)) == ("U0 R3 C0 W3 F0", "U0 R2 C0 W2 F0")


def test_all_taken_back_at_once_leaves_everything_as_before(shop: Shop) -> None:
    shop.till.run(items.adjust_stock, item_id=shop.till.items["kettle"], reason="Found", by=D(5))
    of_lee = shop.owes("kettle", "3", shop.lee)
    order = shop.orders(("kettle", "10"), allocations=(("kettle", of_lee, "3"),))
    before = state_of(shop, order, of_lee)
    log = shop.unloads(order)
    shop.receives(log, *shop.proposal(log))
    (invoice,) = shop.invoices(log)
    chosen = ((of_lee, invoice.invoice_id, D(3)),)
    shop.corrects(log, ("kettle", "10"), coming=True, chosen=chosen)
    assert state_of(shop, order, of_lee) == before
    assert shop.invoice(invoice.invoice_id)[0] == "discarded"


def test_goods_that_were_picked_up_stay_with_the_customer(shop: Shop) -> None:
    _order, log, _of_lee, _of_kim = received(shop)
    invoices = {row.customer_id: row.invoice_id for row in shop.invoices(log)}
    shop.picks_up(invoices[shop.lee])
    taken = shop.asks_to_take_back(log, ("kettle", "8"))
    where, says = refused(shop, partial(shop.sees, log, taken))
    assert where == f"actual:{shop.line(log, 'kettle')}"
    assert says.startswith("At most 7 of kettle can be taken back. Picked up (customer · invoice): Lee · ")
    shop.corrects(log, ("kettle", "7"))
    assert shop.stock("kettle") == ("0", "0", "0")


def test_goods_that_were_sold_are_named_as_gone(shop: Shop) -> None:
    log = shop.unloads_freely(("kettle", "4"))
    shop.receives(log)
    shop.till.posts(shop.till.rings_up(("kettle", "3")))
    _where, says = refused(shop, partial(shop.sees, log, shop.asks_to_take_back(log, ("kettle", "2"))))
    assert says == "At most 1 of kettle can be taken back: the others were sold. Count the stock instead."


def test_no_more_is_taken_back_than_came(shop: Shop) -> None:
    _order, log, _of_lee, _of_kim = received(shop)
    _where, told = refused(shop, partial(shop.sees, log, shop.asks_to_take_back(log, ("kettle", "11"))))
    assert told == "10 of kettle were received. If more came, start another receiving log."
    assert refused(shop, partial(shop.sees, log, ()))[1] == "Enter what actually came, where it is less."
    shop.corrects(log, ("kettle", "6"))
    _where, told = refused(shop, partial(shop.sees, log, shop.asks_to_take_back(log, ("kettle", "5"))))
    assert told.startswith("4 of kettle were received.")


def test_what_waits_uncommitted_counts_as_on_the_shelf(shop: Shop) -> None:
    _order, log, of_lee, of_kim = received(shop)
    invoices = {row.customer_id: row.invoice_id for row in shop.invoices(log)}
    shop.till.run(commitments.uncommit, invoice_id=invoices[shop.kim])
    chosen = ((of_kim, invoices[shop.kim], D(2)),)
    _id, plan = shop.corrects(log, ("kettle", "4"), chosen=chosen)
    assert plan[0].from_shelf == 4
    assert (shop.figures(of_lee), shop.figures(of_kim)) == ("U0 R3 C0 W3 F0", "U2 R0 C0 W0 F0")
    assert shop.stock("kettle") == ("6", "3", "0")


def test_what_the_person_chooses_has_to_come_out_even(shop: Shop) -> None:
    _order, log, of_lee, _of_kim = received(shop)
    invoices = {row.customer_id: row.invoice_id for row in shop.invoices(log)}
    lee = invoices[shop.lee]

    def chosen(quantity: str, units: str) -> Callable[[], object]:
        taken = shop.asks_to_take_back(log, ("kettle", quantity), chosen=((of_lee, lee, D(units)),))
        return partial(shop.sees, log, taken)

    assert refused(shop, chosen("8", "2"))[1] == ("5 are on the shelf. Choose 1 more of those that wait for customers.")
    assert refused(shop, chosen("2", "3"))[1] == "3 are taken from customers, but only 2 did not come."
    assert refused(shop, chosen("8", "4"))[1] == "Only 3 of this backorder is set aside."


def test_whoever_has_a_question_to_answer_gets_no_plan(shop: Shop) -> None:
    of_lee, of_kim = shop.owes("kettle", "3", shop.lee), shop.owes("kettle", "4", shop.kim)
    order = shop.orders(("kettle", "5"))
    log = shop.unloads(order)
    shop.receives(log, *shop.proposal(log))
    shop.till.run(questions.ask, backorder_id=of_kim, question="Which color?")
    _id, plan = shop.corrects(log, ("kettle", "3"), coming=True)
    assert [(back.backorder_id, back.quantity, back.planned) for back in plan[0].backs] == [
        (of_kim, D(2), D(0)),
        (of_lee, D(1), D(1)),
    ]
    assert stored_allocations(shop.till) == {(line_of(shop.till, order, "kettle").id, of_lee): 1}


def test_more_came_than_was_ordered_so_less_is_still_to_come(shop: Shop) -> None:
    of_lee = shop.owes("kettle", "5", shop.lee)
    order = shop.orders(("kettle", "5"))
    log = shop.unloads(order, {"kettle": "7"})
    shop.receives(log, *shop.proposal(log))
    _id, plan = shop.corrects(log, ("kettle", "3"), coming=True)
    assert (plan[0].reopened, [(back.quantity, back.planned) for back in plan[0].backs]) == (D(1), [(D(1), D(1))])
    assert shop.stock("kettle") == ("4", "4", "1")
    assert shop.figures(of_lee) == "U1 R4 C0 W4 F0"


def test_what_somebody_did_meanwhile_is_shown_first(shop: Shop) -> None:
    _order, log, _of_lee, _of_kim = received(shop)
    deed = shop.correction(log, *shop.asks_to_take_back(log, ("kettle", "8")))
    shop.till.posts(shop.till.rings_up(("kettle", "1")))
    where, says = refused(shop, partial(shop.till.do, deed))
    assert where == "plan"
    assert says == "Somebody sold, set aside or received goods meanwhile. See what the correction does now."
    shop.corrects(log, ("kettle", "8"))


def test_a_correction_needs_a_reason_and_a_posted_log(shop: Shop) -> None:
    log = shop.unloads_freely(("kettle", "4"))
    taken = shop.asks_to_take_back(log, ("kettle", "1"))
    assert refused(shop, partial(shop.sees, log, taken))[1] == (
        "This receiving log is not posted yet. Change its quantities instead."
    )
    shop.receives(log)
    deed = shop.correction(log, *taken, reason=" ")
    assert refused(shop, partial(shop.till.do, deed))[0] == "reason"


def test_numbers_run_without_gaps_and_the_log_lists_its_corrections(shop: Shop) -> None:
    _order, log, _of_lee, _of_kim = received(shop)
    first, _plan = shop.corrects(log, ("kettle", "8"))
    shop.corrects(log, ("kettle", "1"))
    assert shop.read_all(sa.select(ReceivingCorrection.number).order_by(ReceivingCorrection.number)) == [1, 2]
    with shop.till.engine.connect() as connection:
        listed = correction_queries.corrections_of(connection, log)
        details = correction_queries.details(connection, first)
    assert [(row.number, row.quantity, row.reason) for row in listed] == [
        (1, D(8), "Counted twice"),
        (2, D(1), "Counted twice"),
    ]
    assert details is not None
    assert [(line.item, line.received, line.quantity) for line in details.lines] == [("kettle", D(10), D(8))]
    assert [(each.customer, each.quantity) for each in details.customers] == [("Kim", D(2)), ("Lee", D(1))]


def test_an_invoice_on_which_money_stands_is_not_emptied(shop: Shop) -> None:
    _order, log, _of_lee, _of_kim = received(shop)
    invoices = {row.customer_id: row.invoice_id for row in shop.invoices(log)}
    shop.till.run(tenders.take, invoice_id=invoices[shop.kim], tender=Tender(CASH, D(5)))
    deed = shop.correction(log, *shop.asks_to_take_back(log, ("kettle", "8")))
    assert refused(shop, partial(shop.till.do, deed))[1].startswith("The invoice of Kim would be left empty. ")


def cost_of(shop: Shop, code: str = "kettle") -> object:
    return shop.read(sa.select(Item.cost).where(Item.id == shop.till.items[code]))


def costing(shop: Shop, cost: str, quantity: str = "2") -> int:
    """Receive kettles at a cost."""
    log = shop.unloads_freely(("kettle", quantity))
    shop.till.run(receiving.set_cost, line_id=shop.line(log, "kettle"), cost=D(cost))
    shop.receives(log)
    return log


def test_the_card_costs_what_the_newest_delivery_that_counts_cost(shop: Shop) -> None:
    with shop.till.writing() as session:
        rewrite(session, Item, shop.till.items["kettle"], cost=D("5"))
    first, second = costing(shop, "6"), costing(shop, "60")
    assert cost_of(shop) == 60
    shop.corrects(second, ("kettle", "1"))
    assert cost_of(shop) == 60  # part of it stands
    shop.corrects(first, ("kettle", "2"))
    assert cost_of(shop) == 60
    shop.corrects(second, ("kettle", "1"))
    assert cost_of(shop) == 5
    costs = sa.select(ItemCost.cost).where(ItemCost.item_id == shop.till.items["kettle"]).order_by(ItemCost.id)
    assert shop.read_all(costs) == [5, 6, 60]


def units(shop: Shop, *numbers: str) -> int:
    with shop.till.writing() as session:
        rewrite(session, Item, shop.till.items["kettle"], serials=str(Serials.RECEIVING))
    log = shop.unloads_freely(("kettle", str(len(numbers))))
    shop.till.run(log_serials.enter, line_id=shop.line(log, "kettle"), serials=numbers)
    shop.receives(log)
    return log


def in_stock(shop: Shop) -> tuple[str, ...]:
    with shop.till.engine.connect() as connection:
        return serial_queries.in_stock(connection, shop.till.items["kettle"])


def test_units_with_serial_numbers_are_named_and_can_come_again(shop: Shop) -> None:
    log = units(shop, "K1", "K2", "K3")
    line = shop.line(log, "kettle")

    def named(quantity: str, *serials: str) -> tuple[TakenBack, ...]:
        return (TakenBack(line, D(quantity), serials=serials),)

    for serials, says in (
        (("K1",), "Choose the serial numbers of the 2 units of kettle that did not come."),
        (("K1", "K9"), "The unit with serial number K9 did not come with this line."),
    ):
        assert refused(shop, partial(shop.sees, log, named("2", *serials)))[1] == says
    shop.till.do(shop.correction(log, *named("2", "K1", "k3")))
    shop.holds()
    assert in_stock(shop) == ("K2",)
    assert refused(shop, partial(shop.sees, log, named("1", "K1")))[1].endswith("did not come with this line.")
    units(shop, "K1", "K3")
    assert in_stock(shop) == ("K1", "K2", "K3")


def test_goods_of_the_wrong_order_are_received_on_the_right_one(shop: Shop) -> None:
    wrong = shop.orders(("kettle", "3"), ("lamp", "1"))
    right = shop.orders(("kettle", "5"))
    log = shop.unloads(wrong)
    header = receiving.Header("R-77", None, TODAY, shop.till.employee_id or 0, "by truck")
    shop.till.run(receiving.set_header, receiving_log_id=log, header=header)
    shop.receives(log)
    correction, _plan = shop.corrects(log, ("kettle", "3"), ("lamp", "1"), coming=True)
    assert shop.stock("kettle") == ("0", "0", "8")
    begun = shop.till.run(corrections.prepare, correction_id=correction, purchase_order_id=right).record_id
    with shop.till.engine.connect() as connection:
        details = reading.details(connection, begun)
    assert details is not None
    assert (details.vendor_invoice, details.note) == ("R-77", "by truck")
    assert [(line.item, line.quantity, line.still_open) for line in details.lines] == [
        ("kettle", D(3), D(5)),
        ("lamp", D(1), None),
    ]
    shop.receives(begun)
    assert shop.stock("kettle") == ("3", "0", "5")


def test_preview_and_result_are_alike_in_every_state_of_the_fills(shop: Shop) -> None:
    """What a correction was to do, it does: committed, uncommitted, picked up, canceled, closed short."""
    _order, log, of_lee, of_kim = received(shop, ordered="12")
    invoices = {row.customer_id: row.invoice_id for row in shop.invoices(log)}
    shop.till.run(commitments.uncommit, invoice_id=invoices[shop.lee])
    for quantity, coming in (("1", True), ("2", False), ("1", True), ("6", False), ("2", True)):
        before = {each: _figures(shop, each) for each in (of_lee, of_kim)}
        on_hand, committed = item_of(shop.till, "kettle").on_hand, item_of(shop.till, "kettle").committed
        _id, plan = shop.corrects(log, ("kettle", quantity), coming=coming)
        item = item_of(shop.till, "kettle")
        backs = {
            each: sum((back.quantity for back in plan[0].backs if back.backorder_id == each), D(0)) for each in before
        }
        held = sum((back.quantity for back in plan[0].backs if back.committed), D(0))
        assert (item.on_hand, item.committed) == (on_hand - D(quantity), committed - held)
        assert {each: _figures(shop, each) for each in before} == {
            each: (waiting - backs[each], outstanding + backs[each]) for each, (waiting, outstanding) in before.items()
        }
        if _figures(shop, of_kim)[1] > 0 and coming:
            shop.till.run(
                backorders.cancel,
                backorder_id=of_kim,
                quantity=D(1),
                employee_id=shop.till.employee_id,
                reason="Wants fewer",
            )


def _figures(shop: Shop, backorder_id: int) -> tuple[Decimal, Decimal]:
    chosen = sa.select(Backorder.waiting, Backorder.outstanding).where(Backorder.id == backorder_id)
    with shop.till.engine.connect() as connection:
        waiting, outstanding = connection.execute(chosen).one()
    return waiting, outstanding


def test_close_short_after_a_correction(shop: Shop) -> None:
    order, log, _of_lee, _of_kim = received(shop)
    shop.corrects(log, ("kettle", "4"), coming=True)
    shop.till.run(order_posting.close_short, line_id=line_of(shop.till, order, "kettle").id)
    shop.holds()
    assert order_of(shop.till, order).status == "closed"
    shop.corrects(log, ("kettle", "1"), coming=True)
    assert line_of(shop.till, order, "kettle").still_open == 1


def test_free_units_and_freight_are_in_what_a_unit_costs(shop: Shop) -> None:
    log = shop.unloads_freely(("kettle", "12"), ("lamp", "3"))
    kettles, lamps = shop.line(log, "kettle"), shop.line(log, "lamp")
    for line, cost in ((kettles, "5.00"), (lamps, "0.00")):
        shop.till.run(receiving.set_cost, line_id=line, cost=D(cost))
    assert refused(shop, partial(shop.till.run, receiving.set_free, line_id=kettles, free=D(13))) == (
        "free",
        "Only 12 came; no more can be free.",
    )
    shop.till.run(receiving.set_free, line_id=kettles, free=D(12))
    shop.till.run(receiving.set_quantity, line_id=kettles, quantity=D(11))  # no more is free than came
    shop.till.run(receiving.set_quantity, line_id=kettles, quantity=D(12))
    shop.till.run(receiving.set_free, line_id=kettles, free=D(2))
    shop.till.run(
        receiving.set_charges,
        receiving_log_id=log,
        freight=D("9.99"),
        other_charges=D("0.02"),
        spread=Spread.QUANTITY,
    )
    before = cost_of(shop, "lamp")
    shop.receives(log)
    lines = sa.select(ReceivingLine.charges).where(ReceivingLine.receiving_log_id == log).order_by(ReceivingLine.id)
    assert shop.read_all(lines) == [D("8.01"), D("2.00")]
    assert cost_of(shop) == D("4.8342")  # (10 x 5.00 + 8.01) / 12
    assert cost_of(shop, "lamp") == before  # what is free says nothing about what it costs


def test_charges_that_no_unit_can_cost_are_refused(shop: Shop) -> None:
    log = shop.unloads_freely(("kettle", "0.001"))
    shop.till.run(receiving.set_cost, line_id=shop.line(log, "kettle"), cost=D(5))
    charge = partial(receiving.set_charges, receiving_log_id=log, spread=Spread.COST)
    most = D("99999999.99")
    both = shop.till.refusal(charge, freight=most, other_charges=D("0.01"))
    assert both.where == Field("other_charges")
    shop.till.run(charge, freight=most, other_charges=D(0))
    assert shop.till.refusal(receiving_posting.post, receiving_log_id=log).where == Field("freight")
    shop.till.run(charge, freight=D(500), other_charges=D(0))
    shop.receives(log)
    assert cost_of(shop) == 500_005
