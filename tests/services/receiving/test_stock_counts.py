"""Guide: "Count the stock" — several people count at once, and the posting makes what they found what is on hand."""

from decimal import Decimal
from functools import partial

import pytest
import sqlalchemy as sa

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Cell, Field, RefusedError
from posim_desktop.domain.people.permissions import Role
from posim_desktop.domain.quantity import MAX_QUANTITY
from posim_desktop.domain.receiving.stock_counts import CountStatus, Extent
from posim_desktop.domain.why import Why
from posim_desktop.orm import Barcode, StockCount, StockEntry
from posim_desktop.queries.receiving import stock_counts as queries
from posim_desktop.queries.receiving.stock_counts import CountDetails, CountLine
from posim_desktop.services.receiving import stock_counts as counts
from posim_desktop.services.receiving.stock_counts import FileLine, FoundHeld, SheetLine
from posim_desktop.services.sales import commitments
from receiving_seed import D, Shop, open_shop, race
from seeding import Till, add_employee, inserted


@pytest.fixture
def shop(till: Till) -> Shop:
    """A shop with five kettles, two lamps, and no mug."""
    shop = open_shop(till)
    till.stores("kettle", on_hand="5")
    till.stores("lamp", on_hand="2")
    till.stores("mug", on_hand="0")
    return shop


def begins(shop: Shop, extent: Extent = Extent.SCANNED) -> int:
    return shop.till.run(counts.start, extent=extent).record_id


def counts_up(shop: Shop, count_id: int, code: str, quantity: str, place: str = "") -> None:
    item_id = shop.till.items[code]
    shop.till.run(counts.count_up, stock_count_id=count_id, item_id=item_id, quantity=D(quantity), place=place)


def posts(shop: Shop, count_id: int) -> Done:
    done = shop.till.run(counts.post, stock_count_id=count_id)
    shop.holds()
    return done


def seen(shop: Shop, count_id: int) -> CountDetails:
    with shop.till.engine.connect() as connection:
        details = queries.details(connection, count_id)
    assert details is not None
    return details


def line(shop: Shop, count_id: int, code: str) -> CountLine:
    return next(each for each in seen(shop, count_id).lines if each.item == code)


def sells(shop: Shop, code: str, quantity: str) -> None:
    shop.till.posts(shop.till.rings_up((code, quantity)))


def holds_for_lee(shop: Shop, code: str, quantity: str) -> int:
    invoice_id = shop.till.rings_up((code, quantity), customer_id=shop.lee)
    shop.till.run(commitments.commit, invoice_id=invoice_id)
    return invoice_id


@pytest.mark.parametrize(("counted", "on_hand"), [("5", "5"), ("3", "3"), ("8", "8"), ("0", "0"), ("4.25", "4.25")])
def test_what_was_counted_is_what_is_on_hand(shop: Shop, counted: str, on_hand: str) -> None:
    count_id = begins(shop)
    counts_up(shop, count_id, "kettle", counted)
    posts(shop, count_id)
    assert shop.stock("kettle")[0] == on_hand
    assert (shop.stock("lamp")[0], seen(shop, count_id).number) == ("2", 1)
    moved = shop.read(sa.select(sa.func.count()).select_from(StockEntry).where(StockEntry.kind == "counted"))
    assert moved == (counted != "5")


