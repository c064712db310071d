"""Guide: "Auto Order", through the dialog by the words on it."""

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace as with_other
from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from posim_desktop.domain.changes import Record
from posim_desktop.queries.shop import preferences as stored_preferences
from posim_desktop.services.backorders import questions
from posim_desktop.services.cards import preferences
from posim_desktop.services.purchasing import orders as purchase_orders
from posim_desktop.services.purchasing.lines import NewOrderLine
from posim_desktop.tour import hands
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.purchasing.auto_order import AutoOrderDialog
from posim_desktop.ui.shop.preferences import PreferencesDialog
from workflows.drivers.ordering import (
    allocated,
    assert_sound,
    has_vendor,
    orders,
    other_workstation,
    owes,
    posts,
    purchase_orders_of,
    stocks,
    type_into,
)
from workflows.drivers.shop import Shop, hear_news

FORMULA = ("For Customers", "+ To Max", "− On Order", "− Working", "+ Packs", "= Order")


@dataclass
class Desk:
    """A clerk's desk: the shop, its Inventory Client and the vendor of kettles."""

    shop: Shop
    window: QMainWindow
    vendor_id: int
    ordered: list[int]

    def opens(self, order_id: int | None = None, operations: Operations | None = None) -> AutoOrderDialog:
        """Press Auto Order."""
        road = operations or self.shop.operations
        dialog = AutoOrderDialog(self.window, road, purchase_order_id=order_id, vendor_id=self.vendor_id)
        dialog.ordered.connect(self.ordered.append)
        dialog.open()
        dialog.activateWindow()
        assert hands.dialog("Auto Order") is dialog
        return dialog


@pytest.fixture
def desk(shop: Shop) -> Iterator[Desk]:
    """Two kettles are there and ten should be."""
    vendor_id = has_vendor(shop, "Acme Trading")
    stocks(shop, "KETTLE", vendor_id=vendor_id, on_hand="2", max_stock="10")
    yield Desk(shop, shop.inventory_client.client, vendor_id, [])
    assert_sound(shop)


def figures(dialog: AutoOrderDialog, *headers: str) -> list[tuple[str, ...]]:
    return hands.rows(hands.table(dialog, "Items"), "Item ID", *(headers or FORMULA))


def test_who_has_to_answer_first_is_counted(desk: Desk) -> None:
    owes(desk.shop, "KETTLE", "3", "Lee")
    dialog = desk.opens()
    assert "left out" not in " ".join(hands.words_on(dialog))
    desk.shop.operations.do(partial(questions.ask, backorder_id=1, question="Which color?"))
    hear_news(desk.shop.operations)
    assert "1 backorder is left out: its customer has to answer first." in " ".join(hands.words_on(dialog))
    assert figures(dialog, "= Order") == [("KETTLE", "8")]


def test_backorders_and_what_lacks_to_max_stock_are_ordered(desk: Desk) -> None:
    owes(desk.shop, "KETTLE", "3", "Lee")
    dialog = desk.opens()
    assert figures(dialog) == [("KETTLE", "3", "8", "", "", "", "11")]
    assert purchase_orders_of(desk.shop) == []
    hands.press(dialog, "OK")
    assert purchase_orders_of(desk.shop) == [("working", "KETTLE", "11")]
    assert allocated(desk.shop) == {1: "3"}
    assert desk.ordered == [1]


def test_pressed_twice_it_orders_nothing_more(desk: Desk) -> None:
    owes(desk.shop, "KETTLE", "3", "Lee")
    hands.press(desk.opens(), "OK")
    dialog = desk.opens(desk.ordered[0])
    assert figures(dialog) == [("KETTLE", "3", "8", "", "11", "", "0")]
    assert any("There is nothing to order from Acme Trading" in words for words in hands.words_on(dialog))
    assert not hands.button(dialog, "OK").isEnabled()
    assert hands.button(dialog, "OK").toolTip() == "There is nothing to order."
    hands.press(dialog, "Cancel")
    posts(desk.shop, desk.ordered[0])
    assert figures(desk.opens()) == [("KETTLE", "3", "8", "11", "", "", "0")]


