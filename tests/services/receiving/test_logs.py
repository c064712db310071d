"""Guide: "Receive" and "Set backorders to customers" — what comes, whom it is set to, and what is refused."""

from dataclasses import replace
from datetime import date
from functools import partial
from uuid import uuid4

import pytest
import sqlalchemy as sa

from ordering_seed import item_of, line_of, order_of, stored_allocations
from places import place
from posim_desktop.domain.errors import Field, RefusedError
from posim_desktop.domain.people.permissions import needs_of
from posim_desktop.domain.people.pins import TriedPin
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.why import Why
from posim_desktop.orm import Backorder, InvoiceLine, Item, ReceivingLine
from posim_desktop.queries.receiving import logs as reading
from posim_desktop.services.backorders import backorders
from posim_desktop.services.people import approvals, pins
from posim_desktop.services.receiving import logs as receiving
from posim_desktop.services.receiving import posting as receiving_posting
from posim_desktop.services.receiving.logs import Header
from posim_desktop.services.sales import invoices
from posim_desktop.services.sales.invoices import LineEdit
from posim_desktop.services.transaction import action_of
from receiving_seed import TODAY, D, Shop, open_shop, race
from refusals import english
from seeding import NO_PIN_HASH, Till, add_employee, add_tax_code


@pytest.fixture
def shop(till: Till) -> Shop:
    """A shop that owes and orders kettles and lamps."""
    shop = open_shop(till)
    till.stores("kettle", on_hand="0")
    till.stores("lamp", on_hand="4", price="12.10")
    return shop


def quantities(shop: Shop, log_id: int) -> dict[str, str]:
    chosen = (
        sa.select(Item.code, ReceivingLine.quantity)
        .join(Item, Item.id == ReceivingLine.item_id)
        .where(ReceivingLine.receiving_log_id == log_id)
        .order_by(ReceivingLine.position)
    )
    with shop.till.engine.connect() as connection:
        return {code: f"{quantity.normalize():f}" for code, quantity in connection.execute(chosen)}


def refused(shop: Shop, log_id: int, *shares: object) -> tuple[str, str]:
    with pytest.raises(RefusedError) as refusal:
        shop.till.do(shop.posting(log_id, *shares))  # type: ignore[arg-type]
    shop.holds()
    return place(refusal.value.refusal), english(refusal.value.refusal)


def test_a_log_begins_with_what_is_open_and_counts_up(shop: Shop) -> None:
    order = shop.orders(("kettle", "5"), ("lamp", "2"))
    log = shop.unloads(order)
    assert quantities(shop, log) == {"kettle": "5", "lamp": "2"}

    shop.till.run(receiving.count_from_zero, receiving_log_id=log)
    for _ in range(3):
        shop.till.run(receiving.count_up, receiving_log_id=log, item_id=shop.till.items["kettle"])
    assert quantities(shop, log) == {"kettle": "3", "lamp": "0"}
    shop.holds()


def test_what_is_not_on_the_order_gets_a_line_when_it_is_scanned(shop: Shop) -> None:
    shop.till.stores("vase")
    log = shop.unloads(shop.orders(("kettle", "5")))
    for _ in range(2):
        shop.till.run(receiving.count_up, receiving_log_id=log, item_id=shop.till.items["vase"])
    assert quantities(shop, log) == {"kettle": "5", "vase": "2"}
    shop.till.run(receiving.remove_line, line_id=shop.line(log, "kettle"))
    shop.receives(log)
    assert shop.stock("vase") == ("2", "0", "0")
    assert shop.stock("kettle") == ("0", "0", "5")


def test_all_as_ordered_takes_what_is_open_and_leaves_other_goods_as_counted(shop: Shop) -> None:
    shop.till.stores("vase")
    log = shop.unloads(shop.orders(("kettle", "5"), ("lamp", "2")), {"kettle": "1", "lamp": "0"})
    shop.till.run(receiving.add_item, receiving_log_id=log, item_id=shop.till.items["vase"], quantity=D(3))
    shop.till.run(receiving.take_as_ordered, receiving_log_id=log)
    assert quantities(shop, log) == {"kettle": "5", "lamp": "2", "vase": "3"}


def test_goods_of_the_order_count_for_it_again_after_their_line_was_removed(shop: Shop) -> None:
    log = shop.unloads(shop.orders(("kettle", "5")))
    shop.till.run(receiving.remove_line, line_id=shop.line(log, "kettle"))
    shop.till.run(receiving.count_up, receiving_log_id=log, item_id=shop.till.items["kettle"], quantity=D(2))
    shop.receives(log)
    assert shop.stock("kettle") == ("2", "0", "3")


