"""The Sales Client: where cashiers sell. Serves the guide's page "Find your way around"."""

from posim_desktop.ui.clients.client import ClientLayout
from posim_desktop.ui.navigator import Place

SALES = ClientLayout(
    title="Sales Client",
    menus=(
        ("Lists", (Place.CUSTOMERS, Place.ITEMS, Place.BACKORDERS, Place.EMPLOYEES)),
        ("Transactions", (Place.WORKING_INVOICES, Place.PROCESSED_INVOICES)),
        ("Misc", (Place.ON_HOLD,)),
    ),
    navigation=(
        ("Invoice", Place.WORKING_INVOICES),
        ("P.Invoices", Place.PROCESSED_INVOICES),
        ("Customers", Place.CUSTOMERS),
        ("Items", Place.ITEMS),
        ("Backorders", Place.BACKORDERS),
    ),
)
