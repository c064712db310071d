"""Guide: "Items" and "Labels": a book is put on file, found by its author, labeled, and not sold before its day."""

from PySide6.QtCore import Qt

from posim_desktop.tour import hands
from posim_desktop.ui.widgets.print_preview import PrintPreviewDialog
from workflows.drivers.approving import approving, turn_down
from workflows.drivers.decks import DeckDriver
from workflows.drivers.ordering import assert_sound
from workflows.drivers.shop import Shop
from workflows.drivers.till import till_of

ISBN, SHORT_ISBN = "9780306406157", "0-306-40615-2"


def puts_a_book_on_file(shop: Shop) -> DeckDriver:
    """Tick Books on the card of a department; the item's card has fields for books then."""
    departments = shop.inventory_client.open("Setup", "Departments").press("Add")
    for label, words in {"Department ID": "BOOKS", "Name": "Books"}.items():
        hands.fill(departments.deck, label, words)
    hands.button(departments.deck, "Author, publisher, format").setFocus()
    hands.key(Qt.Key.Key_Space)
    departments.press("Save")
    cards = shop.inventory_client.open("Lists", "Items").press("Add")
    assert not hands.is_there(cards.deck, "Author")
    for label, words in {
        "Description": "The Long Road",
        "Item ID": "NOVEL",
        "Price": "12.50",
        "Department": "Books (BOOKS)",
        "On Hand Now": "5",
        "Barcodes": SHORT_ISBN,
        "Author": "Ada Grove",
        "Publisher": "Elm Press",
        "On Sale From": "1/1/2099",
    }.items():
        hands.fill(cards.deck, label, words)
    return cards.press("Save")


def labels(shop: Shop) -> PrintPreviewDialog:
    """Press Preview in the dialog that asks for labels."""
    hands.press(hands.dialog("Labels"), "Preview")
    preview = shop.inventory_client.client.findChildren(PrintPreviewDialog)[-1]
    assert preview.isVisible()
    return preview


def labels_what_was_found(shop: Shop) -> None:
    """Print a label for each kettle of the list on sheets, of which the first has one label left."""
    listed = shop.inventory_client.open("Lists", "Items").find("kettle").view()
    listed.press("Labels")
    asked = hands.dialog("Labels")
    hands.fill(asked, "Label", "Sheets of A4, 3 × 8 labels")
    hands.fill(asked, "First Free Label", "25")
    hands.press(asked, "Preview")
    assert hands.is_asked("Labels")  # a sheet of 24 has no such label
    hands.fill(asked, "First Free Label", "24")
    hands.fill(asked, "How many", "2")
    preview = labels(shop)
    assert len(preview.page_views) == 2
    hands.press(preview, "Close")
    listed.view()


def test_a_book_is_found_labeled_and_kept_until_its_day(shop: Shop) -> None:
    cards = puts_a_book_on_file(shop)
    shop.has_item("KETTLE", price="24.00")
    for typed in ("grove elm", SHORT_ISBN, ISBN):
        assert cards.find("no such book").find(typed).open_card().title == "NOVEL  The Long Road"

    cards.press("Labels")
    asked = hands.dialog("Labels")
    hands.fill(asked, "How many", "2.5")
    hands.press(asked, "Preview")
    assert hands.is_asked("Labels")  # half a label is refused at its field
    hands.fill(asked, "How many", "3")
    preview = labels(shop)
    assert len(preview.page_views) == 3
    hands.press(preview, "Close")
    hands.menu(shop.inventory_client.client, "Misc", "Labels of Changed Prices")
    hands.press(hands.dialog("Labels of Changed Prices"), "Next")
    hands.fill(hands.dialog("Labels"), "Label", "On the shelf")
    preview = labels(shop)
    assert len(preview.page_views) == 2  # the book and the kettle are new today
    hands.press(preview, "Close")

    labels_what_was_found(shop)

    till = till_of(shop.sales_client.client)
    shop.has_employee("Ann")  # a cashier, who may not sell it early
    shop.is_worked_by("Ann")
    with approving(turn_down) as approvals:
        till.enter(ISBN)
    assert "sell goods before their on-sale date" in approvals.words[0]
    assert till.lines("Description") == []
    assert_sound(shop)
