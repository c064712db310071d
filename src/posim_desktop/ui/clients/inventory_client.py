"""The Inventory Client: where goods are looked after. Serves the guide's page "Find your way around"."""

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.changes import Record
from posim_desktop.domain.permits import Permission
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

    def show_first(order_ids: tuple[int, ...]) -> None:
        client.open_record(Record.PURCHASE_ORDER, order_ids[0])
        written = QCoreApplication.translate(
            "AutoBackorderPoDialog", "Purchase orders written: {count}. This is the first; review it, then post it."
        )
        client.statusBar().showMessage(written.format(count=formatting.count(len(order_ids))), _READING_MS)

    dialog.made.connect(show_first)
    dialog.open()


def open_outgoing_mail(client: "Client") -> None:
    """Show Misc › Outgoing Mail over a client."""
    from posim_desktop.ui.purchasing.outgoing_mail import OutgoingMailDialog  # noqa: PLC0415 - when first opened

    OutgoingMailDialog(client.operations, client).open()


INVENTORY = ClientLayout(
    title=QT_TRANSLATE_NOOP("Client", "Inventory Client"),
    menus=(
        (QT_TRANSLATE_NOOP("Client", "Lists"), (Place.ITEMS, Place.VENDORS, Place.BACKORDERS, Place.WANTS)),
        (
            QT_TRANSLATE_NOOP("Client", "Transactions"),
            (
                *(Place.WORKING_PURCHASE_ORDERS, Place.PROCESSED_PURCHASE_ORDERS, Place.RECEIVING_LOGS),
                Place.VENDOR_RETURNS,
            ),
        ),
    ),
    navigation=(
        (QT_TRANSLATE_NOOP("Client", "Purchase Orders"), Place.WORKING_PURCHASE_ORDERS),
        (QT_TRANSLATE_NOOP("Client", "Receiving"), Place.RECEIVING_LOGS),
        (QT_TRANSLATE_NOOP("Client", "Items"), Place.ITEMS),
        (QT_TRANSLATE_NOOP("Client", "Vendors"), Place.VENDORS),
        (QT_TRANSLATE_NOOP("Client", "Backorders"), Place.BACKORDERS),
    ),
    misc=(
        Tool(
            QT_TRANSLATE_NOOP("Client", "Auto Backorder PO"),
            "truck",
            open_auto_backorder_po,
            Permission.WRITE_ORDERS,
        ),
        Tool(QT_TRANSLATE_NOOP("Client", "Outgoing Mail"), "mail", open_outgoing_mail),
    ),
)