def test_several_people_count_parts_and_the_parts_add_up(shop: Shop) -> None:
    count_id = begins(shop)
    counts_up(shop, count_id, "kettle", "2", "Window")
    counts_up(shop, count_id, "kettle", "1", "Window")
    counts_up(shop, count_id, "kettle", "1", "Cellar")
    with shop.till.writing() as session:
        ann = add_employee(session, "ann", role=Role.CASHIER)
    sam, shop.till.employee_id = shop.till.employee_id, ann
    counts_up(shop, count_id, "kettle", "2", "Window")
    filled = SheetLine(shop.till.items["kettle"], D("1"))
    shop.till.run(counts.fill_in, stock_count_id=count_id, lines=(filled,), place="Attic")
    kettle = line(shop, count_id, "kettle")
    assert sorted((part.employee, part.place, str(part.quantity)) for part in kettle.parts) == [
        ("Ann", "Attic", "1.000"),
        ("Ann", "Window", "2.000"),
        ("Sam", "Cellar", "1.000"),
        ("Sam", "Window", "3.000"),
    ]
    assert (kettle.shelf, kettle.difference) == (D("7"), D("2"))
    assert shop.till.refusal(counts.post, stock_count_id=count_id).why is Why.NOT_PERMITTED
    shop.till.employee_id = sam
    posts(shop, count_id)
    assert shop.stock("kettle")[0] == "7"


def test_what_is_sold_after_the_counting_is_no_difference(shop: Shop) -> None:
    count_id = begins(shop)
    counts_up(shop, count_id, "kettle", "5")
    sells(shop, "kettle", "2")
    assert line(shop, count_id, "kettle").difference == 0
    posts(shop, count_id)
    assert shop.stock("kettle")[0] == "3"


def test_what_is_sold_between_two_scans_is_expected_no_more_and_shown(shop: Shop) -> None:
    count_id = begins(shop)
    counts_up(shop, count_id, "kettle", "1")
    sells(shop, "kettle", "2")
    counts_up(shop, count_id, "kettle", "1")
    kettle = line(shop, count_id, "kettle")
    assert (kettle.frozen, kettle.moved, kettle.expected, kettle.difference) == (D(5), D(-2), D(3), D(-1))
    posts(shop, count_id)
    assert shop.stock("kettle")[0] == "2"


@pytest.mark.parametrize(("found", "on_hand"), [("2", "5"), ("1", "4"), ("0", "3")])
def test_what_waits_for_customers_is_counted_apart_and_asked_about(shop: Shop, found: str, on_hand: str) -> None:
    invoice_id = holds_for_lee(shop, "kettle", "2")
    count_id = begins(shop)
    counts_up(shop, count_id, "kettle", "3")
    refused = shop.till.refusal(counts.post, stock_count_id=count_id)
    assert (refused.why, refused.facts["held"]) == (Why.COUNT_HELD_UNASKED, (("Lee", D(2)),))
    (held,) = seen(shop, count_id).unasked
    assert (held.customer, held.held, held.invoice_id) == ("Lee", D(2), invoice_id)
    kettle = shop.till.items["kettle"]
    too_many = (FoundHeld(kettle, invoice_id, D(2), D(3)),)
    refused = shop.till.refusal(counts.find_held, stock_count_id=count_id, found=too_many)
    assert (refused.why, refused.where) == (Why.MORE_FOUND_THAN_HELD, Cell("found", 0))
    answer = (FoundHeld(kettle, invoice_id, D(2), D(found)),)
    shop.till.run(counts.find_held, stock_count_id=count_id, found=answer)
    posts(shop, count_id)
    assert shop.stock("kettle")[:2] == (on_hand, "2")


def test_goods_that_are_picked_up_before_they_are_looked_at_are_asked_about_again(shop: Shop) -> None:
    invoice_id = holds_for_lee(shop, "kettle", "2")
    count_id = begins(shop)
    counts_up(shop, count_id, "kettle", "3")
    shop.till.run(commitments.uncommit, invoice_id=invoice_id)
    shop.till.posts(invoice_id)
    answer = (FoundHeld(shop.till.items["kettle"], invoice_id, D(2), D(2)),)
    refused = shop.till.refusal(counts.find_held, stock_count_id=count_id, found=answer)
    assert refused.why is Why.COUNT_HELD_CHANGED
    posts(shop, count_id)
    assert shop.stock("kettle")[:2] == ("3", "0")


