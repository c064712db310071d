"""The Sales Client: where cashiers sell. Serves the guide's page "Find your way around"."""

from typing import TYPE_CHECKING

from posim_desktop.ui.clients.client_layout import ClientLayout, Tool
from posim_desktop.ui.navigator import Place
from posim_desktop.ui.refusal_words.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from posim_desktop.ui.clients.client import Client


def open_drawer_screen(client: "Client") -> None:
    """Show Misc › Drawer."""
    client.open(Place.DRAWER)


SALES = ClientLayout(
    title=QT_TRANSLATE_NOOP("Client", "Sales Client"),
    menus=(
        (
            QT_TRANSLATE_NOOP("Client", "Lists"),
            (Place.CUSTOMERS, Place.ITEMS, Place.SPECIAL_ORDERS, Place.BACKORDERS, Place.WANTS),
        ),
        (
            QT_TRANSLATE_NOOP("Client", "Transactions"),
            (Place.WORKING_INVOICES, Place.PROCESSED_INVOICES, Place.PICK_UP),
        ),
        (QT_TRANSLATE_NOOP("Client", "&Reports"), (Place.TODAY, Place.REPORTS)),
    ),
    navigation=(
        (QT_TRANSLATE_NOOP("Client", "Invoice"), Place.WORKING_INVOICES),
        (QT_TRANSLATE_NOOP("Client", "Pick-up"), Place.PICK_UP),
        (QT_TRANSLATE_NOOP("Client", "P.Invoices"), Place.PROCESSED_INVOICES),
        (QT_TRANSLATE_NOOP("Client", "Customers"), Place.CUSTOMERS),
        (QT_TRANSLATE_NOOP("Client", "Items"), Place.ITEMS),
        (QT_TRANSLATE_NOOP("Client", "Special Orders"), Place.SPECIAL_ORDERS),
        (QT_TRANSLATE_NOOP("Client", "Backorders"), Place.BACKORDERS),
        (QT_TRANSLATE_NOOP("Client", "Today"), Place.TODAY),
    ),
    misc=(Tool(QT_TRANSLATE_NOOP("Client", "Drawer"), "wallet", open_drawer_screen, leads_to=Place.DRAWER),),
)
