"""Guide: "Want List" — a wish promises nothing, is offered what arrives, and keeps its date once it is promised."""

from decimal import Decimal
from functools import partial
from typing import Any

import pytest
import sqlalchemy as sa

from ordering_seed import stocks
from posim_desktop.domain.backorders.wants import WantState
from posim_desktop.domain.changes import Change, Record
from posim_desktop.domain.errors import Field, RefusedError
from posim_desktop.domain.people.permissions import Role
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.why import Why
from posim_desktop.orm import Backorder, Customer, InvoiceLine, Want
from posim_desktop.queries.backorders import backorders as cards
from posim_desktop.queries.backorders import wants as reading
from posim_desktop.queries.deck import DeckPart, Found, count
from posim_desktop.queries.purchasing import auto_order as proposals
from posim_desktop.services.backorders import wants
from posim_desktop.services.cards import merging
from posim_desktop.services.sales import invoices
from posim_desktop.services.sales import wants as sold_wants
from posim_desktop.services.sales.invoices import LineEdit
from receiving_seed import TODAY, Shop, open_shop, race
from seeding import Till, rewrite, stored

D = Decimal
BACKORDER, SALE = TransCode.BACKORDER, TransCode.SALE


@pytest.fixture
def shop(till: Till) -> Shop:
    """A shop that buys mugs from its vendor."""
    opened = open_shop(till)
    stocks(till, "mug", vendor_id=opened.vendor_id)
    return opened


def wishes(shop: Shop, customer_id: int, quantity: str = "2", **content: Any) -> int:  # noqa: ANN401 - fields of a wish
    item = {"item_id": shop.till.items["mug"]} | content
    return shop.till.run(wants.add, customer_id=customer_id, quantity=D(quantity), **item).record_id


def becomes(shop: Shop, want_id: int, trans_code: TransCode = BACKORDER) -> int:
    return shop.till.run(sold_wants.put_on_invoice, want_id=want_id, trans_code=trans_code).record_id


def card(shop: Shop, want_id: int) -> reading.WantDetails:
    with shop.till.engine.connect() as connection:
        found = reading.details(connection, want_id)
    assert found is not None
    return found


def in_part(shop: Shop, part: DeckPart) -> int:
    with shop.till.engine.connect() as connection:
        return count(connection, reading.DECK, Found(part=part))


def line_of(shop: Shop, invoice_id: int) -> int:
    return shop.read(sa.select(InvoiceLine.id).where(InvoiceLine.invoice_id == invoice_id))


def test_a_wish_is_on_the_list_and_nowhere_else(shop: Shop) -> None:
    want_id = wishes(shop, shop.lee, note="  calls on Mondays ")
    found = card(shop, want_id)
    assert (found.customer, found.item, found.goods, found.quantity) == ("Lee", "mug", "Mug", D(2))
    assert (found.note, found.taken_by, found.state) == ("calls on Mondays", "Sam", WantState.OPEN)
    with shop.till.engine.connect() as connection:
        assert proposals.proposal(connection, shop.vendor_id, None, TODAY, 0) == ()
        assert count(connection, cards.DECK, Found()) == 0
    assert shop.stock("mug") == ("0", "0", "0")
    shop.holds()


def test_what_is_not_on_file_is_wished_for_in_words(shop: Shop) -> None:
    want_id = wishes(shop, shop.lee, item_id=None, description=" blue teapot, Müller ")
    found = card(shop, want_id)
    assert (found.item_id, found.goods, found.available) == (None, "blue teapot, Müller", D(0))
    with shop.till.engine.connect() as connection:
        assert [count(connection, reading.DECK, Found(text)) for text in ("mueller teapot", "lee", "kettle")] == [
            1,
            1,
            0,
        ]
    refusal = shop.till.refusal(sold_wants.put_on_invoice, want_id=want_id, trans_code=BACKORDER)
    assert (refusal.why, refusal.where) == (Why.WANT_NEEDS_ITEM, Field("item"))

    version, item_id = found.version, shop.till.items["mug"]
    shop.till.run(wants.change, want_id=want_id, version=version, item_id=item_id, quantity=D(1))

    assert (card(shop, want_id).item, card(shop, want_id).goods) == ("mug", "Mug")
    refusal = shop.till.refusal(wants.change, want_id=want_id, version=version, item_id=item_id, quantity=D(1))
    assert refusal.why is Why.WANT_CHANGED
    shop.holds()