def test_a_log_is_begun_on_the_shops_day(shop: Shop) -> None:
    log = shop.till.run(receiving.start, vendor_id=shop.vendor_id).record_id
    with shop.till.engine.connect() as connection:
        details = reading.details(connection, log)
    assert details is not None
    assert details.received_on == TODAY


def test_a_header_is_kept_and_held_to_its_rules(shop: Shop) -> None:
    log = shop.unloads(shop.orders(("kettle", "5")))
    header = Header(" R-77 ", date(2026, 11, 1), TODAY, shop.till.employee_id, "One box was wet")
    shop.till.run(receiving.set_header, receiving_log_id=log, header=header)
    with shop.till.engine.connect() as connection:
        details = reading.details(connection, log)
    assert details is not None
    assert (details.vendor_invoice, details.invoice_date, details.received_by) == ("R-77", date(2026, 11, 1), "Sam")

    with shop.till.writing() as session:
        left = add_employee(session, "pat", archived=True)
    for wrong, field in (
        (replace(header, invoice_date=date(2026, 11, 4)), "invoice_date"),
        (replace(header, received_on=date(2026, 11, 3)), "received_on"),
        (replace(header, received_by_id=left), "received_by"),
        (replace(header, vendor_invoice="x" * 41), "vendor_invoice"),
        (replace(header, note="Card 4111 1111 1111 1111"), "note"),
    ):
        refusal = shop.till.refusal(receiving.set_header, receiving_log_id=log, header=wrong)
        assert refusal.where == Field(field)


def test_a_delivery_is_set_to_customers_and_the_rest_goes_on_the_shelf(shop: Shop) -> None:
    lee, kim = shop.owes("kettle", "3", shop.lee), shop.owes("kettle", "2", shop.kim)
    order = shop.orders(("kettle", "10"), allocations=(("kettle", lee, "1"), ("kettle", kim, "2")))
    log = shop.unloads(order, {"kettle": "7"})
    shares = shop.proposal(log)
    assert [(each.backorder_id, str(each.rcv)) for each in shares] == [(lee, "3.000"), (kim, "2.000")]

    done = shop.receives(log, *shares)

    assert done.record_id == log
    assert shop.stock("kettle") == ("7", "5", "3")
    assert (shop.figures(lee), shop.figures(kim)) == ("U0 R3 C0 W3 F0", "U0 R2 C0 W2 F0")
    assert stored_allocations(shop.till) == {}
    assert order_of(shop.till, order).status == "processed"
    assert [(row.customer, str(row.quantity), str(row.total)) for row in shop.invoices(log)] == [
        ("Kim", "2.000", "48.00"),
        ("Lee", "3.000", "72.00"),
    ]
    assert {shop.invoice(row.invoice_id) for row in shop.invoices(log)} == {("working", True)}


def test_the_proposal_serves_the_allocation_first_then_the_oldest(shop: Shop) -> None:
    lee, kim = shop.owes("kettle", "3", shop.lee), shop.owes("kettle", "2", shop.kim)
    order = shop.orders(("kettle", "4"), allocations=(("kettle", kim, "2"),))
    log = shop.unloads(order, {"kettle": "3"})
    with shop.till.engine.connect() as connection:
        (item,) = reading.set_backorders(connection, log)
    assert [(row.backorder_id, str(row.allocated), str(row.proposed)) for row in item.rows] == [
        (lee, "0.000", "1.000"),
        (kim, "2.000", "2.000"),
    ]


def test_partial_deliveries_come_until_the_order_closes(shop: Shop) -> None:
    order = shop.orders(("kettle", "5"), ("lamp", "2"))
    shop.receives(shop.unloads(order, {"kettle": "2", "lamp": "0"}))
    assert shop.stock("kettle") == ("2", "0", "3")
    shop.receives(shop.unloads(order, {"lamp": "1"}))
    assert (shop.stock("kettle"), order_of(shop.till, order).status) == (("5", "0", "0"), "processed")
    shop.receives(shop.unloads(order))
    assert (shop.stock("lamp"), order_of(shop.till, order).status) == (("6", "0", "0"), "closed")
    refusal = shop.till.refusal(receiving.start, purchase_order_id=order, received_on=TODAY)
    assert refusal.where == Field("purchase_order")


