"""Where the command line opens windows, if they can be seen here."""

import os
import sys

from posim_desktop.settings import Settings


def open_window(settings: Settings, name: str = "") -> int:
    """Open a client, or offer both, stay until the last window closes, and return the exit code.

    Raises:
        TroubleError: There is no screen to open a window on.
    """
    if not has_screen() and "QT_QPA_PLATFORM" not in os.environ:
        from posim_desktop.domain.errors import TroubleError  # noqa: PLC0415 - most starts have a screen

        raise TroubleError("There is no screen to open a window on. Run this from a desktop.")
    from posim_desktop.start import run_clients  # noqa: PLC0415 - Qt loads only when a window opens

    return run_clients(settings, name)


def has_screen() -> bool:
    """Return whether a window would be seen here."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform:
        return platform not in {"offscreen", "minimal"}
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
