"""The Inventory Client: where goods are looked after. Serves the guide's page "Find your way around"."""

from posim_desktop.ui.operations import Operations
from posim_desktop.ui.windows.client import Client, Layout

INVENTORY = Layout(
    title="Inventory Client",
    menus=(
        ("Lists", ("Items", "Vendors", "Backorders", "Departments", "Tax Codes")),
        ("Transactions", ("Working Purchase Orders", "Processed Purchase Orders", "Receiving Logs")),
    ),
    navigation=(
        ("Purchase Orders", "Working Purchase Orders"),
        ("Receiving", "Receiving Logs"),
        ("Items", "Items"),
        ("Vendors", "Vendors"),
        ("Backorders", "Backorders"),
    ),
)


def inventory_client(operations: Operations, database_name: str) -> Client:
    """Make the Inventory Client's window."""
    return Client(operations, INVENTORY, database_name)
