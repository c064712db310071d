"""A client's window before which nobody sits."""

from PySide6.QtWidgets import QWidget


def unwatched(client: QWidget) -> None:
    """Let a window paint nothing by itself: each change painted anew took a fifth of all workflows.

    It is laid out, worked and read as ever, and painted whole whenever a test takes its picture. Dialogs are painted,
    and every screen is in the tour.
    """
    client.setUpdatesEnabled(False)
