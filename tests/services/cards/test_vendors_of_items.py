"""Guide: "Items", several vendors: each order, delivery and scan goes by the terms of its own vendor."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from ordering_seed import assert_sound, line_of, orders, sends, vendor_on_file
from posim_desktop.domain.cards.cards import ItemFields, preferring
from posim_desktop.domain.cards.vendor_terms import MAX_DAYS, MAX_VENDORS, VendorTerms
from posim_desktop.domain.errors import Field
from posim_desktop.domain.people.permissions import LIMITS
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.receiving import corrections as correction_rules
from posim_desktop.domain.receiving.corrections import TakenBack
from posim_desktop.orm import ReceivingLine, ShopRole
from posim_desktop.queries import deck
from posim_desktop.queries.cards import items as item_queries
from posim_desktop.queries.deck import Found
from posim_desktop.queries.purchasing import orders as order_queries
from posim_desktop.queries.receiving import corrections as correction_queries
from posim_desktop.queries.sales import till as lookups
from posim_desktop.services.cards import items, vendors
from posim_desktop.services.purchasing import orders as purchase_orders
from posim_desktop.services.purchasing.orders import OrderLineEdit
from posim_desktop.services.receiving import corrections, logs, posting
from seeding import Till, add_employee, inserted, prefer, stored

D = Decimal


@pytest.fixture
def acme(till: Till) -> int:
    """The vendor whom the shop prefers."""
    return vendor_on_file(till, "acme")


@pytest.fixture
def bolt(till: Till) -> int:
    """Another vendor of the same goods."""
    return vendor_on_file(till, "bolt")


@pytest.fixture
def kettle(till: Till, acme: int, bolt: int) -> int:
    """An item that both sell, each by its own terms."""
    fields = ItemFields(
        "KETTLE",
        "Kettle",
        cost=D("4.00"),
        preferred_vendor_id=acme,
        vendor_item_number="A-1",
        pack_quantity=D(6),
        minimum_quantity=D(12),
        usual_days=7,
        other_vendors=(VendorTerms(bolt, "B-22", D("5.1250"), D(10), usual_days=2),),
    )
    till.items["kettle"] = till.run(items.add, fields=fields).record_id
    return till.items["kettle"]


def _fields(till: Till, item_id: int) -> ItemFields:
    return _details(till, item_id).fields


def _details(till: Till, item_id: int) -> item_queries.ItemDetails:
    with till.engine.connect() as connection:
        details = item_queries.details(connection, item_id)
    assert details is not None
    return details


def _receive(till: Till, vendor_id: int | None, cost: str, order_id: int | None = None) -> int:
    log = till.run(logs.start, vendor_id=vendor_id, purchase_order_id=order_id)
    if order_id is None:
        till.run(logs.add_item, receiving_log_id=log.record_id, item_id=till.items["kettle"], cost=D(cost))
    else:
        line_id = stored(till.engine, ReceivingLine, ReceivingLine.receiving_log_id == log.record_id).id
        till.run(logs.set_cost, line_id=line_id, cost=D(cost))
    till.run(posting.post, receiving_log_id=log.record_id)
    return log.record_id


def test_a_card_keeps_the_terms_of_every_vendor(till: Till, kettle: int, acme: int, bolt: int) -> None:
    fields = _fields(till, kettle)

    assert fields.vendors == (
        VendorTerms(acme, "A-1", None, D(6), D(12), 7),
        VendorTerms(bolt, "B-22", D("5.1250"), D(10), D(0), 2),
    )
    assert_sound(till)


@pytest.mark.usefixtures("kettle")
def test_lines_take_the_terms_of_their_orders_vendor(till: Till, acme: int, bolt: int) -> None:
    lines = [line_of(till, orders(till, vendor, ("kettle", "10")), "kettle") for vendor in (acme, bolt)]

    assert [(line.vendor_item_number, line.cost) for line in lines] == [("A-1", D("4.00")), ("B-22", D("5.1250"))]


@pytest.mark.usefixtures("kettle")
def test_a_vendor_who_is_not_on_the_card_has_no_number_for_it(till: Till) -> None:
    line = line_of(till, orders(till, vendor_on_file(till, "cole"), ("kettle", "10")), "kettle")

    assert (line.vendor_item_number, line.cost) == ("", D("4.00"))


def test_each_vendors_cost_is_what_was_last_paid_there(till: Till, kettle: int, acme: int, bolt: int) -> None:
    _receive(till, bolt, "5.50")

    fields = _fields(till, kettle)
    assert fields.cost == D("5.50")
    assert [terms.cost for terms in fields.vendors] == [D("4.00"), D("5.50")]
    _receive(till, acme, "5.50")
    fields = _fields(till, kettle)
    assert [terms.cost for terms in fields.vendors] == [D("5.50"), D("5.50")]


def test_a_vendors_cost_is_taken_back_with_the_delivery_that_wrote_it(till: Till, kettle: int, bolt: int) -> None:
    first, second = _receive(till, bolt, "5.50"), _receive(till, bolt, "55")
    before = _details(till, kettle).version
    _takes_back(till, second)
    assert [terms.cost for terms in _fields(till, kettle).vendors] == [D("4.00"), D("5.50")]
    assert _details(till, kettle).version > before

    _takes_back(till, first)  # no delivery counts any more
    assert _fields(till, kettle).other_vendors[0].cost == D("5.1250")  # as somebody wrote
    assert_sound(till)


def test_of_two_deliveries_that_are_taken_back_neither_leaves_its_cost(till: Till, kettle: int, bolt: int) -> None:
    first, second = _receive(till, bolt, "5.50"), _receive(till, bolt, "55")
    _takes_back(till, first)
    assert _fields(till, kettle).other_vendors[0].cost == D(55)  # the second counts

    _takes_back(till, second)
    assert _fields(till, kettle).other_vendors[0].cost == D("5.1250")


def test_what_somebody_wrote_between_two_deliveries_stands_again(till: Till, kettle: int, bolt: int) -> None:
    _receive(till, bolt, "5.50")
    _says_cost(till, kettle, "5.75")
    second = _receive(till, bolt, "55")
    _takes_back(till, second)
    assert _fields(till, kettle).other_vendors[0].cost == D("5.75")


def test_what_costs_as_the_card_says_is_kept_apart_and_taken_back_all_the_same(
    till: Till, kettle: int, acme: int, bolt: int
) -> None:
    first = _receive(till, acme, "6.00")  # the preferred vendor had no cost of its own
    _receive(till, bolt, "5.50")
    assert [terms.cost for terms in _fields(till, kettle).vendors] == [D("6.00"), D("5.50")]
    _takes_back(till, first)
    assert [terms.cost for terms in _fields(till, kettle).vendors] == [D("4.00"), D("5.50")]


def test_where_nobody_knows_what_goods_cost_before_it_is_what_they_were_ordered_at(
    till: Till, kettle: int, bolt: int
) -> None:
    order_id = orders(till, bolt, ("kettle", "10"))
    sends(till, order_id)
    details = _details(till, kettle)
    till.run(items.change, item_id=kettle, fields=replace(details.fields, other_vendors=()), version=details.version)
    log_id = _receive(till, None, "55", order_id)  # the card does not name the vendor
    details = _details(till, kettle)
    told = replace(details.fields, other_vendors=(VendorTerms(bolt, cost=D(55)),))
    till.run(items.change, item_id=kettle, fields=told, version=details.version)
    _takes_back(till, log_id, "10")
    assert _fields(till, kettle).other_vendors[0].cost == D("5.1250")


def test_a_vendors_cost_that_somebody_wrote_after_the_delivery_stays(till: Till, kettle: int, bolt: int) -> None:
    _receive(till, bolt, "5.50")
    second = _receive(till, bolt, "55")
    _says_cost(till, kettle, "5.75")
    _takes_back(till, second)
    assert _fields(till, kettle).other_vendors[0].cost == D("5.75")


def _says_cost(till: Till, kettle: int, cost: str) -> None:
    details = _details(till, kettle)
    told = replace(details.fields, other_vendors=(details.fields.other_vendors[0]._replace(cost=D(cost)),))
    till.run(items.change, item_id=kettle, fields=told, version=details.version)


def _takes_back(till: Till, log_id: int, quantity: str = "1") -> None:
    line_id = stored(till.engine, ReceivingLine, ReceivingLine.receiving_log_id == log_id).id
    taken = (TakenBack(line_id, D(quantity), coming=False),)
    with till.engine.connect() as connection:
        found = correction_queries.correctable(connection, log_id)
    assert found is not None
    seen = correction_rules.plan(found.standing, taken)
    till.run(corrections.correct, receiving_log_id=log_id, taken=taken, reason="Another cost", seen=seen)
    assert_sound(till)


def test_who_has_the_card_open_hears_that_a_delivery_wrote_a_cost(till: Till, kettle: int, bolt: int) -> None:
    before = _details(till, kettle)
    _receive(till, bolt, "4.00")  # as the card says, but not as Bolt's row does

    refusal = till.refusal(items.change, item_id=kettle, fields=before.fields, version=before.version)
    assert refusal.where == Field("version")


@pytest.mark.parametrize("number", ["A-1", "b-22"])
def test_any_vendors_number_finds_the_item(till: Till, kettle: int, number: str) -> None:
    with till.writing() as session:
        prefer(session, scan_vendor_numbers=True)
    with till.engine.connect() as connection:
        assert [match.id for match in lookups.find_by_code(connection, number)] == [kettle]
        assert [match.id for match in lookups.find_by_words(connection, number)] == [kettle]
        assert deck.count(connection, item_queries.DECK, Found(text=number)) == 1


def test_another_vendor_becomes_the_preferred_one_by_its_own_terms(
    till: Till, kettle: int, acme: int, bolt: int
) -> None:
    details = _details(till, kettle)
    changed = preferring(details.fields, bolt)
    till.run(items.change, item_id=kettle, fields=changed, version=details.version)

    fields = _fields(till, kettle)
    assert (fields.preferred_vendor_id, fields.vendor_item_number, fields.pack_quantity) == (bolt, "B-22", D(10))
    assert fields.other_vendors == (VendorTerms(acme, "A-1", None, D(6), D(12), 7),)
    assert_sound(till)


def test_a_vendor_taken_off_a_card_is_gone_and_no_longer_found(till: Till, kettle: int) -> None:
    details = _details(till, kettle)
    till.run(items.change, item_id=kettle, fields=replace(details.fields, other_vendors=()), version=details.version)

    assert _fields(till, kettle).other_vendors == ()
    with till.engine.connect() as connection:
        assert lookups.find_by_words(connection, "B-22") == ()
    assert_sound(till)


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"vendor_cost": D(-1)}, "vendor_cost"),
        ({"minimum_quantity": D("0.0001")}, "minimum_quantity"),
        ({"usual_days": MAX_DAYS + 1}, "usual_days"),
        ({"usual_days": -1}, "usual_days"),
    ],
)
def test_terms_out_of_range_are_refused_at_their_field(
    till: Till, kettle: int, changed: dict[str, object], place: str
) -> None:
    details = _details(till, kettle)
    wrong = replace(details.fields, **changed)  # type: ignore[arg-type]
    assert till.refusal(items.change, item_id=kettle, fields=wrong, version=details.version).where == Field(place)


@pytest.mark.parametrize("wrong", ["preferred", "twice", "many", "pack", "unknown"])
def test_other_vendors_that_cannot_be_are_refused(till: Till, kettle: int, acme: int, bolt: int, wrong: str) -> None:
    details = _details(till, kettle)
    others = {
        "preferred": (VendorTerms(acme),),
        "twice": (VendorTerms(bolt), VendorTerms(bolt, "B-23")),
        "many": tuple(VendorTerms(1000 + each) for each in range(MAX_VENDORS + 1)),
        "pack": (VendorTerms(bolt, pack_quantity=D(0)),),
        "unknown": (VendorTerms(4711),),
    }[wrong]
    fields = replace(details.fields, other_vendors=others)
    refusal = till.refusal(items.change, item_id=kettle, fields=fields, version=details.version)
    assert refusal.where == Field("other_vendors")


def test_who_may_not_see_costs_writes_no_vendors_cost_but_may_prefer_another_vendor(
    till: Till, kettle: int, bolt: int
) -> None:
    with till.writing() as session:
        limits = dict.fromkeys(LIMITS)
        card: dict[str, Any] = {"code": "CARDS", "name": "Cards", "archived": False, "version": 1}
        inserted(session, ShopRole, **card, permissions=frozenset({Permission.EDIT_ITEMS}), **limits)
        clerk = replace(till, employee_id=add_employee(session, "kit", role="CARDS"))
    details = _details(till, kettle)
    other = details.fields.other_vendors[0]
    dearer = replace(details.fields, other_vendors=(other._replace(cost=D(6)),))
    refusal = clerk.refusal(items.change, item_id=kettle, fields=dearer, version=details.version)
    assert refusal.where == Field("other_vendors")

    clerk.run(items.change, item_id=kettle, fields=preferring(details.fields, bolt), version=details.version)
    assert _fields(till, kettle).vendor_cost == D("5.1250")


def test_a_vendor_who_sells_something_is_archived_not_deleted(till: Till, kettle: int, bolt: int) -> None:
    till.run(vendors.delete, vendor_id=bolt, version=1)

    assert _fields(till, kettle).other_vendors[0].vendor_id == bolt


def test_a_deleted_item_takes_its_terms_with_it(till: Till, kettle: int) -> None:
    till.run(items.delete, item_id=kettle, version=1)

    with till.engine.connect() as connection:
        assert item_queries.details(connection, kettle) is None
    assert_sound(till)


def test_an_order_to_another_vendor_takes_its_terms_and_keeps_what_was_typed(
    till: Till, kettle: int, acme: int, bolt: int
) -> None:
    till.items["pan"] = till.run(
        items.add, fields=ItemFields("PAN", "Pan", cost=D(2), preferred_vendor_id=acme)
    ).record_id
    order_id = orders(till, acme, ("kettle", "6"), ("pan", "1"))
    till.run(purchase_orders.set_vendor, purchase_order_id=order_id, vendor_id=bolt)
    line = line_of(till, order_id, "kettle")
    assert (line.vendor_item_number, line.cost, line.quantity) == ("B-22", D("5.1250"), D(6))
    with till.engine.connect() as connection:
        assert order_queries.typed(connection, order_id) == ()

    till.run(purchase_orders.change_line, line_id=line.id, edit=OrderLineEdit(cost=D("4.9")))
    till.run(purchase_orders.set_vendor, purchase_order_id=order_id, vendor_id=acme)
    line = line_of(till, order_id, "kettle")
    assert (line.vendor_item_number, line.cost) == ("A-1", D("4.9"))
    with till.engine.connect() as connection:
        assert order_queries.typed(connection, order_id) == ("KETTLE",)
        shown = order_queries.details(connection, order_id)
    assert shown is not None
    assert [row.pack_quantity for row in shown.lines] == [D(6), D(1)]
    assert kettle
    assert_sound(till)
