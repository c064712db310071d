"""Guide: "Count the stock": by scan, by sheet and from a file, what waits, what nobody knows, and the posting."""

from decimal import Decimal
from functools import partial
from pathlib import Path

from posim_desktop.services.sales import commitments, invoices
from posim_desktop.services.sales.invoices import NewLine
from posim_desktop.tour import hands
from posim_desktop.ui.receiving.stock_counts.card import StockCountCard
from posim_desktop.ui.widgets.deck import Deck
from workflows.drivers.ordering import owes
from workflows.drivers.receiving import LogDriver, back_door
from workflows.drivers.shop import Shop

HEADS = ("Item ID", "Counted Here", "Counted", "Expected", "Difference")


class CountDriver(LogDriver):
    """The Stock Counts screen under a clerk's hands."""

    def __init__(self, shop: Shop) -> None:
        shop.inventory_client.open("Transactions", "Stock Counts")
        screen = shop.inventory_client.client.tabs.currentWidget()
        assert isinstance(screen, Deck)
        self.deck = screen

    def begins(self) -> None:
        """Begin a count of everything."""
        self.press("Add")
        hands.press(hands.dialog("New Stock Count"), "Start")
        hands.settle()

    def card(self) -> StockCountCard:
        """Find the card."""
        card = self.deck.findChild(StockCountCard, "stock_count_card")
        assert isinstance(card, StockCountCard)
        return card

    def counted(self) -> list[tuple[str, ...]]:
        """Read the lines."""
        return hands.rows(hands.table(self.deck, "Lines"), *HEADS)


def waits_for(shop: Shop, code: str, customer_id: int) -> None:
    """Set one unit aside for a customer."""
    invoice_id = shop.operations.do(partial(invoices.start, customer_id=customer_id)).record_id
    line = NewLine(shop.items[code], Decimal(1))
    shop.operations.do(partial(invoices.add_items, invoice_id=invoice_id, lines=(line,)))
    shop.operations.do(partial(commitments.commit, invoice_id=invoice_id))


def solves(count: CountDriver) -> None:
    """Say what the code is that nobody knows."""
    count.press("Post")
    dialog = hands.dialog("Unidentified")
    assert "12345678: scanned 1 ×" in " ".join(hands.words_on(dialog))
    hands.fill(dialog, "Item ID or barcode", "NOTHING")
    hands.press(dialog, "Save")
    assert dialog.isVisible(), "no item has that ID"
    hands.fill(dialog, "Item ID or barcode", "LAMP")
    hands.press(dialog, "Save")
    hands.settle()
    assert count.counted()[1][2:] == ("3", "2", "1")


def says_what_waits(count: CountDriver) -> None:
    """Answer what is asked about the goods that wait for Lee."""
    count.press("Post")
    dialog = hands.dialog("Waiting for Customers")
    label = "Lee: 1 × Mug"
    hands.fill(dialog, label, "2")
    hands.press(dialog, "Save")
    assert "Only 1 wait there." in " ".join(hands.words_on(dialog))
    hands.fill(dialog, label, "0")
    hands.press(dialog, "Save")
    hands.settle()


def test_a_count_goes_from_the_first_scan_to_the_posting(shop: Shop, tmp_path: Path) -> None:
    for code, on_hand in (("KETTLE", "5"), ("LAMP", "2"), ("MUG", "4")):
        shop.has_item(code, on_hand=on_hand)
    door = back_door(shop)
    owes(shop, "KETTLE", "1", "Kim")
    waits_for(shop, "MUG", shop.has_customer("Lee"))
    count = CountDriver(shop)
    count.begins()
    assert [line[0] for line in count.counted()] == ["KETTLE", "LAMP", "MUG"], "what is to be counted stands there"
    count.scan("KETTLE").scan("KETTLE").scan("12345678")
    assert count.counted()[0] == ("KETTLE", "2", "2", "5", "−3")
    count.write(1, "Counted Here", "2")
    hands.settle()
    file = tmp_path / "hall.csv"
    file.write_text("Code;Quantity\nMUG;3\nKETTLE;4\n", "utf-8")
    hands.fill(count.deck, "Counting In", "Hall")
    hands.settle()
    assert count.card().take_file(file)
    assert count.counted() == [
        ("KETTLE", "4", "6", "5", "1"),
        ("LAMP", "", "2", "2", "0"),
        ("MUG", "3", "3", "3", "0"),
    ]
    solves(count)
    says_what_waits(count)
    count.press("Post")
    hands.settle()
    assert count.card().heading() == "Stock Count 1"
    assert [door.stock(code)[0] for code in ("KETTLE", "LAMP", "MUG")] == ["6", "3", "3"]
    assert "Kim has waited for 1 × Kettle" in " ".join(hands.words_on(count.deck))
    count.press("Set Aside")
    hands.settle()
    assert door.stock("KETTLE")[1] == "1"
    door.agrees()
