"""Guide: "Pick up" — what waits on several invoices goes out on one, and stays set aside until that is posted."""

from functools import partial

import pytest
import sqlalchemy as sa

from posim_desktop.domain.cards.serials import Serials
from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Field, RefusedError
from posim_desktop.domain.exemption import Exemption
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.sale_discount import SaleDiscount
from posim_desktop.domain.sales.tenders import Tender
from posim_desktop.domain.why import Why
from posim_desktop.orm import (
    AuditEvent,
    Backorder,
    Customer,
    Invoice,
    InvoiceLine,
    InvoiceSerial,
    Item,
    LineApproval,
    PickedLine,
)
from posim_desktop.queries.backorders import backorders as backorder_queries
from posim_desktop.queries.backorders.backorders import BackorderDetails
from posim_desktop.queries.sales import customer_pickup
from posim_desktop.queries.sales import invoices as reading
from posim_desktop.services.cards import merging
from posim_desktop.services.sales import (
    commitments,
    exemptions,
    fills,
    invoices,
    parking,
    picking,
    posting,
    sale_discounts,
    serials,
    tenders,
)
from posim_desktop.services.sales.invoices import LineEdit, NewLine
from receiving_seed import D, Shop, open_shop, race
from seeding import CASH, Till, rewrite


@pytest.fixture
def shop(till: Till) -> Shop:
    """A shop where Lee waits for kettles of two deliveries, with cups on the shelf."""
    shop = open_shop(till)
    till.stores("kettle", price="24.00")
    till.stores("cup", price="5.00", on_hand="5")
    return shop


def _held(shop: Shop, *quantities: str, customer_id: int | None = None) -> list[tuple[int, int]]:
    """Let a delivery for each quantity come: the backorders and the invoices on which they wait."""
    return [shop.fill_invoice("kettle", quantity, customer_id or shop.lee) for quantity in quantities]


def _lines(shop: Shop, *invoice_ids: int) -> tuple[int, ...]:
    chosen = sa.select(InvoiceLine.id).where(InvoiceLine.invoice_id.in_(invoice_ids)).order_by(InvoiceLine.id)
    return tuple(shop.read_all(chosen))


def _picks(shop: Shop, *line_ids: int, invoice_id: int | None = None) -> int:
    picked = shop.till.run(picking.pick, line_ids=line_ids, invoice_id=invoice_id).record_id
    shop.holds()
    return picked


def _total(shop: Shop, invoice_id: int) -> D:
    with shop.till.engine.connect() as connection:
        details = reading.working(connection, invoice_id)
    assert details is not None
    return details.total


def _posting(shop: Shop, invoice_id: int) -> partial[Done]:
    total = _total(shop, invoice_id)
    return partial(posting.post, invoice_id=invoice_id, tenders=(Tender(CASH, total),), expected_total=total)


def _posts(shop: Shop, invoice_id: int) -> None:
    shop.till.do(_posting(shop, invoice_id))
    shop.holds()


def test_goods_of_two_deliveries_go_out_on_one_invoice(shop: Shop) -> None:
    (first, one), (second, two) = _held(shop, "2", "1")
    pick_up = _picks(shop, *_lines(shop, one, two))
    assert shop.invoice(one) == shop.invoice(two) == ("working", True)
    assert shop.stock("kettle") == ("3", "3", "0")
    assert _total(shop, pick_up) == D("72.00")
    _posts(shop, pick_up)
    assert (shop.figures(first), shop.figures(second)) == ("U0 R2 C0 W0 F2", "U0 R1 C0 W0 F1")
    assert shop.stock("kettle") == ("0", "0", "0")
    assert shop.invoice(one) == shop.invoice(two) == ("discarded", False)
    assert len(_lines(shop, pick_up)) == 2
    assert shop.read(sa.select(Invoice.total).where(Invoice.id == pick_up)) == D("72.00")


def test_what_stays_behind_without_goods_is_committed_no_longer(shop: Shop) -> None:
    till = shop.till
    till.stores("engraving", stocked=False)
    ((_owed, held),) = _held(shop, "2")
    till.run(commitments.uncommit, invoice_id=held)
    till.run(invoices.add_items, invoice_id=held, lines=(NewLine(till.items["engraving"], D(1)),))
    till.run(commitments.commit, invoice_id=held)
    sale = till.run(picking.pick, line_ids=(shop.fill_line(held),)).record_id
    _posts(shop, sale)
    assert shop.invoice(held) == ("working", False)
    assert shop.stock("kettle")[1] == "0"