@pytest.mark.parametrize(
    ("content", "where"),
    [
        ({"item_id": None}, "item"),
        ({"item_id": None, "description": "  "}, "item"),
        ({"item_id": None, "description": "x" * 121}, "description"),
        ({"note": "card 4111111111111111"}, "note"),
        ({"quantity": "0"}, "quantity"),
        ({"quantity": "-1"}, "quantity"),
        ({"quantity": "0.0001"}, "quantity"),
        ({"customer_id": 77}, "customer"),
    ],
)
def test_bad_input_is_refused_at_its_field(shop: Shop, content: dict[str, Any], where: str) -> None:
    given: dict[str, Any] = {"customer_id": shop.lee, "item_id": shop.till.items["mug"], "quantity": "2"} | content
    given["quantity"] = D(given["quantity"])
    assert shop.till.refusal(wants.add, **given).where == Field(where)
    assert shop.read(sa.select(sa.func.count()).select_from(Want)) == 0


def test_an_arrival_is_offered_to_who_wished_for_it(shop: Shop) -> None:
    kim, lee = wishes(shop, shop.kim), wishes(shop, shop.lee)
    wishes(shop, shop.lee, item_id=None, description="a teapot")
    promised = shop.owes("mug", "1", shop.lee)
    log_id = shop.unloads_freely(("mug", "2"))
    shop.receives(log_id, shop.share(log_id, "mug", promised, rcv="1"))
    with shop.till.engine.connect() as connection:
        offered = reading.arrived(connection, log_id)
    assert [(row.id, row.available) for row in offered] == [(kim, D(1)), (lee, D(1))]
    assert in_part(shop, DeckPart.FILLABLE) == 2

    log_id = shop.unloads_freely(("mug", "3"))
    shop.receives(log_id, shop.share(log_id, "mug", shop.owes("mug", "4", shop.kim), rcv="3"))
    shop.till.posts(shop.till.rings_up(("mug", "1")))
    with shop.till.engine.connect() as connection:
        assert reading.arrived(connection, log_id) == ()


def test_a_wish_that_becomes_a_promise_stands_where_it_stood(shop: Shop) -> None:
    early = wishes(shop, shop.lee)
    promised = shop.owes("mug", "1", shop.kim)
    since = card(shop, early).wanted_at

    changes = shop.till.posts(becomes(shop, early)).changes

    assert Change(Record.WANT, early) in changes
    granted = card(shop, early)
    assert (granted.state, granted.invoice_number) == (WantState.GRANTED, 2)
    late = stored(shop.till.engine, Backorder, Backorder.number == 2)
    assert (late.wanted_at, late.ordered) == (since, D(2))
    log_id = shop.unloads_freely(("mug", "2"))
    assert [(share.backorder_id, share.rcv) for share in shop.proposal(log_id)] == [(late.id, D(2)), (promised, D(0))]
    assert in_part(shop, DeckPart.CLOSED) == 1
    shop.holds()


def test_an_order_is_planned_for_the_oldest_wish_first(shop: Shop) -> None:
    early = wishes(shop, shop.lee)
    promised = shop.owes("mug", "1", shop.kim)
    shop.till.posts(becomes(shop, early))
    late = stored(shop.till.engine, Backorder, Backorder.number == 2).id
    log_id = shop.unloads(shop.orders(("mug", "2"), allocations=(("mug", late, "2"),)))
    assert [(share.backorder_id, share.rcv) for share in shop.proposal(log_id)] == [(late, D(2)), (promised, D(0))]


def test_a_wish_that_is_sold_is_granted(shop: Shop) -> None:
    want_id = wishes(shop, shop.lee, "1")
    shop.receives(shop.unloads_freely(("mug", "2")))
    invoice_id = becomes(shop, want_id, SALE)
    assert card(shop, want_id).state is WantState.ON_INVOICE
    shop.till.posts(invoice_id)
    assert card(shop, want_id).state is WantState.GRANTED
    assert shop.stock("mug") == ("1", "0", "0")
    shop.holds()


def test_a_line_that_is_taken_off_leaves_the_wish_on_the_list(shop: Shop) -> None:
    want_id = wishes(shop, shop.lee)
    shop.till.run(invoices.remove_line, line_id=line_of(shop, becomes(shop, want_id)))
    assert card(shop, want_id).state is WantState.OPEN
    shop.till.run(invoices.discard, invoice_id=becomes(shop, want_id))
    assert card(shop, want_id).state is WantState.OPEN
    shop.holds()


def test_another_customer_on_the_invoice_leaves_the_wish_on_the_list(shop: Shop) -> None:
    want_id = wishes(shop, shop.lee)
    invoice_id = becomes(shop, want_id)
    shop.till.run(invoices.set_customer, invoice_id=invoice_id, customer_id=shop.lee)
    assert card(shop, want_id).state is WantState.ON_INVOICE
    shop.till.run(invoices.set_customer, invoice_id=invoice_id, customer_id=shop.kim)
    assert card(shop, want_id).state is WantState.OPEN
    shop.till.posts(invoice_id)
    assert stored(shop.till.engine, Backorder).wanted_at is None
    shop.holds()


