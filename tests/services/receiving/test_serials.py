"""Serial numbers of a delivery, on both databases: each unit is known from its receipt to its sale and back."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from posim_desktop.domain.cards.serials import Moved, Serials
from posim_desktop.domain.errors import Cell, Refusal
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.why import Why
from posim_desktop.orm import InvoiceLine, Item, VendorReturnSerial
from posim_desktop.orm.base import table_of
from posim_desktop.queries import serials as serial_queries
from posim_desktop.queries.receiving import corrections as correction_queries
from posim_desktop.queries.receiving import logs as reading
from posim_desktop.queries.receiving import vendor_returns as return_queries
from posim_desktop.queries.sales import till as lookups
from posim_desktop.services.receiving import logs as receiving
from posim_desktop.services.receiving import posting as receiving_posting
from posim_desktop.services.receiving import return_serials, serials, vendor_returns
from posim_desktop.services.receiving.vendor_returns import ReturnLineEdit
from posim_desktop.services.sales import invoices
from posim_desktop.services.sales import serials as sold_serials
from posim_desktop.services.sales.invoices import NewLine
from receiving_seed import D, Shop, open_shop
from seeding import Till


@pytest.fixture
def shop(till: Till) -> Iterator[Shop]:
    """A shop that receives drills with serial numbers; whatever happened, its records agree."""
    shop = open_shop(till)
    till.stores("drill")
    till.stores("kettle")
    with till.writing() as session:
        table = table_of(Item)
        flagged = sa.update(table).where(table.c.id == till.items["drill"]).values(serials=str(Serials.RECEIVING))
        session.connection().execute(flagged)
    yield shop
    shop.holds()


def in_stock(shop: Shop) -> tuple[str, ...]:
    with shop.till.engine.connect() as connection:
        return serial_queries.in_stock(connection, shop.till.items["drill"])


def comes(shop: Shop, *numbers: str) -> int:
    """Post a delivery of drills with these numbers."""
    log_id = shop.unloads_freely(("drill", str(len(numbers))))
    shop.till.run(serials.enter, line_id=shop.line(log_id, "drill"), serials=numbers)
    shop.receives(log_id)
    return log_id


def sells(shop: Shop, number: str, code: TransCode = TransCode.SALE) -> None:
    """Sell a drill, or take it back, by its number."""
    reason = "Does not fit" if code is TransCode.RETURN else ""
    new = NewLine(shop.till.items["drill"], D(1), code, serials=(number,), return_reason=reason)
    shop.till.posts(shop.till.run(invoices.add_items, invoice_id=None, lines=(new,)).record_id)


def test_each_unit_that_comes_needs_its_number(shop: Shop) -> None:
    log_id = shop.unloads_freely(("drill", "2"), ("kettle", "1.5"))
    line = shop.line(log_id, "drill")
    refusal = shop.till.refusal(receiving_posting.post, receiving_log_id=log_id)
    assert (refusal.why, refusal.where) == (Why.SERIALS_MISSING, Cell("serials", line))
    twice = shop.till.refusal(serials.enter, line_id=line, serials=("A", "a"))
    assert twice.why is Why.SERIAL_GIVEN_TWICE
    kettle = shop.till.refusal(serials.enter, line_id=shop.line(log_id, "kettle"), serials=("A",))
    assert kettle.why is Why.SERIALS_NOT_ASKED
    shop.till.run(serials.enter, line_id=line, serials=("A", "B"))
    with shop.till.engine.connect() as connection:
        shown = reading.details(connection, log_id)
    assert shown is not None
    assert [(row.serials_asked, row.serials) for row in shown.lines] == [(True, ("A", "B")), (False, ())]
    shop.receives(log_id)
    assert in_stock(shop) == ("A", "B")


def test_a_part_of_a_unit_does_not_come(shop: Shop) -> None:
    log_id = shop.unloads_freely(("drill", "1.5"))
    refusal = shop.till.refusal(receiving_posting.post, receiving_log_id=log_id)
    assert refusal.why is Why.SERIALS_OF_WHOLE_UNITS


def test_a_unit_is_here_or_sold_but_not_both(shop: Shop) -> None:
    twin = shop.unloads_freely(("drill", "1"))
    shop.till.run(serials.enter, line_id=shop.line(twin, "drill"), serials=("a",))
    log_id = comes(shop, "A", "B")
    late = shop.till.refusal(receiving_posting.post, receiving_log_id=twin)
    assert late.why is Why.SERIAL_IN_STOCK
    sells(shop, "A")
    assert in_stock(shop) == ("B",)
    assert shop.till.refusal(serials.enter, line_id=shop.line(twin, "drill"), serials=("A",)).why is Why.SERIAL_SOLD
    shop.till.run(receiving.remove_line, line_id=shop.line(twin, "drill"))
    sells(shop, "A", TransCode.RETURN)
    assert in_stock(shop) == ("A", "B")
    with shop.till.engine.connect() as connection:
        (came, back) = serial_queries.of_item(connection, shop.till.items["drill"])
        found = lookups.find_by_serial(connection, " b ")
    assert [move.moved for move in came.moves] == [Moved.RECEIVED, Moved.SOLD, Moved.RETURNED]
    assert (came.serial, back.serial, back.moves[0].document_id) == ("A", "B", log_id)
    assert [item.code for item in found] == ["drill"]


def test_the_number_that_was_scanned_goes_onto_the_line(shop: Shop) -> None:
    comes(shop, "A", "B")
    drill = shop.till.items["drill"]
    sale = shop.till.run(invoices.add_items, invoice_id=None, lines=(NewLine(drill, D(1), serials=("A",)),)).record_id
    more = NewLine(drill, D(1), serials=("b",))
    shop.till.run(invoices.add_items, invoice_id=sale, lines=(more,))
    assert shop.till.refusal(invoices.add_items, invoice_id=sale, lines=(more,)).why is Why.SERIAL_GIVEN_TWICE
    line = shop.read(sa.select(InvoiceLine.id).where(InvoiceLine.invoice_id == sale))
    shop.till.posts(sale)
    assert in_stock(shop) == ()
    assert shop.till.refusal(sold_serials.enter, line_id=line, serials=()).why is Why.INVOICE_PROCESSED


def test_the_number_that_was_scanned_with_what_came_goes_onto_the_line(shop: Shop) -> None:
    drill, kettle = shop.till.items["drill"], shop.till.items["kettle"]
    log_id = shop.unloads_freely(("kettle", "1"))

    def counted(item_id: int, number: str) -> None:
        shop.till.run(receiving.count_up, receiving_log_id=log_id, item_id=item_id, unit_serials=(number,))

    counted(drill, "A")
    counted(drill, "B")
    counted(kettle, "C")  # which asks for none
    again = shop.till.refusal(receiving.count_up, receiving_log_id=log_id, item_id=drill, unit_serials=("b",))
    assert again.why is Why.SERIAL_GIVEN_TWICE
    shop.receives(log_id)
    assert in_stock(shop) == ("A", "B")
    other = shop.unloads_freely(("kettle", "1"))
    here = shop.till.refusal(receiving.count_up, receiving_log_id=other, item_id=drill, unit_serials=("A",))
    assert here.why is Why.SERIAL_IN_STOCK


def sends_back(shop: Shop, log_id: int, *numbers: str) -> int:
    """Post a return of one drill of a delivery, after some numbers were entered for it; return it."""
    return_id = shop.till.run(vendor_returns.start, receiving_log_id=log_id).record_id
    (line,) = shop.return_lines(return_id)
    shop.till.run(vendor_returns.change_line, line_id=line, edit=ReturnLineEdit(D(1), reason="Does not work"))
    shop.till.run(return_serials.enter, line_id=line, serials=numbers)
    shop.till.run(vendor_returns.post, vendor_return_id=return_id)
    return return_id


def test_a_unit_goes_back_to_its_vendor_by_its_number_only(shop: Shop) -> None:
    log_id = comes(shop, "A", "B")
    comes(shop, "C")
    return_id = shop.till.run(vendor_returns.start, receiving_log_id=log_id).record_id
    (line,) = shop.return_lines(return_id)

    def enter(*numbers: str) -> Why:
        return shop.till.refusal(return_serials.enter, line_id=line, serials=numbers).why

    def post() -> Refusal:
        return shop.till.refusal(vendor_returns.post, vendor_return_id=return_id)

    shop.till.run(vendor_returns.change_line, line_id=line, edit=ReturnLineEdit(D(1), reason="Does not work"))
    assert (post().why, post().where) == (Why.SERIALS_MISSING, Cell("serials", line))
    assert enter("C") is Why.UNIT_NOT_OF_LINE
    assert enter("A", "a") is Why.SERIAL_GIVEN_TWICE
    shop.till.run(return_serials.enter, line_id=line, serials=("a",))
    sells(shop, "A")
    assert post().why is Why.SERIAL_SOLD
    sells(shop, "A", TransCode.RETURN)
    shop.till.run(vendor_returns.post, vendor_return_id=return_id)
    assert in_stock(shop) == ("B", "C")


def test_a_unit_that_went_back_is_nowhere_until_it_comes_again(shop: Shop) -> None:
    log_id = comes(shop, "A", "B")
    return_id = sends_back(shop, log_id, "a")
    with shop.till.engine.connect() as connection:
        shown = return_queries.details(connection, return_id)
        left = correction_queries.correctable(connection, log_id)
        latest = serial_queries.of_item(connection, shop.till.items["drill"])[0]
    assert shown is not None
    assert left is not None
    assert (shown.lines[0].serials, latest.moves[-1].moved) == (("a",), Moved.SENT_BACK)
    assert [came.serials for came in left.standing.lines] == [("B",)]  # a correction can take this one only
    again = shop.till.run(vendor_returns.start, receiving_log_id=log_id).record_id
    (line,) = shop.return_lines(again)
    assert shop.till.refusal(return_serials.enter, line_id=line, serials=("A",)).why is Why.SERIAL_SENT_BACK
    sale = (NewLine(shop.till.items["drill"], D(1), serials=("A",)),)
    assert shop.till.refusal(invoices.add_items, invoice_id=None, lines=sale).why is Why.SERIAL_SENT_BACK
    comes(shop, "A")
    assert in_stock(shop) == ("A", "B")


def test_a_line_that_is_taken_off_a_return_or_stays_empty_leaves_its_numbers(shop: Shop) -> None:
    log_id = comes(shop, "A")
    return_id = shop.till.run(vendor_returns.start, receiving_log_id=log_id).record_id
    (line,) = shop.return_lines(return_id)
    shop.till.run(return_serials.enter, line_id=line, serials=("A",))
    shop.till.run(vendor_returns.remove_line, line_id=line)
    assert shop.read(sa.select(sa.func.count()).select_from(VendorReturnSerial)) == 0
    assert sends_back(shop, log_id, "A")