def test_a_pick_up_that_is_posted_says_so_when_it_is_posted_again(shop: Shop) -> None:
    (_owed, one), (_more, two) = _held(shop, "2", "1")
    pick_up = _picks(shop, *_lines(shop, one, two))
    again = _posting(shop, pick_up)
    _posts(shop, pick_up)
    assert shop.till.refusal(again.func, **again.keywords).why is Why.INVOICE_PROCESSED
    shop.holds()


def _card(shop: Shop, backorder_id: int) -> BackorderDetails:
    with shop.till.engine.connect() as connection:
        details = backorder_queries.details(connection, backorder_id)
    assert details is not None
    return details


def test_a_backorder_leads_to_the_invoice_that_took_its_goods_and_says_where_they_wait(shop: Shop) -> None:
    (first, one), (second, two) = _held(shop, "2", "1")
    shop.till.run(picking.store_at, invoice_ids=(one,), place="Shelf B4")
    assert (_card(shop, first).places, _card(shop, second).places) == (("Shelf B4",), ())
    pick_up = _picks(shop, *_lines(shop, one, two))
    assert [row.invoice_id for row in _card(shop, first).received] == [one]  # nothing moves before it is posted
    _posts(shop, pick_up)
    number = shop.read(sa.select(Invoice.number).where(Invoice.id == pick_up))
    for backorder_id in (first, second):
        card = _card(shop, backorder_id)
        assert card.places == ()
        (row,) = card.received
        assert (row.invoice_id, row.invoice_number, row.invoice_status) == (pick_up, number, "processed")


def test_part_of_an_invoice_is_picked_up_and_the_rest_waits_on(shop: Shop) -> None:
    shop.till.stores("pan", price="10.00")
    owed = shop.owes("kettle", "1", shop.lee), shop.owes("pan", "1", shop.lee)
    allocations = (("kettle", owed[0], "1"), ("pan", owed[1], "1"))
    log_id = shop.unloads(shop.orders(("kettle", "1"), ("pan", "1"), allocations=allocations))
    shop.receives(log_id, *shop.proposal(log_id))
    (held,) = (row.invoice_id for row in shop.invoices(log_id))
    kettle, _pan = _lines(shop, held)
    _posts(shop, _picks(shop, kettle))
    assert shop.invoice(held) == ("working", True)
    assert shop.read(sa.select(Invoice.total).where(Invoice.id == held)) == D("10.00")
    assert (shop.stock("kettle"), shop.stock("pan")) == (("0", "0", "0"), ("1", "1", "0"))
    shop.picks_up(held)
    assert shop.figures(owed[1]) == "U0 R1 C0 W0 F1"


def test_other_goods_are_sold_with_them_at_their_price(shop: Shop) -> None:
    ((_, held),) = _held(shop, "1")
    sale = shop.till.rings_up(("cup", "2"))
    assert _picks(shop, *_lines(shop, held), invoice_id=sale) == sale
    assert shop.read(sa.select(Invoice.customer_id).where(Invoice.id == sale)) == shop.lee
    assert _total(shop, sale) == D("34.00")
    _posts(shop, sale)
    assert (shop.stock("cup"), shop.stock("kettle")) == (("3", "0", "0"), ("0", "0", "0"))


def test_what_is_put_back_stays_set_aside(shop: Shop) -> None:
    (_, one), (_, two) = _held(shop, "2", "1")
    pick_up = _picks(shop, *_lines(shop, one, two))
    shop.till.run(picking.put_back, invoice_id=pick_up, line_ids=_lines(shop, one))
    shop.holds()
    _posts(shop, pick_up)
    assert (shop.invoice(one), shop.invoice(two)) == (("working", True), ("discarded", False))
    assert shop.stock("kettle") == ("2", "2", "0")