def test_a_line_that_is_split_takes_the_date_along(shop: Shop) -> None:
    want_id = wishes(shop, shop.lee, "3")
    shop.receives(shop.unloads_freely(("mug", "1")))
    invoice_id = becomes(shop, want_id, SALE)
    shop.till.run(invoices.split_line, line_id=line_of(shop, invoice_id), sell=D(1))
    shop.till.posts(invoice_id)
    assert stored(shop.till.engine, Backorder).wanted_at == card(shop, want_id).wanted_at
    shop.holds()


def test_what_came_of_a_wish_keeps_it_as_it_is(shop: Shop) -> None:
    on_invoice, granted, dropped = wishes(shop, shop.lee), wishes(shop, shop.lee), wishes(shop, shop.lee)
    becomes(shop, on_invoice)
    shop.till.posts(becomes(shop, granted))
    shop.till.run(wants.drop, want_id=dropped)
    for want_id, why in ((on_invoice, Why.WANT_ON_INVOICE), (granted, Why.WANT_GRANTED), (dropped, Why.WANT_DROPPED)):
        verbs = (
            partial(wants.drop, want_id=want_id),
            partial(wants.change, want_id=want_id, version=1, item_id=None, quantity=D(1), description="a teapot"),
            partial(sold_wants.put_on_invoice, want_id=want_id, trans_code=SALE),
        )
        assert [shop.till.refusal(verb).why for verb in verbs] == [why] * 3
    assert shop.till.refusal(wants.drop, want_id=77).why is Why.WANT_GONE
    assert shop.till.refusal(sold_wants.put_on_invoice, want_id=77, trans_code=SALE).why is Why.WANT_GONE
    refusal = shop.till.refusal(sold_wants.put_on_invoice, want_id=dropped, trans_code=TransCode.RETURN)
    assert refusal.why is Why.NOT_A_TRANS_CODE
    shop.holds()


def test_the_same_goods_scanned_after_a_wish_stay_apart(shop: Shop) -> None:
    invoice_id = becomes(shop, wishes(shop, shop.lee, "1"))
    new = invoices.NewLine(shop.till.items["mug"], D(1), BACKORDER)
    shop.till.run(invoices.add_items, invoice_id=invoice_id, lines=(new,))
    quantities = sa.select(InvoiceLine.quantity).where(InvoiceLine.invoice_id == invoice_id)
    assert shop.read_all(quantities) == [D(1), D(1)]
    shop.till.run(
        invoices.change_line,
        line_id=shop.read(quantities.with_only_columns(sa.func.min(InvoiceLine.id))),
        edit=LineEdit(quantity=D(2)),
    )
    shop.till.posts(invoice_id)
    shop.holds()


def test_the_wishes_of_a_merged_card_go_along(shop: Shop) -> None:
    want_id = wishes(shop, shop.lee)
    becomes(shop, wishes(shop, shop.lee))
    version = stored(shop.till.engine, Customer, Customer.id == shop.lee).version
    result = shop.till.run(merging.merge, customer_id=shop.lee, version=version, into_id=shop.kim, into_version=version)
    assert Change(Record.WANT, want_id) in result.changes
    assert card(shop, want_id).customer == "Kim"
    shop.holds()


def test_nobody_wishes_for_archived_goods_or_from_an_archived_card(shop: Shop) -> None:
    with shop.till.writing() as session:
        rewrite(session, Customer, shop.kim, archived=True)
    refusal = shop.till.refusal(wants.add, customer_id=shop.kim, item_id=shop.till.items["mug"], quantity=D(1))
    assert refusal.why is Why.CARD_ARCHIVED_IN_USE


def test_one_wish_becomes_one_invoice_whoever_presses(shop: Shop) -> None:
    want_id = wishes(shop, shop.lee)
    deed = partial(sold_wants.put_on_invoice, want_id=want_id, trans_code=BACKORDER)
    results = race(shop.till, deed, deed)
    assert len([each for each in results if isinstance(each, RefusedError)]) == 1
    shop.holds()


def test_a_cashier_keeps_the_want_list(shop: Shop) -> None:
    shop.serves_as(Role.CASHIER)
    want_id, other = wishes(shop, shop.lee), wishes(shop, shop.kim)
    shop.till.posts(becomes(shop, want_id))
    shop.till.run(wants.drop, want_id=other)
    shop.holds()
