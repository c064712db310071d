"""The Sales Client: where cashiers sell. Serves the guide's page "Find your way around"."""

from posim_desktop.ui.clients.client import ClientLayout

SALES = ClientLayout(
    title="Sales Client",
    menus=(
        ("Lists", ("Customers", "Items", "Backorders", "Employees")),
        ("Transactions", ("Working Invoices", "Processed Invoices")),
        ("Misc", ("On Hold",)),
    ),
    navigation=(
        ("Invoice", "Working Invoices"),
        ("P.Invoices", "Processed Invoices"),
        ("Customers", "Customers"),
        ("Items", "Items"),
        ("Backorders", "Backorders"),
    ),
)