def test_nothing_to_order_is_said(desk: Desk) -> None:
    stocks(desk.shop, "LAMP", vendor_id=desk.vendor_id, on_hand="5", max_stock="5")
    hands.press(desk.opens(), "OK")
    dialog = desk.opens()
    assert any("There is nothing to order from Acme Trading" in words for words in hands.words_on(dialog))
    with pytest.raises(hands.NotOnScreenError):
        hands.table(dialog, "Items")


def test_whole_packs_min_stock_and_enough_coming_are_explained(desk: Desk) -> None:
    stocks(desk.shop, "CUP", vendor_id=desk.vendor_id, max_stock="10", pack="6")
    stocks(desk.shop, "DISH", vendor_id=desk.vendor_id, on_hand="6", min_stock="2", max_stock="9")
    stocks(desk.shop, "FORK", vendor_id=desk.vendor_id, on_hand="9", max_stock="3")
    owes(desk.shop, "DISH", "1", "Lee")
    owes(desk.shop, "FORK", "1", "Lee")
    assert figures(desk.opens(), "Note", *FORMULA) == [
        ("CUP", "", "", "10", "", "", "2", "12"),
        ("DISH", "Above Min Stock", "1", "3", "", "", "", "0"),
        ("FORK", "Enough on order", "1", "−6", "", "", "", "0"),
        ("KETTLE", "", "", "8", "", "", "", "8"),
    ]


def test_a_quantity_is_lowered_and_a_row_left_out(desk: Desk) -> None:
    stocks(desk.shop, "LAMP", vendor_id=desk.vendor_id, max_stock="5")
    dialog = desk.opens()
    table = hands.table(dialog, "Items")
    hands.write_cell(table, 0, "= Order", "4")
    hands.write_cell(table, 1, "= Order", "0")
    hands.press(dialog, "OK")
    assert purchase_orders_of(desk.shop) == [("working", "KETTLE", "4")]


def test_none_and_as_proposed_fill_the_column(desk: Desk) -> None:
    dialog = desk.opens()
    hands.press(dialog, "None")
    assert figures(dialog, "= Order") == [("KETTLE", "0")]
    assert not hands.button(dialog, "OK").isEnabled()
    hands.press(dialog, "As Proposed")
    assert figures(dialog, "= Order") == [("KETTLE", "8")]
    assert hands.button(dialog, "OK").isEnabled()


@pytest.mark.parametrize(
    ("typed", "said"),
    [("abc", "not a number"), ("-2", "negative"), ("1e9", "not a number"), ("1000000", "at most"), ("0.0001", "3 dec")],
)
def test_a_bad_quantity_is_refused_in_its_cell_and_kept(desk: Desk, typed: str, said: str) -> None:
    dialog = desk.opens()
    type_into(hands.table(dialog, "Items"), 0, "= Order", typed)
    hands.press(dialog, "OK")
    assert dialog.isVisible()
    assert any(said in words for words in hands.words_on(dialog))
    assert figures(dialog, "= Order") == [("KETTLE", typed)]
    assert purchase_orders_of(desk.shop) == []


def test_what_the_order_cannot_take_is_refused_in_its_cell(desk: Desk) -> None:
    order_id = orders(desk.shop, desk.vendor_id, ("KETTLE", "999999"))
    dialog = desk.opens(order_id)
    stocks(desk.shop, "LAMP", vendor_id=desk.vendor_id, max_stock="5")
    hands.press(dialog, "Cancel")
    owes(desk.shop, "KETTLE", "1", "Lee")
    dialog = desk.opens(order_id)
    hands.write_cell(hands.table(dialog, "Items"), 0, "= Order", "2")
    hands.press(dialog, "OK")
    assert any("at most" in words for words in hands.words_on(dialog))
    assert figures(dialog, "= Order") == [("KETTLE", "2"), ("LAMP", "5")]