def test_more_than_was_ordered_may_come(shop: Shop) -> None:
    lee = shop.owes("kettle", "4", shop.lee)
    order = shop.orders(("kettle", "3"), allocations=(("kettle", lee, "3"),))
    log = shop.unloads(order, {"kettle": "5"})
    shop.receives(log, shop.share(log, "kettle", lee, "4"))
    assert (shop.stock("kettle"), shop.figures(lee)) == (("5", "4", "0"), "U0 R4 C0 W4 F0")
    line = line_of(shop.till, order, "kettle")
    assert (line.received, line.still_open) == (D(5), D(0))
    assert order_of(shop.till, order).status == "closed"


def test_a_second_delivery_for_a_closed_order_takes_nothing_off_on_order(shop: Shop) -> None:
    order, other = shop.orders(("kettle", "3")), shop.orders(("kettle", "10"))
    first, second = shop.unloads(order), shop.unloads(order)
    shop.receives(first)
    shop.receives(second)
    assert shop.stock("kettle") == ("6", "0", "10")
    assert [order_of(shop.till, each).status for each in (order, other)] == ["closed", "processed"]


def test_a_delivery_without_an_order_serves_backorders_and_trims_plans(shop: Shop) -> None:
    lee = shop.owes("kettle", "3", shop.lee)
    order = shop.orders(("kettle", "3"), allocations=(("kettle", lee, "3"),))
    log = shop.unloads_freely(("kettle", "2"))
    shop.receives(log, shop.share(log, "kettle", lee, "2"))
    assert shop.figures(lee) == "U1 R2 C0 W2 F0"
    assert stored_allocations(shop.till) == {(line_of(shop.till, order, "kettle").id, lee): D(1)}
    assert shop.stock("kettle") == ("2", "2", "3")


def test_what_came_for_one_takes_nothing_from_what_is_still_to_come_for_others(shop: Shop) -> None:
    first = shop.owes("kettle", "4", shop.lee)
    second = shop.owes("kettle", "2", shop.kim)
    order_id = shop.orders(("kettle", "5"), allocations=(("kettle", first, "2"), ("kettle", second, "2")))
    log_id = shop.unloads(order_id, {"kettle": "2"})
    shop.receives(log_id, shop.share(log_id, "kettle", first, "2"))
    line_id = line_of(shop.till, order_id, "kettle").id
    assert stored_allocations(shop.till) == {(line_id, second): D(2)}


def test_goods_given_to_others_shrink_the_plans_of_the_order(shop: Shop) -> None:
    lee, kim = shop.owes("kettle", "3", shop.lee), shop.owes("kettle", "3", shop.kim)
    order = shop.orders(("kettle", "5"), allocations=(("kettle", lee, "3"), ("kettle", kim, "2")))
    log = shop.unloads(order, {"kettle": "3"})
    shop.receives(log, shop.share(log, "kettle", kim, "3"))
    line = line_of(shop.till, order, "kettle").id
    assert stored_allocations(shop.till) == {(line, lee): D(2)}


def test_part_is_canceled_with_name_and_reason_while_setting(shop: Shop) -> None:
    lee = shop.owes("kettle", "3", shop.lee)
    log = shop.unloads(shop.orders(("kettle", "3"), allocations=(("kettle", lee, "3"),)), {"kettle": "2"})
    with shop.till.writing() as session:
        pat = add_employee(session, "pat")
    shop.till.run(pins.give, employee_id=pat, pin_hash=NO_PIN_HASH)
    shares = (shop.share(log, "kettle", lee, "2", "1", " Bought one elsewhere "),)
    verb = partial(receiving_posting.post, receiving_log_id=log, shares=shares, canceled_by_id=pat)
    key = uuid4()
    with pytest.raises(RefusedError) as refused:
        shop.till.do(verb, key)
    assert (refused.value.refusal.why, refused.value.refusal.where) == (Why.OTHER_NAME_NEEDS_PIN, Field("name"))
    needs = needs_of(refused.value.refusal)
    typed = TriedPin(NO_PIN_HASH, fits=True)
    shop.till.run(approvals.approve, approver_id=pat, tried=typed, action=action_of(verb, key), needs=needs)
    shop.till.do(verb, key)
    shop.holds()
    assert (shop.figures(lee), stored_allocations(shop.till)) == ("U0 R2 C1 W2 F0", {})
    canceled = sa.text("SELECT name, reason FROM backorder_events WHERE kind = 'cancel'")
    with shop.till.engine.connect() as connection:
        assert [tuple(row) for row in connection.execute(canceled)] == [("Pat", "Bought one elsewhere")]


