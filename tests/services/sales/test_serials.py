"""Serial numbers at the sale, on both databases: one for each unit, sold once, and known when it comes back."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

import pytest
import sqlalchemy as sa

from agreement import disagreements
from posim_desktop.domain.cards.serials import Serials, Whereabouts
from posim_desktop.domain.errors import Cell, Field
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.why import Why
from posim_desktop.orm import InvoiceLine, Item
from posim_desktop.queries import serials as serial_queries
from posim_desktop.queries.sales.invoices import working
from posim_desktop.queries.sales.processed_invoices import processed
from posim_desktop.services.database import for_writing
from posim_desktop.services.sales import commitments, fills, invoices, posting, removed_lines, returns, serials
from posim_desktop.services.sales.fills import Fill
from posim_desktop.services.sales.invoices import LineEdit, NewLine
from posim_desktop.services.sales.removed_lines import RemovedLine
from posim_desktop.services.sales.returns import GoodsBack
from seeding import Till, add_customer, open_till, together

D = Decimal
SALE, RETURN, BACKORDER = TransCode.SALE, TransCode.RETURN, TransCode.BACKORDER


def flag(till: Till, code: str, serials: Serials = Serials.SALE) -> None:
    """Let an item be asked for its serial numbers."""
    with for_writing(till.engine).begin() as connection:
        connection.execute(sa.update(Item.__table__).where(Item.id == till.items[code]).values(serials=serials))


def line_of(till: Till, invoice_id: int) -> int:
    """Find the last line of an invoice."""
    with till.engine.connect() as connection:
        found = sa.select(sa.func.max(InvoiceLine.id)).where(InvoiceLine.invoice_id == invoice_id)
        return connection.execute(found).scalar_one()


def at(till: Till, serial: str, code: str = "drill") -> Whereabouts:
    """Say where a unit is."""
    with till.engine.connect() as connection:
        found = serial_queries.histories(connection, [serial]).get((till.items[code], serial.casefold()))
    return Whereabouts.UNKNOWN if found is None else found.at


@pytest.fixture
def till(database_url: str) -> Iterator[Till]:
    """Give a till with drills, which have serial numbers, and kettles; whatever happened, the records agree."""
    till = open_till(database_url)
    till.stores("drill", on_hand="9")
    till.stores("kettle", on_hand="9")
    flag(till, "drill")
    yield till
    with till.engine.connect() as connection:
        assert disagreements(connection) == ()
    till.engine.dispose()


def sells(till: Till, *numbers: str, code: TransCode = SALE, vouched: tuple[str, ...] = ()) -> int:
    """Put drills with their numbers on an invoice of their own."""
    invoice_id = till.rings_up(("drill", str(len(numbers)), code))
    till.run(serials.enter, line_id=line_of(till, invoice_id), serials=numbers, vouched=vouched)
    return invoice_id


def test_each_unit_needs_its_number_before_the_sale_is_posted(till: Till) -> None:
    sale = till.rings_up(("kettle", "1"), ("drill", "2"))
    line = line_of(till, sale)
    refusal = till.refusal(posting.post, **till.posting_of(sale).keywords)
    assert (refusal.why, refusal.where, refusal.facts["given"]) == (Why.SERIALS_MISSING, Cell("serials", line), 0)
    till.run(serials.enter, line_id=line, serials=(" sn-1 ", ""))
    assert till.refusal(posting.post, **till.posting_of(sale).keywords).facts["given"] == 1
    till.run(serials.enter, line_id=line, serials=("sn-1", "SN-2", "SN-3"))
    assert till.refusal(posting.post, **till.posting_of(sale).keywords).why is Why.MORE_SERIALS_THAN_UNITS
    till.run(serials.enter, line_id=line, serials=("sn-1", "SN-2"))
    till.posts(sale)
    with till.engine.connect() as connection:
        posted = processed(connection, sale)
    assert posted is not None
    assert [line.serials for line in posted.lines] == [(), ("sn-1", "SN-2")]
    assert at(till, "SN-1") is Whereabouts.SOLD


def test_a_number_is_entered_once_and_is_no_barcode(till: Till) -> None:
    sale = till.rings_up(("drill", "2"))
    line = line_of(till, sale)
    refusal = till.refusal(serials.enter, line_id=line, serials=("A", "a"))
    assert (refusal.why, refusal.where) == (Why.SERIAL_GIVEN_TWICE, Field("serials"))
    till.run(serials.enter, line_id=line, serials=("A", "B"))
    till.run(invoices.add_items, invoice_id=sale, lines=(NewLine(till.items["kettle"], D(1)),))
    till.run(invoices.add_items, invoice_id=sale, lines=(NewLine(till.items["drill"], D(1)),))
    again = line_of(till, sale)
    assert till.refusal(serials.enter, line_id=again, serials=("b",)).why is Why.SERIAL_GIVEN_TWICE
    kettle = till.rings_up(("kettle", "1"))
    assert till.refusal(serials.enter, line_id=line_of(till, kettle), serials=("A",)).why is Why.SERIALS_NOT_ASKED


def test_a_sold_unit_is_not_sold_again_until_it_comes_back(till: Till) -> None:
    first = sells(till, "A")
    waiting = sells(till, "a")
    till.posts(first)
    refusal = till.refusal(posting.post, **till.posting_of(waiting).keywords)
    assert (refusal.why, refusal.facts["invoice"]) == (Why.SERIAL_SOLD, 1)
    other = till.rings_up(("drill", "1"))
    assert till.refusal(serials.enter, line_id=line_of(till, other), serials=("A",)).why is Why.SERIAL_SOLD
    till.posts(sells(till, "A", code=RETURN))
    assert at(till, "A") is Whereabouts.IN_STOCK
    till.posts(waiting)
    assert at(till, "A") is Whereabouts.SOLD


def test_what_the_shop_never_sold_comes_back_only_knowingly(till: Till) -> None:
    back = till.rings_up(("drill", "1", RETURN))
    line = line_of(till, back)
    assert till.refusal(serials.enter, line_id=line, serials=("OLD",)).why is Why.SERIAL_NEVER_SOLD
    till.run(serials.enter, line_id=line, serials=("OLD",), vouched=("OLD",))
    twin = sells(till, "OLD", code=RETURN, vouched=("OLD",))
    till.posts(back)
    assert at(till, "OLD") is Whereabouts.IN_STOCK
    assert till.refusal(posting.post, **till.posting_of(twin).keywords).why is Why.SERIAL_NOT_OUT
    till.posts(sells(till, "OLD"))
    till.posts(twin)  # by now the shop has sold it
    assert at(till, "OLD") is Whereabouts.IN_STOCK
    with till.engine.connect() as connection:
        assert serial_queries.in_stock(connection, till.items["drill"]) == ("OLD",)


def test_with_a_receipt_only_a_unit_comes_back_that_it_sold(till: Till) -> None:
    first, other = sells(till, "A", "B"), sells(till, "C")
    till.posts(first)
    till.posts(other)
    goods = (GoodsBack(line_of(till, first), D(1), "Does not work"),)
    back = till.run(returns.take_back, sale_id=first, goods=goods).record_id
    line = line_of(till, back)
    refusal = till.refusal(serials.enter, line_id=line, serials=("C",))
    assert (refusal.why, refusal.where) == (Why.SERIAL_NOT_ON_RECEIPT, Field("serials"))
    refusal = till.refusal(serials.enter, line_id=line, serials=("OLD",), vouched=("OLD",))
    assert (refusal.why, refusal.facts["invoice"]) == (Why.SERIAL_NOT_ON_RECEIPT, 1)
    till.run(serials.enter, line_id=line, serials=("a",))
    till.posts(sells(till, "A", code=RETURN))  # meanwhile the unit comes back elsewhere and is sold again
    till.posts(sells(till, "A"))
    refusal = till.refusal(posting.post, **till.posting_of(back).keywords)
    assert (refusal.why, refusal.where) == (Why.SERIAL_NOT_ON_RECEIPT, Cell("serials", line))
    till.run(serials.enter, line_id=line, serials=("B",))
    till.posts(back)
    assert [at(till, number) for number in "ABC"] == [Whereabouts.SOLD, Whereabouts.IN_STOCK, Whereabouts.SOLD]


def test_a_receipt_without_numbers_says_nothing_of_units(till: Till) -> None:
    flag(till, "drill", Serials.NONE)
    sale = till.rings_up(("drill", "1"))
    till.posts(sale)
    flag(till, "drill")
    goods = (GoodsBack(line_of(till, sale), D(1), "Does not work"),)
    back = till.run(returns.take_back, sale_id=sale, goods=goods).record_id
    line = line_of(till, back)
    assert till.refusal(serials.enter, line_id=line, serials=("OLD",)).why is Why.SERIAL_NEVER_SOLD
    till.run(serials.enter, line_id=line, serials=("OLD",), vouched=("OLD",))
    till.posts(back)


def test_only_whole_units_are_sold(till: Till) -> None:
    half = partial(invoices.add_items, invoice_id=None, lines=(NewLine(till.items["drill"], D("0.5")),))
    assert till.refusal(half.func, **half.keywords).why is Why.SERIALS_OF_WHOLE_UNITS
    sale = till.rings_up(("drill", "2"))
    edit = LineEdit(quantity=D("1.5"))
    assert till.refusal(invoices.change_line, line_id=line_of(till, sale), edit=edit).why is Why.SERIALS_OF_WHOLE_UNITS
    refusal = till.refusal(invoices.split_line, line_id=line_of(till, sale), sell=D("1.5"))
    assert refusal.why is Why.SERIALS_OF_WHOLE_UNITS


def test_numbers_go_with_their_line(till: Till) -> None:
    with till.writing() as session:
        lee = add_customer(session)
    sale = till.rings_up(("drill", "1"), ("kettle", "1"), customer_id=lee)
    with till.engine.connect() as connection:
        shown = working(connection, sale)
    assert shown is not None
    drill = shown.lines[0]
    assert (drill.serials_asked, drill.serials, shown.lines[1].serials_asked) == (True, (), False)
    till.run(serials.enter, line_id=drill.id, serials=("A",))
    till.run(invoices.change_line, line_id=drill.id, edit=LineEdit(trans_code=BACKORDER))
    till.run(invoices.change_line, line_id=drill.id, edit=LineEdit(trans_code=SALE))
    assert till.refusal(posting.post, **till.posting_of(sale).keywords).facts["given"] == 0
    till.run(serials.enter, line_id=drill.id, serials=("A",))
    till.run(invoices.remove_line, line_id=drill.id)
    item, price = till.items["drill"], drill.unit_price
    removed = RemovedLine(SALE, item, "Drill", D(1), price, D(0), None, sell_anyway=False, serials=("A",))
    till.run(removed_lines.put_back, invoice_id=sale, line=removed)
    till.posts(sale)
    assert at(till, "A") is Whereabouts.SOLD


def test_goods_that_wait_get_their_number_at_the_pick_up(till: Till) -> None:
    with till.writing() as session:
        lee = add_customer(session)
    promised = till.rings_up(("drill", "1", BACKORDER), customer_id=lee)
    till.posts(promised)
    with till.engine.connect() as connection:
        backorder = serial_backorder(connection)
    held = till.run(fills.fill_backorders, invoice_id=promised, fills=(Fill(backorder, D(1)),)).record_id
    line = line_of(till, held)
    posting_it = till.posting_of(held).keywords
    assert till.refusal(posting.uncommit_and_process, **posting_it).why is Why.SERIALS_MISSING
    till.run(serials.enter, line_id=line, serials=("A",))
    till.run(posting.uncommit_and_process, **posting_it)
    assert at(till, "A") is Whereabouts.SOLD


def serial_backorder(connection: sa.Connection) -> int:
    """Find the only backorder."""
    return int(connection.exec_driver_sql("SELECT MAX(id) FROM backorders").scalar_one())


def test_numbers_of_a_discarded_invoice_and_of_goods_no_longer_asked_count_for_nothing(till: Till) -> None:
    given_up = sells(till, "A")
    till.run(invoices.discard, invoice_id=given_up)
    committed = sells(till, "A")
    till.run(commitments.commit, invoice_id=committed)
    flag(till, "drill", Serials.NONE)
    till.run(posting.uncommit_and_process, **till.posting_of(committed).keywords)
    flag(till, "drill")
    assert at(till, "A") is Whereabouts.UNKNOWN
    till.posts(sells(till, "A"))


def test_two_tills_do_not_sell_the_same_unit(till: Till) -> None:
    sales = [till.posting_of(sells(till, "A")) for _ in range(2)]
    outcomes = []

    def sell(which: int) -> None:
        try:
            till.do(sales[which])
            outcomes.append("sold")
        except Exception as refused:  # noqa: BLE001 - compared below
            outcomes.append(str(refused).split(" ", maxsplit=1)[0])

    together(partial(sell, 0), partial(sell, 1))
    assert sorted(outcomes) == [Why.SERIAL_SOLD, "sold"]
