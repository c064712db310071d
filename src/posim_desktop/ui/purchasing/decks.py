"""The two decks of purchase orders: what is being written, and what was sent. Serves "Purchase orders" in the guide."""

from collections.abc import Sequence

from PySide6.QtGui import QIcon

from posim_desktop.domain.changes import Record
from posim_desktop.domain.exchange.sheets import Kind
from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.queries.deck import EVERYTHING, DeckPart, Found
from posim_desktop.queries.purchasing import decks as purchase_order_decks
from posim_desktop.queries.purchasing.decks import ProcessedOrderRow, WorkingOrderRow
from posim_desktop.ui import formatting
from posim_desktop.ui.icons import icon
from posim_desktop.ui.models.list_all import Column
from posim_desktop.ui.models.valued_columns import valued
from posim_desktop.ui.navigator import Navigator, Place
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.purchasing.processed_card import ProcessedOrderCard
from posim_desktop.ui.purchasing.words import STATUS_PICTURES, status_word, tr
from posim_desktop.ui.purchasing.working_card import WorkingOrderCard
from posim_desktop.ui.widgets.deck import Deck
from posim_desktop.ui.widgets.deck_spec import DeckSpec, IndexTab


def working_order_deck(operations: Operations, navigator: Navigator) -> Deck:
    """Make the deck of Working Purchase Orders."""
    card = WorkingOrderCard(operations)
    spec = DeckSpec(
        title=tr("Working Purchase Orders"),
        record=Record.PURCHASE_ORDER,
        query=purchase_order_decks.WORKING,
        columns=_working_columns(),
        make_card=lambda: card,
        neighbor=lambda row: (row.vendor, row.employee, formatting.day_of(row.created_at)),
        empty_text=tr(
            "There are no working purchase orders.\n\nPress Add, choose the vendor, and scan or type the items; or "
            "use Misc › Auto Backorder PO to write one for each vendor whose goods customers are waiting for."
        ),
        can_add=True,
        find_hint=tr("Vendor, item or note"),
        card_takes_scans=True,
        also=frozenset({Record.BACKORDER, Record.ITEM, Record.VENDOR}),
    )
    deck = Deck(spec, operations)

    def begin_anew(vendor_id: int) -> None:
        deck.add_new()
        card.choose_vendor(vendor_id)

    def show_posted(order_id: int) -> None:
        if navigator.open_record(Record.PURCHASE_ORDER, order_id):
            processed = navigator.open(Place.PROCESSED_PURCHASE_ORDERS)
            if isinstance(processed, Deck) and isinstance(processed.card, ProcessedOrderCard):
                processed.card.tell_posted()

    card.lines.emptied.connect(begin_anew)
    card.ending.posted.connect(show_posted)
    card.other_requested.connect(deck.open_record)
    card.fill_requested.connect(lambda: navigator.open_found(Place.BACKORDERS, Found(part=DeckPart.FILLABLE)))
    return deck


def processed_order_deck(operations: Operations, navigator: Navigator) -> Deck:
    """Make the deck of Processed Purchase Orders, the closed ones among them."""
    del navigator  # links go out by the card's signal
    spec = DeckSpec(
        title=tr("Processed Purchase Orders"),
        record=Record.PURCHASE_ORDER,
        query=purchase_order_decks.PROCESSED,
        columns=_processed_columns(),
        make_card=lambda: ProcessedOrderCard(operations),
        empty_text=tr("Nothing is on order. Purchase orders appear here once they are posted."),
        find_hint=tr("Number, vendor, item or note"),
        neighbor=lambda row: (row.vendor, str(row.number), status_word(OrderStatus(row.status)), _day(row)),
        tabs=(
            IndexTab(tr("Open"), Found(part=DeckPart.WAITING)),
            IndexTab(tr("Nobody's"), Found(part=DeckPart.NOBODYS), only_with_cards=True),
            IndexTab(tr("Closed"), Found(part=DeckPart.CLOSED)),
            IndexTab(tr("All"), EVERYTHING),
        ),
        also=frozenset({Record.BACKORDER, Record.RECEIVING_LOG, Record.VENDOR}),
    )
    return Deck(spec, operations)


def _working_columns() -> Sequence[Column[WorkingOrderRow]]:
    return (
        valued(tr("Started"), Kind.MOMENT, lambda row: row.created_at, order="since", width=18),
        Column(tr("Vendor"), lambda row: row.vendor, "vendor", width=26),
        valued(tr("Expected"), Kind.DAY, lambda row: row.expected_on, order="expected", width=12),
        valued(tr("Lines"), Kind.COUNT, lambda row: row.lines, width=6),
        valued(tr("Ordered"), Kind.QUANTITY, lambda row: row.ordered, width=9),
        Column(tr("Employee"), lambda row: row.employee, "employee", width=16),
        Column(tr("Workstation"), lambda row: row.workstation, "workstation", width=12),
        Column(tr("Note"), lambda row: row.note.replace("\n", " "), width=30),
    )


def _processed_columns() -> Sequence[Column[ProcessedOrderRow]]:
    def status_icon(row: ProcessedOrderRow) -> QIcon:
        picture, role = STATUS_PICTURES[OrderStatus(row.status)]
        return icon(picture, role=role)

    return (
        valued(tr("Number"), Kind.NUMBER, lambda row: row.number, order="number", width=10),
        valued(tr("Date"), Kind.MOMENT, lambda row: row.processed_at, order="date", width=20),
        Column(tr("Status"), lambda row: status_word(OrderStatus(row.status)), "status", width=13, icon=status_icon),
        Column(tr("Vendor"), lambda row: row.vendor, "vendor", width=30),
        valued(tr("Expected"), Kind.DAY, lambda row: row.expected_on, order="expected", width=12),
        valued(tr("Lines"), Kind.COUNT, lambda row: row.lines, width=8),
        valued(tr("Ordered"), Kind.QUANTITY, lambda row: row.ordered, width=10),
        valued(tr("Open"), Kind.QUANTITY, lambda row: row.still_open, width=10),
    )


def _day(row: WorkingOrderRow | ProcessedOrderRow) -> str:
    return "" if row.expected_on is None else formatting.date(row.expected_on)
