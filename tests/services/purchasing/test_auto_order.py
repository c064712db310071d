"""Guide: "Auto Order" and "Auto Backorder PO"."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import partial

import pytest
import sqlalchemy as sa

from ordering_seed import (
    assert_sound,
    cancels,
    customer_on_file,
    item_of,
    line_of,
    orders,
    owes,
    sends,
    stocks,
    stored_allocations,
    vendor_on_file,
)
from places import place
from posim_desktop.domain.changes import Done, Record
from posim_desktop.domain.errors import Cell, Field
from posim_desktop.domain.purchasing.orders import OrderStatus, end_of_day
from posim_desktop.domain.why import Why
from posim_desktop.orm import Backorder, Item, PurchaseOrder, Vendor
from posim_desktop.queries.cards import items as item_queries
from posim_desktop.queries.purchasing import auto_backorder_po as read_backorder_po
from posim_desktop.queries.purchasing import auto_order as read
from posim_desktop.queries.purchasing.auto_backorder_po import Obstacle
from posim_desktop.services.cards import items
from posim_desktop.services.purchasing import auto_backorder_po, auto_order
from posim_desktop.services.purchasing import orders as purchase_orders
from posim_desktop.services.purchasing import posting as order_posting
from posim_desktop.services.purchasing.auto_order import ToOrder
from races import race
from refusals import english
from seeding import OPENING_DAY, Till, prefer

D = Decimal
TODAY = OPENING_DAY.date() + timedelta(days=45)
TONIGHT = end_of_day(TODAY, UTC)


@pytest.fixture
def vendor(till: Till) -> int:
    """The vendor of kettles."""
    vendor_id = vendor_on_file(till)
    stocks(till, "kettle", vendor_id=vendor_id, on_hand="2", max_stock="10")
    return vendor_id


@pytest.fixture
def lee(till: Till) -> int:
    """A customer."""
    return customer_on_file(till, "lee")


def proposal(
    till: Till, vendor_id: int, order_id: int | None = None, today: date = TODAY
) -> dict[str, read.AutoOrderRow]:
    with till.engine.connect() as connection:
        return {row.item: row for row in read.proposal(connection, vendor_id, order_id, today, 30)}


def press(till: Till, vendor_id: int, order_id: int | None = None) -> Done:
    """Press Auto Order and take what it proposes."""
    rows = proposal(till, vendor_id, order_id).values()
    wanted = tuple(ToOrder(row.item_id, row.proposal.order, row.proposal.order) for row in rows)
    return till.run(auto_order.apply, purchase_order_id=order_id, vendor_id=vendor_id, quantities=wanted)


def create(till: Till, *vendor_ids: int, before: datetime = TONIGHT) -> Done:
    return till.run(auto_backorder_po.create, before=before, vendor_ids=vendor_ids)


def overview(till: Till, before: datetime = TONIGHT) -> read_backorder_po.Overview:
    with till.engine.connect() as connection:
        return read_backorder_po.overview(connection, before)


def offers(till: Till) -> list[tuple[int, Decimal, Decimal]]:
    with till.engine.connect() as connection:
        found = read_backorder_po.offers(connection, TONIGHT)
    return [(offer.purchase_order_id, offer.free, offer.unallocated) for offer in found]


def order_count(till: Till) -> int:
    with till.engine.connect() as connection:
        return connection.scalar(sa.select(sa.func.count()).select_from(PurchaseOrder)) or 0


def test_it_orders_backorders_and_what_lacks_to_max_stock(till: Till, vendor: int, lee: int) -> None:
    first, second = owes(till, "kettle", "3", lee), owes(till, "kettle", "1", lee)
    row = proposal(till, vendor)["kettle"]
    assert row.proposal.for_customers == D(4)
    assert row.proposal.to_max == D(8)
    assert row.proposal.order == D(12)

    order_id = press(till, vendor).record_id
    line = line_of(till, order_id, "kettle")
    assert line.quantity == D(12)
    assert stored_allocations(till) == {(line.id, first): D(3), (line.id, second): D(1)}
    assert_sound(till)


def test_pressed_twice_it_orders_nothing_more_on_this_or_another_order(till: Till, vendor: int, lee: int) -> None:
    owes(till, "kettle", "3", lee)
    order_id = press(till, vendor).record_id
    here, elsewhere = proposal(till, vendor, order_id)["kettle"], proposal(till, vendor)["kettle"]
    assert (here.on_this_order, here.on_other_working, here.proposal.order) == (D(11), D(0), D(0))
    assert (elsewhere.on_this_order, elsewhere.on_other_working, elsewhere.proposal.order) == (D(0), D(11), D(0))
    nothing = ToOrder(here.item_id, D(0))
    refusal = till.refusal(auto_order.apply, purchase_order_id=order_id, vendor_id=vendor, quantities=(nothing,))
    assert refusal.where == Field("quantity")
    sends(till, order_id)
    assert proposal(till, vendor)["kettle"].proposal.order == 0
    till.run(order_posting.close_short, line_id=line_of(till, order_id, "kettle").id)
    assert proposal(till, vendor)["kettle"].proposal.order == D(11)
    assert_sound(till)


def test_add_backorders_after_auto_order_adds_nothing(till: Till, vendor: int, lee: int) -> None:
    owes(till, "kettle", "3", lee)
    order_id = press(till, vendor).record_id
    assert till.refusal(purchase_orders.add_backorders, purchase_order_id=order_id).where == Field("backorder")


def test_a_discarded_order_counts_no_more(till: Till, vendor: int) -> None:
    order_id = press(till, vendor).record_id
    assert proposal(till, vendor) == {}
    till.run(purchase_orders.discard, purchase_order_id=order_id)
    assert proposal(till, vendor)["kettle"].proposal.order == D(8)


def test_whole_packs_minimum_and_what_is_left_out(till: Till, vendor: int) -> None:
    stocks(till, "cup", vendor_id=vendor, on_hand="5", max_stock="10", pack="6")
    stocks(till, "plate", vendor_id=vendor, on_hand="5", max_stock="10", min_stock="5")
    stocks(till, "other", max_stock="10")
    stocks(till, "relic", vendor_id=vendor, max_stock="10")
    till.run(items.archive, item_id=till.items["relic"], version=item_of(till, "relic").version)
    rows = proposal(till, vendor)
    assert set(rows) == {"kettle", "cup"}
    assert (rows["cup"].proposal.order, rows["cup"].proposal.pack_rounding) == (D(6), D(1))


def test_old_backorders_are_flagged_by_age(till: Till, vendor: int, lee: int) -> None:
    owed = owes(till, "kettle", "3", lee)
    made_on = OPENING_DAY.date()
    young = proposal(till, vendor, today=made_on + timedelta(days=29))["kettle"]
    assert young.old == ()
    (old,) = proposal(till, vendor, today=made_on + timedelta(days=30))["kettle"].old
    assert (old.id, old.customer, old.outstanding, old.age_days) == (owed, "Lee", D(3), 30)


def test_a_backorder_s_age_counts_days_of_the_store(till: Till, vendor: int, lee: int) -> None:
    owes(till, "kettle", "3", lee)
    with till.writing() as session:
        prefer(session, time_zone="Pacific/Honolulu")  # where it is still the evening before
    today = OPENING_DAY.date() + timedelta(days=29)
    (old,) = proposal(till, vendor, today=today)["kettle"].old
    assert old.age_days == 30
    assert proposal(till, vendor, today=today - timedelta(days=1))["kettle"].old == ()


def test_what_auto_order_refuses(till: Till, vendor: int) -> None:
    stocks(till, "other", max_stock="10")
    kettle, other = till.items["kettle"], till.items["other"]
    order_id = orders(till, vendor, ("kettle", "1"))
    zenith = vendor_on_file(till, "zenith")

    def refused(*quantities: ToOrder, order_id: int | None = None, vendor_id: int = vendor) -> str:
        return place(
            till.refusal(auto_order.apply, purchase_order_id=order_id, vendor_id=vendor_id, quantities=quantities)
        )

    assert refused() == "quantity"
    assert refused(ToOrder(other, D(1))) == f"quantity:{other}"
    for wrong in ("-1", "1e9", "0.0001"):
        assert refused(ToOrder(kettle, D(wrong))) == f"quantity:{kettle}"
    assert refused(ToOrder(kettle, D(1)), order_id=order_id, vendor_id=zenith) == "vendor"
    assert refused(ToOrder(kettle, D(1)), vendor_id=vendor_on_file(till, "gone", archived=True)) == "vendor"
    # Somebody else ordered a kettle since the proposal was made.
    assert refused(ToOrder(kettle, D(8), proposed=D(8))) == f"quantity:{kettle}"
    assert order_count(till) == 1


def test_auto_backorder_po_writes_an_order_to_each_vendor_once(till: Till, vendor: int, lee: int) -> None:
    zenith = vendor_on_file(till, "zenith")
    stocks(till, "lamp", vendor_id=zenith, pack="4")
    first, second, lamp = owes(till, "kettle", "3", lee), owes(till, "kettle", "2", lee), owes(till, "lamp", "1", lee)
    counts = [(each.name, each.backorders, each.items, each.to_order) for each in overview(till).vendors]
    assert counts == [("Acme", 2, 1, D(3)), ("Zenith", 1, 1, D(4))]

    done = create(till, zenith, vendor)
    order_ids = sorted(change.id for change in done.changes if change.record == Record.PURCHASE_ORDER)
    assert len(order_ids) == 2
    assert done.record_id == order_ids[0]
    by_item = {code: next(o for o in order_ids if _has(till, o, code)) for code in ("kettle", "lamp")}
    kettle, lamp_line = line_of(till, by_item["kettle"], "kettle"), line_of(till, by_item["lamp"], "lamp")
    # Two of the five kettles are on the shelf, for whoever waits longest.
    assert (kettle.quantity, lamp_line.quantity) == (D(3), D(4))
    assert stored_allocations(till) == {(kettle.id, first): D(1), (kettle.id, second): D(2), (lamp_line.id, lamp): D(1)}
    assert_sound(till)

    assert create(till, vendor, zenith) == Done(0, frozenset())
    assert order_count(till) == 2
    assert [(each.name, each.on_shelf, each.to_order) for each in overview(till).vendors] == [("Acme", D(2), D(0))]
    # A pack's rest serves the next customer without buying another pack.
    owes(till, "lamp", "2", lee)
    _acme, count = overview(till).vendors
    assert (count.unallocated, count.free, count.to_order) == (D(2), D(2), D(0))
    assert create(till, zenith) == Done(0, frozenset())
    assert offers(till) == [(by_item["lamp"], D(3), D(2))]


def _has(till: Till, order_id: int, code: str) -> bool:
    return any(line_id for line_id in _line_items(till, order_id) if line_id == till.items[code])


def _line_items(till: Till, order_id: int) -> list[int]:
    with till.engine.connect() as connection:
        found = sa.text("SELECT item_id FROM purchase_order_lines WHERE purchase_order_id = :order")
        return list(connection.scalars(found, {"order": order_id}))


def test_what_open_orders_have_free_is_offered_and_not_bought_again(till: Till, vendor: int, lee: int) -> None:
    stocks(till, "teapot", vendor_id=vendor)
    first, second = owes(till, "teapot", "3", lee), owes(till, "teapot", "4", lee)
    sent, working = orders(till, vendor, ("teapot", "2")), orders(till, vendor, ("teapot", "3"))
    sends(till, sent, ("teapot", first, "1"))  # one is free; three are on the working order

    done = create(till, vendor)
    line = line_of(till, done.record_id, "teapot")
    assert line.quantity == D(2)
    assert stored_allocations(till)[line.id, second] == D(2)  # the first is served by what comes for nobody
    assert offers(till) == [(sent, D(1), D(4)), (working, D(3), D(4))]
    assert create(till, vendor).record_id == 0
    refusal = till.refusal(purchase_orders.add_backorders, purchase_order_id=None, vendor_id=vendor)
    assert refusal.why is Why.THERE_OR_COMING
    assert_sound(till)


def test_what_an_order_brings_for_nobody_goes_to_who_is_added_to_it(till: Till, vendor: int, lee: int) -> None:
    stocks(till, "teapot", vendor_id=vendor)
    first = owes(till, "teapot", "3", lee)
    order_id = orders(till, vendor, ("teapot", "5"))

    till.run(purchase_orders.add_backorders, purchase_order_id=order_id)
    line = line_of(till, order_id, "teapot")
    assert line.quantity == D(5)
    assert stored_allocations(till) == {(line.id, first): D(3)}


def test_what_is_on_the_shelf_is_not_bought_for_customers(till: Till, vendor: int, lee: int) -> None:
    first, second = owes(till, "kettle", "2", lee), owes(till, "kettle", "2", lee)

    (count,) = overview(till).vendors
    assert (count.unallocated, count.on_shelf, count.to_order) == (D(4), D(2), D(2))
    # The shelf serves whoever waits longest; so one order is for the other.
    refusal = till.refusal(
        purchase_orders.add_backorders, purchase_order_id=None, vendor_id=vendor, backorder_ids=(first,)
    )
    assert refusal.why is Why.THERE_OR_COMING
    order_id = till.run(
        purchase_orders.add_backorders, purchase_order_id=None, vendor_id=vendor, backorder_ids=(second,)
    ).record_id
    assert stored_allocations(till) == {(line_of(till, order_id, "kettle").id, second): D(2)}
    assert create(till, vendor).record_id == 0
    # Sold to somebody else meanwhile: the first has to wait for an order, too.
    till.posts(till.rings_up(("kettle", "2")))
    assert line_of(till, create(till, vendor).record_id, "kettle").quantity == D(2)
    assert_sound(till)


def test_a_vendors_smallest_order_and_pack_are_kept(till: Till, vendor: int, lee: int) -> None:
    with till.engine.connect() as connection:
        card = item_queries.details(connection, till.items["kettle"])
    assert card is not None
    fields = replace(card.fields, pack_quantity=D(4), minimum_quantity=D(10), vendor_cost=D("3.5"))
    till.run(items.change, item_id=card.id, fields=fields, version=card.version)
    owes(till, "kettle", "3", lee)
    (row,) = proposal(till, vendor).values()
    assert (row.proposal.order, row.proposal.pack_rounding, row.cost) == (D(12), D(1), D("3.5"))

    line = line_of(till, create(till, vendor).record_id, "kettle")
    assert (line.quantity, line.cost) == (D(12), D("3.5"))


def test_customers_who_cancel_while_somebody_looks_are_not_ordered_for(till: Till, vendor: int, lee: int) -> None:
    stocks(till, "teapot", vendor_id=vendor)
    owed = owes(till, "teapot", "5", lee)
    row = proposal(till, vendor)["teapot"]
    seen = (ToOrder(row.item_id, row.proposal.order, row.proposal.order),)
    cancels(till, owed, "5")

    refusal = till.refusal(auto_order.apply, purchase_order_id=None, vendor_id=vendor, quantities=seen)
    assert (refusal.why, refusal.where) == (Why.PROPOSAL_CHANGED, Cell("quantity", row.item_id))
    assert english(refusal) == "Of teapot, 0 is proposed by now, not 5. Look at the new proposal first."
    assert order_count(till) == 0


def test_only_backorders_of_the_date_or_earlier(till: Till, vendor: int, lee: int) -> None:
    owes(till, "kettle", "3", lee)
    before = datetime(2026, 11, 2, 9, tzinfo=UTC)
    assert overview(till, before).vendors == ()
    assert create(till, vendor, before=before).record_id == 0
    assert create(till, vendor, before=end_of_day(OPENING_DAY.date(), UTC)).record_id > 0


def test_later_backorders_of_the_same_item_are_left_for_another_day(till: Till, vendor: int, lee: int) -> None:
    stocks(till, "teapot", vendor_id=vendor)
    early, late = owes(till, "teapot", "2", lee), owes(till, "teapot", "3", lee)
    with till.engine.connect() as connection:
        dated = connection.scalars(sa.select(Backorder.created_at).where(Backorder.id == late)).one()
    order_id = create(till, vendor, before=dated).record_id
    line = line_of(till, order_id, "teapot")
    assert line.quantity == D(2)
    assert stored_allocations(till) == {(line.id, early): D(2)}


def test_items_nobody_can_be_asked_for_are_listed(till: Till, vendor: int, lee: int) -> None:
    gone = vendor_on_file(till, "gone")
    stocks(till, "cup")
    stocks(till, "plate", vendor_id=gone)
    stocks(till, "relic", vendor_id=vendor)
    for code in ("cup", "plate", "relic"):
        owes(till, code, "2", lee)
    till.run(items.archive, item_id=till.items["relic"], version=item_of(till, "relic").version)
    with till.writing() as session:
        session.connection().execute(sa.update(Vendor).where(Vendor.id == gone).values(archived=True))

    found = overview(till)
    assert found.vendors == ()
    assert [(each.item, each.obstacle, each.backorders, each.unallocated) for each in found.stranded] == [
        ("cup", Obstacle.NO_VENDOR, 1, D(2)),
        ("plate", Obstacle.VENDOR_ARCHIVED, 1, D(2)),
        ("relic", Obstacle.ITEM_ARCHIVED, 1, D(2)),
    ]
    assert till.refusal(auto_backorder_po.create, before=TONIGHT, vendor_ids=(gone,)).where == Field("vendors")
    assert till.refusal(auto_backorder_po.create, before=TONIGHT, vendor_ids=()).where == Field("vendors")
    with till.writing() as session:
        session.connection().execute(sa.update(Item).where(Item.code == "cup").values(preferred_vendor_id=vendor))
    assert [each.items for each in overview(till).vendors] == [1]


def test_two_clerks_press_auto_backorder_po(till: Till, vendor: int, lee: int) -> None:
    for _ in range(5):
        owes(till, "kettle", "3", lee)
        outcomes = race(partial(create, till, vendor), partial(create, till, vendor))
        assert sorted(bool(outcome.record_id) for outcome in outcomes if isinstance(outcome, Done)) == [False, True]
        assert_sound(till)


def test_orders_of_many_lines_take_few_statements(till: Till, vendor: int, lee: int) -> None:
    def statements_for(how_many: int) -> int:
        for number in range(how_many):
            code = f"cup{how_many}-{number}"
            stocks(till, code, vendor_id=vendor)
            owes(till, code, "1", lee)
        seen: list[str] = []

        def count(_c: object, _k: object, statement: str, *_: object) -> None:
            seen.append(statement)

        sa.event.listen(till.engine, "before_cursor_execute", count)
        create(till, vendor)
        sa.event.remove(till.engine, "before_cursor_execute", count)
        return len(seen)

    assert statements_for(12) == statements_for(3)
    with till.engine.connect() as connection:
        assert connection.scalar(sa.select(sa.func.count()).where(PurchaseOrder.status == OrderStatus.WORKING)) == 2