def test_a_file_counts_what_it_knows_and_keeps_what_nobody_knows(shop: Shop) -> None:
    codes = ("7001", "1.000"), ("7002", "2.000")
    with shop.till.writing() as session:
        for code, units in codes:  # a pack of two, too
            of_kettle = {"item_id": shop.till.items["kettle"], "barcode": code, "form": code, "quantity": D(units)}
            inserted(session, Barcode, **of_kettle)
    count_id = begins(shop)
    lines = (FileLine("7001", D(2), 2), FileLine("who-is-it", D(3), 3), FileLine("7002", D(1), 4))
    shop.till.run(counts.take_file, stock_count_id=count_id, lines=lines, place="Cellar")
    assert line(shop, count_id, "kettle").shelf == D(4)
    (stray,) = seen(shop, count_id).strays
    assert (stray.code, stray.quantity, stray.places) == ("who-is-it", D(3), "Cellar (Sam)")
    assert shop.till.refusal(counts.post, stock_count_id=count_id).why is Why.COUNT_UNIDENTIFIED
    mug = shop.till.items["mug"]
    shop.till.run(counts.identify, stock_count_id=count_id, scanned="who-is-it", item_id=mug)
    refused = shop.till.refusal(counts.identify, stock_count_id=count_id, scanned="who-is-it", item_id=mug)
    assert refused.why is Why.COUNT_STRAY_GONE
    posts(shop, count_id)
    assert (shop.stock("kettle")[0], shop.stock("mug")[0]) == ("4", "3")


def test_a_bad_line_of_a_file_is_named_and_nothing_of_it_is_counted(shop: Shop) -> None:
    count_id = begins(shop)
    lines = (FileLine("kettle", D(2), 2), FileLine("who-is-it", D(-1), 3))
    refused = shop.till.refusal(counts.take_file, stock_count_id=count_id, lines=lines)
    assert (refused.why, refused.where) == (Why.QUANTITY_NEGATIVE, Cell("quantity", 3))
    assert not seen(shop, count_id).lines


def test_a_code_that_is_scanned_again_after_it_was_identified_counts_once(shop: Shop) -> None:
    count_id = begins(shop)
    keep = partial(counts.keep_unknown, stock_count_id=count_id, scanned="who-is-it")
    for quantity in ("2", "1"):
        shop.till.run(keep, quantity=D(quantity))
        identify = partial(counts.identify, scanned="who-is-it", item_id=shop.till.items["mug"])
        shop.till.run(identify, stock_count_id=count_id)
    assert line(shop, count_id, "mug").shelf == D(3)
    shop.till.run(keep, quantity=MAX_QUANTITY)
    more = (FileLine("who-is-it", D(1), 2),)
    for wrong in ("0", "-1"):
        assert shop.till.refusal(keep, quantity=D(wrong)).where == Field("quantity")
    assert shop.till.refusal(keep).why is Why.QUANTITY_TOO_LARGE
    assert shop.till.refusal(counts.take_file, stock_count_id=count_id, lines=more).why is Why.QUANTITY_TOO_LARGE


def test_what_nobody_knows_may_be_dismissed_with_a_word(shop: Shop) -> None:
    count_id = begins(shop)
    counts_up(shop, count_id, "kettle", "5")
    shop.till.run(counts.keep_unknown, stock_count_id=count_id, scanned="junk")
    shop.till.run(counts.keep_unknown, stock_count_id=count_id, scanned="junk")
    assert seen(shop, count_id).strays[0].quantity == D(2)
    refused = shop.till.refusal(counts.dismiss, stock_count_id=count_id, scanned="junk", word=" ")
    assert refused.where == Field("word")
    shop.till.run(counts.dismiss, stock_count_id=count_id, scanned="junk", word="A customer's own")
    posts(shop, count_id)
    assert shop.stock("kettle")[0] == "5"


