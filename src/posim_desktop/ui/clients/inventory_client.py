"""The Inventory Client: where goods are looked after. Serves the guide's page "Find your way around"."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.changes import Record
from posim_desktop.domain.permits import Permission
from posim_desktop.queries.deck import DeckPart, Found
from posim_desktop.ui import formatting
from posim_desktop.ui.clients.client import Client
from posim_desktop.ui.clients.client_layout import ClientLayout, Tool
from posim_desktop.ui.navigator import Place
from posim_desktop.ui.refusal_words.marking import QT_TRANSLATE_NOOP

_READING_MS = 15_000


def open_auto_backorder_po(client: Client) -> None:
    """Show Misc › Auto Backorder PO; the first of the orders it makes opens.

    Raises:
        TroubleError: The database cannot be reached.
    """
    from posim_desktop.ui.purchasing.auto_backorder_po import AutoBackorderPoDialog  # noqa: PLC0415 - when first opened

    dialog = AutoBackorderPoDialog(client, client.operations)
    dialog.made.connect(partial(_show_first_of, client))
    dialog.fill_requested.connect(lambda: client.open_found(Place.BACKORDERS, Found(part=DeckPart.FILLABLE)))
    dialog.open()


def open_reorder_list(client: Client) -> None:
    """Show Misc › Reorder List; the first of the orders it makes opens.

    Raises:
        TroubleError: The database cannot be reached.
    """
    from posim_desktop.ui.purchasing.reorder_list import ReorderListDialog  # noqa: PLC0415 - when first opened

    dialog = ReorderListDialog(client, client.operations)
    dialog.made.connect(partial(_show_first_of, client))
    dialog.open()


def open_post_orders(client: Client) -> None:
    """Show Misc › Post Working Orders.

    Raises:
        TroubleError: The database cannot be reached.
    """
    from posim_desktop.ui.purchasing.post_orders import PostOrdersDialog  # noqa: PLC0415 - when first opened

    dialog = PostOrdersDialog(client, client.operations)

    def tell(order_ids: tuple[int, ...]) -> None:
        words = QCoreApplication.translate("PostOrdersDialog", "Purchase orders posted: {count}.")
        client.statusBar().showMessage(words.format(count=formatting.count(len(order_ids))), _READING_MS)

    dialog.posted.connect(tell)
    dialog.open()


def _show_first_of(client: Client, order_ids: tuple[int, ...]) -> None:
    client.open_record(Record.PURCHASE_ORDER, order_ids[0])
    written = QCoreApplication.translate(
        "AutoBackorderPoDialog", "Purchase orders written: {count}. This is the first; review it, then post it."
    )
    client.statusBar().showMessage(written.format(count=formatting.count(len(order_ids))), _READING_MS)


def open_labels_of_changed_prices(client: Client) -> None:
    """Show Misc › Labels of Changed Prices."""
    from posim_desktop.ui.widgets.item_labels import OtherPricesDialog  # noqa: PLC0415 - when first opened

    OtherPricesDialog(client, client.operations).open()


INVENTORY = ClientLayout(
    title=QT_TRANSLATE_NOOP("Client", "Inventory Client"),
    menus=(
        (
            QT_TRANSLATE_NOOP("Client", "Lists"),
            (Place.ITEMS, Place.VENDORS, Place.BACKORDERS, Place.WANTS, Place.REPORTS),
        ),
        (
            QT_TRANSLATE_NOOP("Client", "Transactions"),
            (
                *(Place.WORKING_PURCHASE_ORDERS, Place.PROCESSED_PURCHASE_ORDERS, Place.RECEIVING_LOGS),
                *(Place.VENDOR_RETURNS, Place.STOCK_COUNTS),
            ),
        ),
    ),
    navigation=(
        (QT_TRANSLATE_NOOP("Client", "Purchase Orders"), Place.WORKING_PURCHASE_ORDERS),
        (QT_TRANSLATE_NOOP("Client", "Receiving"), Place.RECEIVING_LOGS),
        (QT_TRANSLATE_NOOP("Client", "Items"), Place.ITEMS),
        (QT_TRANSLATE_NOOP("Client", "Vendors"), Place.VENDORS),
        (QT_TRANSLATE_NOOP("Client", "Backorders"), Place.BACKORDERS),
        (QT_TRANSLATE_NOOP("Client", "Today"), Place.TODAY),
    ),
    misc=(
        Tool(
            QT_TRANSLATE_NOOP("Client", "Auto Backorder PO"),
            "truck",
            open_auto_backorder_po,
            Permission.WRITE_ORDERS,
        ),
        Tool(QT_TRANSLATE_NOOP("Client", "Reorder List"), "calculator", open_reorder_list, Permission.WRITE_ORDERS),
        Tool(
            QT_TRANSLATE_NOOP("Client", "Post Working Orders"),
            "clipboard-check",
            open_post_orders,
            Permission.POST_ORDERS,
        ),
        Tool(QT_TRANSLATE_NOOP("Client", "Labels of Changed Prices"), "printer", open_labels_of_changed_prices),
    ),
)