def test_a_cancellation_alone_makes_no_invoice(shop: Shop) -> None:
    lee = shop.owes("kettle", "3", shop.lee)
    log = shop.unloads_freely(("kettle", "2"))
    shop.receives(log, shop.share(log, "kettle", lee, "0", "3", "Moved away"))
    assert (shop.figures(lee), shop.invoices(log), shop.stock("kettle")) == ("U0 R0 C3 W0 F0", (), ("2", "0", "0"))


@pytest.mark.parametrize(
    ("rcv", "canc", "reason", "cell", "says"),
    [
        ("4", "0", "", "rcv", "more than the 3 outstanding"),
        ("2", "2", "Fewer", "canc", "more than the 3 outstanding"),
        ("0", "1E+9", "Fewer", "canc", "at most 999,999.999"),
        ("1E+9", "0", "", "rcv", "at most 999,999.999"),
        ("-1", "0", "", "rcv", "cannot be negative"),
        ("NaN", "0", "", "rcv", "Enter a quantity"),
        ("0.0001", "0", "", "rcv", "at most 3 decimal places"),
        ("1", "1", "  ", "reason", "needs a reason"),
        ("1", "1", "x" * 201, "reason", "at most 200 characters"),
        ("1", "1", "4111 1111 1111 1111", "reason", "card number"),
    ],
)
def test_a_row_that_is_wrong_is_named(  # one argument for each column of the screen
    shop: Shop, rcv: str, canc: str, reason: str, cell: str, says: str
) -> None:
    lee = shop.owes("kettle", "3", shop.lee)
    log = shop.unloads_freely(("kettle", "9"))
    field, message = refused(shop, log, shop.share(log, "kettle", lee, rcv, canc, reason))
    assert (field, says in message) == (f"{cell}:{shop.line(log, 'kettle')}:{lee}", True), message
    assert (shop.log_status(log), shop.stock("kettle")) == ("working", ("0", "0", "0"))


def test_no_more_is_set_than_came(shop: Shop) -> None:
    lee, kim = shop.owes("kettle", "3", shop.lee), shop.owes("kettle", "3", shop.kim)
    log = shop.unloads_freely(("kettle", "5"))
    rows = shop.share(log, "kettle", lee, "3"), shop.share(log, "kettle", kim, "3")
    assert refused(shop, log, *rows) == (
        f"rcv:{shop.line(log, 'kettle')}",
        "6 is set to customers, but only 5 came.",
    )


def test_a_row_of_other_goods_or_given_twice_is_refused(shop: Shop) -> None:
    lee = shop.owes("kettle", "3", shop.lee)
    log = shop.unloads_freely(("kettle", "3"), ("lamp", "3"))
    assert refused(shop, log, shop.share(log, "lamp", lee, "1"))[0] == f"rcv:{shop.line(log, 'lamp')}:{lee}"
    twice = (shop.share(log, "kettle", lee, "1"), shop.share(log, "kettle", lee, "1"))
    assert refused(shop, log, *twice)[0] == f"rcv:{shop.line(log, 'kettle')}:{lee}"


def test_who_left_does_not_sign(shop: Shop) -> None:
    lee = shop.owes("kettle", "3", shop.lee)
    log = shop.unloads_freely(("kettle", "3"))
    with shop.till.writing() as session:
        left = add_employee(session, "pat", archived=True)
    shares = (shop.share(log, "kettle", lee, "0", "1", "Fewer"),)
    verb = receiving_posting.post
    refusal = shop.till.refusal(verb, receiving_log_id=log, shares=shares, canceled_by_id=left)
    assert refusal.where == Field("name")
    assert shop.log_status(log) == "working"


def test_figures_that_moved_meanwhile_are_told(shop: Shop) -> None:
    lee = shop.owes("kettle", "3", shop.lee)
    log = shop.unloads_freely(("kettle", "3"))
    seen = shop.share(log, "kettle", lee, "3")
    canceled = {"quantity": D(2), "employee_id": shop.till.employee_id, "reason": "Wants only one"}
    shop.till.run(backorders.cancel, backorder_id=lee, **canceled)  # type: ignore[arg-type]
    field, message = refused(shop, log, seen)
    assert (field, "1 outstanding" in message) == (f"rcv:{shop.line(log, 'kettle')}:{lee}", True)
    assert [str(row.rcv) for row in shop.proposal(log)] == ["1.000"]


