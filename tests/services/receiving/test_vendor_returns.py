"""Guide: "Return to vendor" — what may go back, what it moves, what stays for customers, and the credit for it."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial

import pytest
import sqlalchemy as sa

from places import place
from posim_desktop.domain.errors import Cell, RefusedError
from posim_desktop.domain.receiving.corrections import TakenBack
from posim_desktop.domain.receiving.vendor_returns import VendorReturnStatus
from posim_desktop.domain.sales.print_jobs import Printing, PrintSubject
from posim_desktop.domain.why import Why
from posim_desktop.orm import Item, VendorReturn
from posim_desktop.queries import print_jobs as queries
from posim_desktop.queries.receiving import vendor_returns as reading
from posim_desktop.queries.receiving.vendor_returns import VendorReturnDetails
from posim_desktop.services.receiving import vendor_returns
from posim_desktop.services.receiving.vendor_returns import ReturnLineEdit
from posim_desktop.services.sales import print_jobs
from receiving_seed import D, Shop, open_shop, race
from refusals import english
from seeding import Till, add_employee, rewrite
from vendor_return_harms import send_back


@pytest.fixture
def shop(till: Till) -> Shop:
    """A shop that owes, orders and sends back mugs and lamps."""
    till.stores("mug", on_hand="0")
    till.stores("lamp", on_hand="4", price="12.10")
    return open_shop(till)


def shown(shop: Shop, return_id: int) -> VendorReturnDetails:
    with shop.till.engine.connect() as connection:
        found = reading.details(connection, return_id)
    assert found is not None
    return found


def refused(shop: Shop, deed: Callable[[], object]) -> RefusedError:
    with pytest.raises(RefusedError) as refusal:
        deed()
    shop.holds()
    return refusal.value


def sends(shop: Shop, code: str, quantity: str, reason: str = "Chipped") -> int:
    """Begin a return from the shelf; return it."""
    return_id = shop.till.run(vendor_returns.start, vendor_id=shop.vendor_id).record_id
    item = shop.till.items[code]
    shop.till.run(
        vendor_returns.add_item, vendor_return_id=return_id, item_id=item, quantity=D(quantity), reason=reason
    )
    return return_id


def post(shop: Shop, return_id: int) -> None:
    shop.till.run(vendor_returns.post, vendor_return_id=return_id)
    shop.holds()


def test_part_of_a_delivery_goes_back_at_its_cost_and_its_credit_is_kept(shop: Shop) -> None:
    return_id = send_back(shop)
    shop.holds()
    found = shown(shop, return_id)
    assert (found.number, found.status, found.rma_number) == (1, VendorReturnStatus.POSTED, "RA-7")
    assert [(line.item, line.quantity, line.reason, line.receiving_log_number) for line in found.lines] == [
        ("mug", D(2), "Chipped", 1)
    ]
    assert found.expected == sum(line.extension for line in found.lines)
    assert (found.received, found.credits[0].reference) == (D("4.00"), "C-9")
    assert shop.stock("mug") == ("3", "0", "1")  # one more is on the order that is mailed


def test_no_more_goes_back_than_is_free_and_the_most_is_said(shop: Shop) -> None:
    owed, _invoice = shop.fill_invoice("lamp", "3", shop.lee)
    assert shop.stock("lamp") == ("7", "3", "0")
    return_id = sends(shop, "lamp", "5")
    refusal = refused(shop, lambda: post(shop, return_id)).refusal
    (line,) = shop.return_lines(return_id)
    assert (refusal.why, refusal.where) == (Why.MORE_GOES_BACK_THAN_FREE, Cell("quantity", line))
    assert english(refusal).startswith("At most 4 of lamp can go back")
    shop.till.run(vendor_returns.change_line, line_id=line, edit=ReturnLineEdit(quantity=D(4)))
    post(shop, return_id)
    assert shop.stock("lamp") == ("3", "3", "0")
    assert shop.figures(owed) == "U0 R3 C0 W3 F0"


def test_goods_that_are_sold_no_more_go_back(shop: Shop) -> None:
    owed, _invoice = shop.fill_invoice("lamp", "3", shop.lee)
    with shop.till.writing() as session:
        rewrite(session, Item, shop.till.items["lamp"], archived=True)
    refuse = partial(vendor_returns.take_refused_goods, employee_id=shop.till.employee_id, reason="Too dark")
    return_id = shop.till.run(refuse, backorder_id=owed, quantity=D(3)).record_id
    lamp = shop.till.items["lamp"]
    shop.till.run(vendor_returns.add_item, vendor_return_id=return_id, item_id=lamp, quantity=D(4), reason="Last ones")
    post(shop, return_id)
    assert shop.stock("lamp") == ("0", "0", "0")


def test_two_lines_of_an_item_count_together(shop: Shop) -> None:
    log_id = shop.unloads_freely(("mug", "5"))
    shop.receives(log_id)
    return_id = shop.till.run(vendor_returns.start, receiving_log_id=log_id).record_id
    (of_delivery,) = shop.return_lines(return_id)
    shop.till.run(vendor_returns.change_line, line_id=of_delivery, edit=ReturnLineEdit(D(3), reason="Chipped"))
    mug = shop.till.items["mug"]
    shop.till.run(vendor_returns.add_item, vendor_return_id=return_id, item_id=mug, quantity=D(3), reason="Not wanted")
    assert refused(shop, lambda: post(shop, return_id)).refusal.facts["most"] == D(2)


def test_no_more_goes_back_of_a_delivery_than_it_brought_and_a_correction_knows(shop: Shop) -> None:
    send_back(shop)
    (log_id,) = _logs(shop)
    again = shop.till.run(vendor_returns.start, receiving_log_id=log_id).record_id
    (line,) = shop.return_lines(again)
    shop.receives(shop.unloads_freely(("mug", "9")))
    shop.till.run(vendor_returns.change_line, line_id=line, edit=ReturnLineEdit(D(4), reason="Chipped"))
    refusal = refused(shop, lambda: post(shop, again)).refusal
    assert (refusal.why, refusal.facts["most"]) == (Why.MORE_GOES_BACK_THAN_CAME, D(3))
    taken = (TakenBack(shop.line(log_id, "mug"), D(4)),)
    with pytest.raises(RefusedError):
        shop.sees(log_id, taken)


def test_a_line_without_a_reason_and_a_return_of_nothing_are_refused(shop: Shop) -> None:
    return_id = sends(shop, "lamp", "1", reason="")
    (line,) = shop.return_lines(return_id)
    assert place(refused(shop, lambda: post(shop, return_id)).refusal) == place_of(line)
    shop.till.run(vendor_returns.change_line, line_id=line, edit=ReturnLineEdit(quantity=D(0)))
    assert refused(shop, lambda: post(shop, return_id)).refusal.why is Why.NOTHING_GOES_BACK
    shop.till.run(vendor_returns.discard, vendor_return_id=return_id)
    assert refused(shop, lambda: post(shop, return_id)).refusal.why is Why.VENDOR_RETURN_DISCARDED


def place_of(line: int) -> str:
    return f"reason:{line}"


def test_a_posted_return_stays_and_its_credit_has_an_amount(shop: Shop) -> None:
    return_id = send_back(shop)
    (line,) = shop.return_lines(return_id)
    run = shop.till.run
    edit = ReturnLineEdit(quantity=D(1))
    assert refused(shop, lambda: run(vendor_returns.change_line, line_id=line, edit=edit)).refusal.why is (
        Why.VENDOR_RETURN_POSTED
    )
    nothing = partial(vendor_returns.take_credit, vendor_return_id=return_id, amount=Decimal("0.00"), reference="")
    assert refused(shop, lambda: run(nothing)).refusal.why is Why.VENDOR_CREDIT_NOT_POSITIVE


def test_what_a_customer_refuses_is_canceled_and_goes_on_the_return_to_its_vendor(shop: Shop) -> None:
    owed, invoice = shop.fill_invoice("lamp", "3", shop.lee)
    done = shop.till.run(
        vendor_returns.take_refused_goods,
        backorder_id=owed,
        quantity=D(3),
        employee_id=shop.till.employee_id,
        reason="Wrong color",
    )
    shop.holds()
    assert shop.figures(owed) == "U0 R0 C3 W0 F0"
    assert shop.invoice(invoice)[0] == "discarded"
    found = shown(shop, done.record_id)
    assert [(line.item, line.quantity, line.reason, line.left) for line in found.lines] == [
        ("lamp", D(3), "Wrong color", D(3))
    ]
    assert found.lines[0].backorder_number is not None
    post(shop, done.record_id)
    assert shop.stock("lamp") == ("4", "0", "0")


def test_only_what_waits_can_be_refused_and_what_is_still_owed_stays_owed(shop: Shop) -> None:
    owed = shop.owes("lamp", "5", shop.lee)
    log_id = shop.unloads(shop.orders(("lamp", "2"), allocations=(("lamp", owed, "2"),)))
    shop.receives(log_id, *shop.proposal(log_id))
    assert shop.figures(owed) == "U3 R2 C0 W2 F0"
    me = shop.till.employee_id
    taking = partial(vendor_returns.take_refused_goods, backorder_id=owed, employee_id=me, reason="Wrong color")
    refusal = refused(shop, lambda: shop.till.run(taking, quantity=D(3))).refusal
    assert (refusal.why, refusal.facts["waiting"]) == (Why.MORE_REFUSED_THAN_WAITS, D(2))
    shop.till.run(taking, quantity=D(1))
    shop.holds()
    assert shop.figures(owed) == "U3 R1 C1 W1 F0"


def _logs(shop: Shop) -> list[int]:
    with shop.till.engine.connect() as connection:
        return list(connection.scalars(sa.select(VendorReturn.receiving_log_id).where(VendorReturn.number == 1)))


def test_of_two_returns_at_once_only_what_is_free_goes_back(shop: Shop) -> None:
    """Of seven lamps three are set aside: two returns of three each want more than the four that are free."""
    owed, _invoice = shop.fill_invoice("lamp", "3", shop.lee)
    both = [partial(vendor_returns.post, vendor_return_id=sends(shop, "lamp", "3")) for _ in range(2)]
    refusals = [outcome for outcome in race(shop.till, *both) if isinstance(outcome, RefusedError)]
    shop.holds()
    assert [each.refusal.facts["most"] for each in refusals] == [D(1)]
    assert shop.stock("lamp") == ("4", "3", "0")
    assert shop.figures(owed) == "U0 R3 C0 W3 F0"


def test_of_a_return_and_a_sale_at_once_one_gets_the_goods(shop: Shop) -> None:
    """Four lamps are there; three are sold while three go back."""
    sale, back = shop.till.rings_up(("lamp", "3")), sends(shop, "lamp", "3")
    outcomes = race(shop.till, shop.till.posting_of(sale), partial(vendor_returns.post, vendor_return_id=back))
    shop.holds()
    assert [isinstance(outcome, RefusedError) for outcome in outcomes].count(True) == 1
    assert shop.stock("lamp") == ("1", "0", "0")


def test_its_paper_is_a_print_job_that_tells_costs_to_who_may_see_them(shop: Shop) -> None:
    till, return_id = shop.till, sends(shop, "lamp", "1")
    of = PrintSubject(vendor_return_id=return_id)
    draft = till.refusal(print_jobs.order, of=of, printing=Printing.VENDOR_RETURN, printer="printer")
    assert draft.why is Why.PRINTED_ONCE_POSTED
    on_paper = till.refusal(print_jobs.begin_paper, of=of, printing=Printing.VENDOR_RETURN_PAPER, printer="Office")
    assert on_paper.why is Why.PRINTED_ONCE_POSTED
    post(shop, return_id)
    with till.writing() as session:
        cashier = Till(till.engine, till.transactor, add_employee(session, "casey", role="cashier"), till.items)
    for who, costs in ((till, True), (cashier, False)):
        job_id = who.run(print_jobs.order, of=of, printing=Printing.VENDOR_RETURN, printer="printer").record_id
        who.run(print_jobs.take, job_id=job_id)
        with till.engine.connect() as connection:
            taken = queries.taken(connection, job_id)
        assert taken is not None
        assert taken.vendor_return is not None
        assert (taken.vendor_return.number, taken.is_copy, taken.costs) == (1, False, costs)
    with till.engine.connect() as connection:
        assert {(row.printing, row.number) for row in queries.listed(connection)} == {(Printing.VENDOR_RETURN, 1)}
    shop.holds()