def test_a_count_of_everything_names_what_nobody_counted(shop: Shop) -> None:
    count_id = begins(shop, Extent.EVERYTHING)
    counts_up(shop, count_id, "kettle", "5")
    missed = seen(shop, count_id)
    assert ([each.item for each in missed.missed], missed.missed_count) == (["lamp"], 1)
    none = SheetLine(shop.till.items["lamp"], D(0))
    shop.till.run(counts.fill_in, stock_count_id=count_id, lines=(none,))
    assert not seen(shop, count_id).missed
    posts(shop, count_id)
    assert shop.stock("lamp")[0] == "0"


def test_what_is_taken_off_again_was_never_counted(shop: Shop) -> None:
    count_id = begins(shop)
    counts_up(shop, count_id, "kettle", "1")
    shop.till.run(counts.take_off, stock_count_id=count_id, item_id=shop.till.items["kettle"])
    assert shop.till.refusal(counts.post, stock_count_id=count_id).why is Why.COUNT_EMPTY
    sells(shop, "kettle", "1")
    counts_up(shop, count_id, "kettle", "4")
    assert line(shop, count_id, "kettle").frozen == D(4)


def test_what_was_found_is_offered_to_who_waits(shop: Shop) -> None:
    shop.owes("mug", "2", shop.lee)
    count_id = begins(shop)
    counts_up(shop, count_id, "mug", "3")
    posts(shop, count_id)
    with shop.till.engine.connect() as connection:
        (offer,) = queries.waiting_for(connection, count_id)
    assert (offer.customer, offer.quantity) == ("Lee", D(2))


def test_a_posted_or_discarded_count_stays_as_it_is(shop: Shop) -> None:
    count_id, given_up = begins(shop), begins(shop)
    counts_up(shop, count_id, "kettle", "5")
    posts(shop, count_id)
    assert shop.till.refusal(counts.discard, stock_count_id=given_up, reason="").where == Field("reason")
    shop.till.run(counts.discard, stock_count_id=given_up, reason="Begun twice")
    item_id = shop.till.items["kettle"]
    for each, why in ((count_id, Why.COUNT_POSTED), (given_up, Why.COUNT_DISCARDED)):
        for deed in (
            partial(counts.count_up, item_id=item_id),
            partial(counts.take_off, item_id=item_id),
            partial(counts.keep_unknown, scanned="x"),
            partial(counts.find_held, found=()),
            partial(counts.post),
            partial(counts.discard, reason="No"),
        ):
            with pytest.raises(RefusedError) as refused:
                shop.till.do(partial(deed, stock_count_id=each))
            assert refused.value.refusal.why is why
    assert seen(shop, given_up).status is CountStatus.DISCARDED
    with pytest.raises(sa.exc.DBAPIError), shop.till.engine.begin() as connection:
        connection.execute(sa.text("UPDATE stock_count_parts SET quantity = 1"))
    assert shop.read(sa.select(sa.func.count()).select_from(StockCount).where(StockCount.number.is_not(None))) == 1


def test_counting_while_a_till_sells_loses_and_invents_nothing(shop: Shop) -> None:
    count_id = begins(shop)
    counts_up(shop, count_id, "kettle", "5")
    sales = [shop.till.posting_of(shop.till.rings_up(("kettle", "1"))) for _ in range(2)]
    results = race(shop.till, partial(counts.post, stock_count_id=count_id), *sales)
    assert all(isinstance(each, Done) for each in results)
    shop.holds()
    assert shop.stock("kettle")[0] == "3"


def test_two_who_post_at_once_post_once(shop: Shop) -> None:
    count_id = begins(shop)
    counts_up(shop, count_id, "kettle", "7")
    results = race(shop.till, *(partial(counts.post, stock_count_id=count_id) for _ in range(2)))
    assert sum(isinstance(each, Done) for each in results) == 1
    shop.holds()
    assert shop.stock("kettle")[0] == "7"


def test_two_who_scan_at_once_both_count(shop: Shop) -> None:
    count_id = begins(shop)
    scan = partial(counts.count_up, stock_count_id=count_id, item_id=shop.till.items["kettle"], quantity=Decimal(1))
    race(shop.till, scan, scan)
    assert line(shop, count_id, "kettle").shelf == D(2)