def test_a_pick_up_that_is_left_or_discarded_leaves_everything_committed(shop: Shop) -> None:
    backorder_id, held = _held(shop, "2")[0]
    pick_up = _picks(shop, *_lines(shop, held))
    shop.till.run(parking.leave, invoice_id=pick_up)
    again = _picks(shop, *_lines(shop, held))
    shop.till.run(invoices.discard, invoice_id=again)
    shop.holds()
    assert (shop.invoice(pick_up), shop.invoice(again)) == (("discarded", False), ("discarded", False))
    assert shop.invoice(held) == ("working", True)
    assert shop.figures(backorder_id) == "U0 R2 C0 W2 F0"
    shop.picks_up(held)


def _uncommit(shop: Shop, held: int) -> None:
    shop.till.run(commitments.uncommit, invoice_id=held)


def _pick_up_by_itself(shop: Shop, held: int) -> None:
    shop.picks_up(held)


def _take_the_line_off(shop: Shop, held: int) -> None:
    shop.till.run(fills.reduce_line, line_id=shop.fill_line(held), quantity=D(0))


def _discard(shop: Shop, held: int) -> None:
    shop.till.run(fills.discard, invoice_id=held)


@pytest.mark.parametrize("deed", [_uncommit, _pick_up_by_itself, _take_the_line_off, _discard])
def test_goods_that_are_set_aside_no_longer_leave_the_pick_up(shop: Shop, deed) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    (_, one), (_, two) = _held(shop, "2", "1")
    pick_up = _picks(shop, *_lines(shop, one, two))
    seen = _posting(shop, pick_up)
    deed(shop, one)
    shop.holds()
    with pytest.raises(RefusedError, match=Why.TOTAL_CHANGED):
        shop.till.do(seen)
    assert _total(shop, pick_up) == D("24.00")
    _posts(shop, pick_up)


def test_of_two_pick_ups_of_the_same_goods_one_gets_them(shop: Shop) -> None:
    ((backorder_id, held),) = _held(shop, "2")
    one, other = _picks(shop, *_lines(shop, held)), _picks(shop, *_lines(shop, held))
    _posts(shop, one)
    assert _total(shop, other) == D("0.00")
    assert shop.till.refusal(posting.post, invoice_id=other, tenders=(), expected_total=D(0)).why is Why.NOTHING_TO_POST
    assert shop.figures(backorder_id) == "U0 R2 C0 W0 F2"


def test_only_what_is_set_aside_for_the_same_customer_is_picked_up(shop: Shop) -> None:
    (_, lees), (_, kims) = _held(shop, "1")[0], _held(shop, "1", customer_id=shop.kim)[0]
    free = shop.till.rings_up(("cup", "1"), customer_id=shop.lee)
    nobodys = shop.till.rings_up(("cup", "1"))
    shop.till.run(commitments.commit, invoice_id=nobodys)
    pick_up = _picks(shop, *_lines(shop, lees))

    def refused(*line_ids: int, into: int | None = pick_up) -> Why:
        refusal = shop.till.refusal(picking.pick, line_ids=line_ids, invoice_id=into)
        assert refusal.where == Field("picked")
        return refusal.why

    assert refused(*_lines(shop, kims)) is Why.PICK_UP_OF_ANOTHER_CUSTOMER
    assert refused(*_lines(shop, lees, kims), into=None) is Why.PICK_UP_OF_ANOTHER_CUSTOMER
    assert refused(*_lines(shop, free)) is Why.GOODS_NOT_SET_ASIDE
    assert refused(*_lines(shop, nobodys), into=None) is Why.PICK_UP_NEEDS_CUSTOMER
    assert refused() is Why.PICK_UP_OF_NOTHING
    assert shop.till.refusal(picking.pick, line_ids=(9999,)).why is Why.INVOICE_LINE_GONE
    shop.holds()


def test_a_line_that_is_not_sold_stays_where_it_is(shop: Shop) -> None:
    mixed = shop.till.rings_up(("cup", "1"), ("kettle", "1", TransCode.BACKORDER), customer_id=shop.lee)
    shop.till.run(commitments.commit, invoice_id=mixed)
    cup, kettle = _lines(shop, mixed)
    assert shop.till.refusal(picking.pick, line_ids=(kettle,)).why is Why.GOODS_NOT_SET_ASIDE
    _posts(shop, _picks(shop, cup))
    assert shop.invoice(mixed) == ("working", False)  # nothing on it is set aside any more
    assert _lines(shop, mixed) == (kettle,)
    shop.till.posts(mixed)
    shop.holds()


