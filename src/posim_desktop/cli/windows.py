"""`posim-desktop sales`, `posim-desktop inventory` and the bare command, which offers both."""

import os
import sys

import typer

from posim_desktop.domain.errors import TroubleError
from posim_desktop.settings import Settings


def sales(context: typer.Context) -> None:
    """Open the Sales Client: sell, back-order, look up invoices."""
    open_window(context.obj, "sales")


def inventory(context: typer.Context) -> None:
    """Open the Inventory Client: items, vendors, backorders."""
    open_window(context.obj, "inventory")


def open_window(settings: Settings, name: str = "") -> None:
    """Open a client, or offer both, and stay until the last window closes.

    Raises:
        TroubleError: There is no screen to open a window on.
        typer.Exit: The windows were closed; carries the exit code.
    """
    if not has_screen() and "QT_QPA_PLATFORM" not in os.environ:
        raise TroubleError("There is no screen to open a window on. Run this from a desktop.")
    from posim_desktop.app import run_clients  # noqa: PLC0415 - Qt loads only when a window opens

    raise typer.Exit(run_clients(settings, name))


def has_screen() -> bool:
    """Tell whether a window would be seen here."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform:
        return platform not in {"offscreen", "minimal"}
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