def test_nothing_counted_is_not_posted(shop: Shop) -> None:
    log = shop.unloads(shop.orders(("kettle", "5")), {"kettle": "0"})
    assert refused(shop, log)[0] == "quantity"


def test_a_posted_log_never_changes_and_a_discarded_one_is_gone(shop: Shop) -> None:
    order = shop.orders(("kettle", "5"))
    log, other = shop.unloads(order), shop.unloads(order)
    line = shop.line(log, "kettle")
    shop.receives(log)
    shop.till.run(receiving.discard, receiving_log_id=other)
    for gone in (log, other):
        refusal = shop.till.refusal(receiving.count_from_zero, receiving_log_id=gone)
        assert refused(shop, gone) == ("", english(refusal))
    assert "posted" in english(shop.till.refusal(receiving.set_quantity, line_id=line, quantity=D(1)))
    assert "posted" in english(shop.till.refusal(receiving.remove_line, line_id=line))
    with pytest.raises(sa.exc.DBAPIError), shop.till.writing() as session:
        session.connection().execute(sa.text("UPDATE receiving_lines SET quantity = 9000"))
    shop.holds()


@pytest.mark.parametrize(("quantity", "says"), [("-1", "negative"), ("1E+9", "at most"), ("0.0001", "3 decimal")])
def test_a_count_out_of_range_is_refused(shop: Shop, quantity: str, says: str) -> None:
    log = shop.unloads(shop.orders(("kettle", "5")))
    refusal = shop.till.refusal(receiving.set_quantity, line_id=shop.line(log, "kettle"), quantity=D(quantity))
    assert (refusal.where, says in english(refusal)) == (Field("quantity"), True)


def test_the_last_cost_is_kept_on_the_card_unless_the_goods_were_free(shop: Shop) -> None:
    log = shop.unloads_freely(("kettle", "1"), ("lamp", "1"))
    for code, cost in (("kettle", "7.5000"), ("lamp", "0.0000")):
        line = shop.line(log, code)
        shop.till.run(receiving.set_cost, line_id=line, cost=D(cost))
    shop.receives(log)
    assert [str(item_of(shop.till, code).cost) for code in ("kettle", "lamp")] == ["7.5000", "1.0000"]


def test_the_promised_price_and_its_discount_share_come_along(shop: Shop) -> None:
    with shop.till.writing() as session:
        tax = add_tax_code(session, "std", "10")
    shop.till.stores("wine", price="10.00", tax_code_id=tax)
    invoice_id = shop.till.rings_up(("wine", "3", TransCode.BACKORDER), customer_id=shop.lee)
    with shop.till.engine.connect() as connection:
        line_id = connection.execute(sa.select(InvoiceLine.id).where(InvoiceLine.invoice_id == invoice_id)).scalar_one()
    shop.till.run(invoices.change_line, line_id=line_id, edit=LineEdit(discount=D("1.00")))
    shop.till.posts(invoice_id)
    with shop.till.engine.connect() as connection:
        lee = connection.execute(sa.select(Backorder.id)).scalar_one()
    with shop.till.writing() as session:
        session.connection().execute(sa.text("UPDATE items SET price = 9900"))
    shares = []
    for _ in range(3):
        log = shop.unloads_freely(("wine", "1"))
        shop.till.do(shop.posting(log, shop.share(log, "wine", lee, "1")))
        (made,) = shop.invoices(log)
        chosen = sa.select(InvoiceLine.unit_price, InvoiceLine.discount, InvoiceLine.taxes).where(
            InvoiceLine.invoice_id == made.invoice_id
        )
        with shop.till.engine.connect() as connection:
            line = connection.execute(chosen).one()
        assert (line.unit_price, [tax.rate for tax in line.taxes]) == (10, [10])
        shares.append(str(line.discount))
    assert shares == ["0.33", "0.34", "0.33"]