def test_an_invoice_on_which_money_stands_is_opened_itself(shop: Shop) -> None:
    ((_, held),) = _held(shop, "1")
    pick_up = _picks(shop, *_lines(shop, held))
    seen = _posting(shop, pick_up)
    shop.till.run(tenders.take, invoice_id=held, tender=Tender(CASH, D("5.00")))
    with pytest.raises(RefusedError, match=Why.PICK_UP_PAID_ON):
        shop.till.do(seen)
    assert shop.till.refusal(picking.pick, line_ids=_lines(shop, held)).why is Why.PICK_UP_PAID_ON
    shop.holds()


def test_a_discount_on_the_whole_sale_is_given_on_neither_side(shop: Shop) -> None:
    laid_by = shop.till.rings_up(("cup", "1"), customer_id=shop.lee)
    give = partial(sale_discounts.give, discount=SaleDiscount(percent=D(10)), reason="Moved house")
    shop.till.do(partial(give, invoice_id=laid_by))
    shop.till.run(commitments.commit, invoice_id=laid_by)
    assert shop.till.refusal(picking.pick, line_ids=_lines(shop, laid_by)).why is Why.PICK_UP_DISCOUNTED
    ((_, held),) = _held(shop, "1")
    pick_up = _picks(shop, *_lines(shop, held))
    assert shop.till.refusal(give, invoice_id=pick_up).why is Why.PICK_UP_DISCOUNTED


def test_goods_that_are_taxed_otherwise_are_opened_by_themselves(shop: Shop) -> None:
    ((_, held),) = _held(shop, "1")
    shop.till.run(commitments.uncommit, invoice_id=held)
    shop.till.run(exemptions.tell, invoice_id=held, exemption=Exemption("DE 1", "Embassy"))
    shop.till.run(commitments.commit, invoice_id=held)
    assert shop.till.refusal(picking.pick, line_ids=_lines(shop, held)).why is Why.PICK_UP_OTHER_PRICES
    with shop.till.engine.connect() as connection:
        shown = customer_pickup.of_customer(connection, shop.lee)
    assert shown is not None
    assert [line.refusal and line.refusal.why for line in shown.ready] == [Why.PICK_UP_OTHER_PRICES]


def test_serial_numbers_go_along(shop: Shop) -> None:
    ((_, held),) = _held(shop, "1")
    with shop.till.writing() as session:
        rewrite(session, Item, shop.till.items["kettle"], serials=str(Serials.SALE))
    (line_id,) = _lines(shop, held)
    pick_up = _picks(shop, line_id)
    with pytest.raises(RefusedError, match=Why.SERIALS_MISSING):
        shop.till.do(_posting(shop, pick_up))
    shop.till.run(serials.enter, line_id=line_id, serials=("K-1",))
    _posts(shop, pick_up)
    assert shop.read(sa.select(InvoiceSerial.invoice_id)) == pick_up


def test_what_was_allowed_goes_along(shop: Shop) -> None:
    sale = shop.till.rings_up(("kettle", "1", TransCode.BACKORDER), customer_id=shop.lee)
    (promised,) = _lines(shop, sale)
    cheaper = LineEdit(unit_price=D("20.00"))
    shop.till.run(invoices.change_line, line_id=promised, edit=cheaper)
    shop.till.posts(sale)
    backorder_id = shop.read(sa.select(Backorder.id))
    log_id = shop.unloads(shop.orders(("kettle", "1"), allocations=(("kettle", backorder_id, "1"),)))
    shop.receives(log_id, *shop.proposal(log_id))
    (held,) = (row.invoice_id for row in shop.invoices(log_id))
    pick_up = _picks(shop, *_lines(shop, held))
    _posts(shop, pick_up)
    allowed = sa.select(LineApproval.invoice_id).where(LineApproval.line_id == _lines(shop, pick_up)[0])
    assert shop.read_all(allowed) == [pick_up]


def test_a_pick_up_stays_with_its_customer_and_is_not_set_aside_again(shop: Shop) -> None:
    ((_, held),) = _held(shop, "1")
    pick_up = _picks(shop, *_lines(shop, held))
    shop.till.run(
        invoices.add_items, invoice_id=pick_up, lines=(NewLine(shop.till.items["cup"], D(1), sell_anyway=False),)
    )
    moved = shop.till.refusal(invoices.set_customer, invoice_id=pick_up, customer_id=shop.kim)
    assert moved.why is Why.INVOICE_STAYS_WITH_CUSTOMER
    assert shop.till.refusal(commitments.commit, invoice_id=pick_up).why is Why.PICK_UP_IS_SET_ASIDE
    shop.holds()