@pytest.mark.both_databases
def test_an_order_made_meanwhile_is_shown_and_what_was_typed_stays(desk: Desk) -> None:
    stocks(desk.shop, "LAMP", vendor_id=desk.vendor_id, max_stock="5")
    dialog = desk.opens()
    hands.write_cell(hands.table(dialog, "Items"), 1, "= Order", "7")
    orders(desk.shop, desk.vendor_id, ("KETTLE", "3"), ("LAMP", "5"))
    hands.settle()
    assert any("Somebody just changed" in words for words in hands.words_on(dialog))
    assert figures(dialog, "− Working", "= Order") == [("KETTLE", "3", "5"), ("LAMP", "5", "7")]


def test_an_unheard_order_is_found_by_ok_and_shown(desk: Desk) -> None:
    dialog = desk.opens()
    hands.write_cell(hands.table(dialog, "Items"), 0, "= Order", "9")
    other = other_workstation(desk.shop)
    line = (NewOrderLine(desk.shop.items["KETTLE"], Decimal(8)),)
    verb = partial(purchase_orders.add_lines, purchase_order_id=None, vendor_id=desk.vendor_id, lines=line)
    other.operations.do(verb)
    hands.press(dialog, "OK")
    assert dialog.isVisible()
    assert any("Somebody just changed" in words for words in hands.words_on(dialog))
    assert figures(dialog, "− Working", "= Order") == [("KETTLE", "8", "9")]
    assert purchase_orders_of(desk.shop) == [("working", "KETTLE", "8")]
    hands.press(dialog, "OK")
    assert purchase_orders_of(desk.shop)[1:] == [("working", "KETTLE", "9")]
    other.close()


def test_old_backorders_are_flagged_with_a_way_to_their_cards(desk: Desk) -> None:
    before = desk.shop.operations.read(stored_preferences.load)
    assert before.old_backorder_days == 30
    owes(desk.shop, "KETTLE", "3", "Lee")
    dialog = desk.opens()
    with pytest.raises(hands.NotOnScreenError):
        hands.button(dialog, "Open Backorder")
    hands.press(dialog, "Cancel")

    a_month_on = other_workstation(desk.shop, days_later=31)
    dialog = desk.opens(operations=a_month_on.operations)
    linked: list[tuple[Record, int]] = []
    dialog.link.connect(lambda record, record_id: linked.append((record, record_id)))
    assert figures(dialog, "Note") == [("KETTLE", "Old backorders: 1")]
    old = hands.rows(hands.table(dialog, "Old Backorders"), "Backorder", "Item ID", "Customer", "Outstanding", "Days")
    assert old == [("1", "KETTLE", "Lee", "3", "31")]
    assert any("Open for 30 days or longer" in words for words in hands.words_on(dialog))
    hands.table(dialog, "Old Backorders").setFocus()
    hands.key(Qt.Key.Key_Return)
    assert linked == [(Record.BACKORDER, 1)]
    with pytest.raises(hands.NotOnScreenError):
        hands.dialog("Auto Order")
    assert purchase_orders_of(desk.shop) == []

    patient = with_other(before, old_backorder_days=60)
    desk.shop.operations.do(partial(preferences.change, preferences=patient))
    assert figures(desk.opens(operations=a_month_on.operations), "Note") == [("KETTLE", "")]
    a_month_on.close()


def test_the_preferences_say_when_a_backorder_is_old(desk: Desk) -> None:
    hands.menu(desk.window, "File", "Preferences")
    dialog = hands.dialog("Preferences")
    assert isinstance(dialog, PreferencesDialog)
    dialog.show_page("Ordering")
    assert any("Auto Order lists old backorders" in words for words in hands.words_on(dialog))
    days = dialog.old_backorder_days_edit
    assert (days.accessibleName(), days.text()) == ("Backorders are old after", "30 days")
    days.setFocus()
    days.selectAll()
    hands.keys("45")
    hands.press(dialog, "OK")
    assert desk.shop.operations.read(stored_preferences.load).old_backorder_days == 45