def test_one_customer_gets_one_invoice_for_all_goods(shop: Shop) -> None:
    kettles, lamps = shop.owes("kettle", "2", shop.lee), shop.owes("lamp", "1", shop.lee)
    more = shop.owes("kettle", "1", shop.lee)
    log = shop.unloads_freely(("kettle", "3"), ("lamp", "1"))
    shop.receives(log, *shop.proposal(log))
    (made,) = shop.invoices(log)
    assert (made.lines, str(made.quantity), made.customer) == (3, "4.000", "Lee")
    assert [shop.figures(each) for each in (kettles, lamps, more)] == [
        "U0 R2 C0 W2 F0",
        "U0 R1 C0 W1 F0",
        "U0 R1 C0 W1 F0",
    ]


def test_posting_again_with_the_same_key_gives_the_first_result(shop: Shop) -> None:
    lee = shop.owes("kettle", "3", shop.lee)
    log = shop.unloads_freely(("kettle", "3"))
    key, bound = uuid4(), shop.posting(log, shop.share(log, "kettle", lee, "3"))
    assert shop.till.do(bound, key) == shop.till.do(bound, key)
    shop.holds()
    assert shop.stock("kettle") == ("3", "3", "0")
    assert "posted" in refused(shop, log)[1]


@pytest.mark.parametrize("same_key", [True, False])
def test_two_clerks_posting_one_log_post_it_once(shop: Shop, *, same_key: bool) -> None:
    lee = shop.owes("kettle", "3", shop.lee)
    log = shop.unloads(shop.orders(("kettle", "4"), allocations=(("kettle", lee, "3"),)))
    bound, key = shop.posting(log, shop.share(log, "kettle", lee, "3")), uuid4()
    came = race(shop.till, bound, bound, keys=(key, key) if same_key else (key, uuid4()))
    assert sum(isinstance(each, RefusedError) for each in came) == (0 if same_key else 1)
    shop.holds()
    assert (shop.stock("kettle"), len(shop.invoices(log))) == (("4", "3", "0"), 1)


def test_a_cancellation_and_a_receipt_at_the_same_time_agree(shop: Shop) -> None:
    for _ in range(5):
        lee = shop.owes("kettle", "3", shop.lee)
        log = shop.unloads_freely(("kettle", "3"))
        canceling = partial(
            backorders.cancel,
            backorder_id=lee,
            quantity=D(1),
            employee_id=shop.till.employee_id,
            reason="Wants only two",
        )
        came = race(shop.till, canceling, shop.posting(log, shop.share(log, "kettle", lee, "3")))
        assert sum(isinstance(each, RefusedError) for each in came) == 1
        shop.holds()
        assert shop.figures(lee) in {"U2 R0 C1 W0 F0", "U0 R3 C0 W3 F0"}


def test_two_receipts_never_set_more_than_is_owed(shop: Shop) -> None:
    lee = shop.owes("kettle", "3", shop.lee)
    logs = [shop.unloads_freely(("kettle", "2")) for _ in range(2)]
    came = race(shop.till, *(shop.posting(log, shop.share(log, "kettle", lee, "2")) for log in logs))
    assert sum(isinstance(each, RefusedError) for each in came) == 1
    shop.holds()
    assert (shop.figures(lee), shop.stock("kettle")) == ("U1 R2 C0 W2 F0", ("2", "2", "0"))


def test_a_big_delivery_takes_few_statements(shop: Shop) -> None:
    """The number of statements does not grow with the delivery."""
    counts = []
    for size in (2, 12):
        codes = [f"item{size}-{number}" for number in range(size)]
        for code in codes:
            shop.till.stores(code)
        owed = [shop.owes(code, "2", customer) for code in codes for customer in (shop.lee, shop.kim)]
        allocated = tuple((code, owed[2 * place], "2") for place, code in enumerate(codes))
        log = shop.unloads(shop.orders(*((code, "4") for code in codes), allocations=allocated))
        shares = shop.proposal(log)
        assert len(shares) == 2 * size
        seen: list[str] = []
        listener = lambda *arguments: seen.append(arguments[2])  # noqa: E731, B023 - heard in this round only
        sa.event.listen(shop.till.engine, "before_cursor_execute", listener)
        shop.till.do(shop.posting(log, *shares))
        sa.event.remove(shop.till.engine, "before_cursor_execute", listener)
        counts.append(len(seen))
    shop.holds()
    assert counts[0] == counts[1] < 45, counts


def test_a_return_of_goods_is_no_receipt(shop: Shop) -> None:
    """What a customer brings back goes on the shelf without a receiving log."""
    shop.till.posts(shop.till.rings_up(("lamp", "1", TransCode.RETURN), customer_id=shop.lee))
    shop.holds()
    assert shop.stock("lamp") == ("5", "0", "0")