def test_a_merged_customer_picks_up_on_the_card_that_stays(shop: Shop) -> None:
    ((_, held),) = _held(shop, "1")
    pick_up = _picks(shop, *_lines(shop, held))
    version = shop.read(sa.select(Customer.version).where(Customer.id == shop.lee))
    into = shop.read(sa.select(Customer.version).where(Customer.id == shop.kim))
    merge = partial(merging.merge, customer_id=shop.lee, into_id=shop.kim, version=version, into_version=into)
    shop.till.do(merge)
    shop.holds()
    _posts(shop, pick_up)


def test_tenders_are_taken_for_all_that_is_picked_up(shop: Shop) -> None:
    ((_, held),) = _held(shop, "1")
    pick_up = _picks(shop, *_lines(shop, held))
    shop.till.run(tenders.take, invoice_id=pick_up, tender=Tender(CASH, D("20.00")))
    shop.till.run(tenders.take, invoice_id=pick_up, tender=Tender(CASH, D("4.00")))
    assert shop.till.refusal(tenders.take, invoice_id=pick_up, tender=Tender(CASH, D("1.00"))).why is Why.ALREADY_PAID
    both = (Tender(CASH, D("20.00")), Tender(CASH, D("4.00")))
    with shop.till.engine.connect() as connection:
        details = reading.working(connection, pick_up)
    assert details is not None
    seen = tuple(tender.for_rules() for tender in details.tenders)
    assert [each.amount for each in seen] == [each.amount for each in both]
    shop.till.run(posting.post, invoice_id=pick_up, tenders=seen, expected_total=D("24.00"), standing=2)
    shop.holds()


def test_the_audit_says_where_the_goods_came_from(shop: Shop) -> None:
    ((_, held),) = _held(shop, "1")
    pick_up = _picks(shop, *_lines(shop, held))
    _posts(shop, pick_up)
    told = sa.select(AuditEvent.after).where(AuditEvent.record_id == pick_up, AuditEvent.action == "post invoice")
    assert f'"picked_from":[{held}]' in shop.read(told).replace(" ", "")
    emptied = sa.select(AuditEvent.after).where(AuditEvent.record_id == held, AuditEvent.action == "discard invoice")
    assert f'"invoice":{pick_up}' in shop.read(emptied).replace(" ", "")


def test_where_goods_lie_is_written_on_what_waits(shop: Shop) -> None:
    (_, one), (_, two) = _held(shop, "1", "1")
    shop.till.run(picking.store_at, invoice_ids=(one, two), place="  Shelf B4 ")
    places = sa.select(Invoice.storage_place).where(Invoice.id.in_((one, two)))
    assert shop.read_all(places) == ["Shelf B4", "Shelf B4"]
    shop.till.run(picking.store_at, invoice_ids=(one,), place="")
    assert sorted(shop.read_all(places)) == ["", "Shelf B4"]
    assert shop.till.refusal(picking.store_at, invoice_ids=(two,), place="x" * 41).where == Field("storage_place")
    sale = shop.till.rings_up(("cup", "1"))
    assert shop.till.refusal(picking.store_at, invoice_ids=(sale,), place="B").why is Why.INVOICE_NOT_COMMITTED
    shop.holds()


def test_two_tills_hand_the_same_goods_out_once(postgres_till: Till) -> None:
    shop = open_shop(postgres_till)
    postgres_till.stores("kettle", price="24.00")
    (_, one), (_, two) = _held(shop, "1", "2")
    both = _lines(shop, one, two)
    first, second = _picks(shop, *both), _picks(shop, *reversed(both))
    ends = race(postgres_till, _posting(shop, first), _posting(shop, second))
    (refused,) = (end for end in ends if isinstance(end, RefusedError))
    assert refused.refusal.why in {Why.PICK_UP_CHANGED, Why.NOTHING_TO_POST}
    shop.holds()
    assert shop.stock("kettle") == ("0", "0", "0")
    assert shop.read(sa.select(sa.func.count()).select_from(PickedLine)) == 2
