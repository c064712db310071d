"""`posim-desktop sales` and `posim-desktop inventory`, when called with options."""

import typer

from posim_desktop.cli.windows import open_window


def sales(context: typer.Context) -> None:
    """Open the Sales Client: sell, back-order, look up invoices."""
    raise typer.Exit(open_window(context.obj, "sales"))


def inventory(context: typer.Context) -> None:
    """Open the Inventory Client: items, vendors, backorders."""
    raise typer.Exit(open_window(context.obj, "inventory"))
