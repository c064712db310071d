"""Guide: "Return to vendor", through the real windows by the words on them."""

from decimal import Decimal
from functools import partial

import sqlalchemy as sa

from posim_desktop.domain.cards.cards import ItemFields
from posim_desktop.domain.cards.serials import Serials
from posim_desktop.domain.changes import Record
from posim_desktop.domain.receiving.logs import Share
from posim_desktop.orm import Backorder, ReceivingLine
from posim_desktop.queries.receiving import vendor_returns as reading
from posim_desktop.services.cards import items
from posim_desktop.services.receiving import logs as receiving
from posim_desktop.services.receiving import posting as receiving_posting
from posim_desktop.services.receiving import vendor_returns
from posim_desktop.tour import hands
from posim_desktop.ui.clients.client import Client
from posim_desktop.ui.navigator import Place
from posim_desktop.ui.receiving.vendor_return import VendorReturnCard
from posim_desktop.ui.widgets.deck import Deck
from workflows.drivers.receiving import LogDriver, back_door
from workflows.drivers.shop import Shop


def card_of(client: Client) -> VendorReturnCard:
    deck = client.tabs.screen_at(Place.VENDOR_RETURNS)
    assert isinstance(deck, Deck)
    assert isinstance(deck.card, VendorReturnCard)
    return deck.card


def asked(card: VendorReturnCard, button: str, title: str, **typed: str) -> None:
    """Press a button, fill in the form that it opens, and press OK."""
    hands.press(card, button)
    dialog = hands.dialog(title)
    for label, words in typed.items():
        hands.fill(dialog, label, words)
    hands.press(dialog, "OK")


def test_two_of_a_delivery_go_back_and_the_vendor_gives_credit(shop: Shop) -> None:
    for code in ("KETTLE", "LAMP"):
        shop.has_item(code)
    door = back_door(shop)
    door.orders(("KETTLE", "5"), ("LAMP", "2"))
    log = LogDriver(shop).starts("1")
    log.press("Post")
    log.press("Return to Vendor")
    card = card_of(shop.inventory_client.client)
    assert card.heading() == "Return to Vendor"

    asked(card, "Change Line", "Change Line", Qty="6", Reason="Chipped")
    hands.press(card, "Post")
    assert "At most 5 of KETTLE can go back" in card.banner.message_label.text()
    asked(card, "Change Line", "Change Line", Qty="2")
    asked(card, "Authorization and Note", "Authorization and Note", **{"Return Authorization": "RA-7"})
    hands.press(card, "Post")
    assert card.heading() == "Return to Vendor 1"
    hands.press(card, "Print")
    hands.press(hands.dialog("Print Preview – Return to Vendor 1"), "Close")
    asked(card, "Credit Received", "Credit Received", Amount="4.00", Reference="C-9")

    assert card.record_id is not None
    found = shop.operations.read(reading.details, card.record_id)
    assert found is not None
    assert [(line.item, line.quantity) for line in found.lines] == [("KETTLE", Decimal(2))]
    assert (found.rma_number, str(found.received)) == ("RA-7", "4.00")
    assert shop.inventory_client.client.open_record(Record.VENDOR_RETURN, found.id)
    door.agrees()


def test_what_a_customer_refuses_goes_on_the_return_to_its_vendor(shop: Shop) -> None:
    shop.has_item("KETTLE", on_hand="0", price="24.00")
    acme = back_door(shop).vendor_id
    shop.sold("KETTLE", quantity="1", trans_code="B", to="Lee")
    do = shop.operations.do
    log = do(partial(receiving.start, vendor_id=acme)).record_id
    do(partial(receiving.add_item, receiving_log_id=log, item_id=shop.items["KETTLE"]))
    with shop.opened.engine.connect() as connection:
        owed = connection.scalars(sa.select(Backorder.id)).one()
        line = connection.scalars(sa.select(ReceivingLine.id)).one()
    for_lee = (Share(line, owed, Decimal(1), Decimal(0)),)
    do(partial(receiving_posting.post, receiving_log_id=log, shares=for_lee))
    deck = shop.inventory_client.open_backorders()

    hands.press(deck.deck, "Return to Vendor")
    dialog = hands.dialog("Return to Vendor")
    hands.fill(dialog, "Reason", "Wrong color")
    hands.press(dialog, "OK")

    card = card_of(shop.inventory_client.client)
    assert card.details is not None
    assert [(line.item, line.quantity, line.reason) for line in card.details.lines] == [
        ("KETTLE", Decimal(1), "Wrong color")
    ]


def test_a_unit_goes_back_by_its_serial_number(shop: Shop) -> None:
    acme = back_door(shop).vendor_id
    fields = ItemFields(code="SAW", description="Saw", price=Decimal(9), serials=Serials.SALE)
    saw = shop.operations.do(partial(items.add, fields=fields, opening=Decimal(2))).record_id
    begun = shop.operations.do(partial(vendor_returns.start, vendor_id=acme)).record_id
    shop.operations.do(partial(vendor_returns.add_item, vendor_return_id=begun, item_id=saw, reason="Blunt"))
    client = shop.inventory_client.client
    assert client.open_record(Record.VENDOR_RETURN, begun)
    card = card_of(client)
    hands.press(card, "Post")
    numbers = hands.dialog("Serial Numbers")
    hands.press(numbers, "Cancel")
    assert card.heading() == "Return to Vendor"  # nothing was posted
    asked(card, "Post", "Serial Numbers", **{"Serial Numbers": "S-1"})
    assert card.heading() == "Return to Vendor 1"
    found = shop.operations.read(reading.details, begun)
    assert found is not None
    assert [line.serials for line in found.lines] == [("S-1",)]
