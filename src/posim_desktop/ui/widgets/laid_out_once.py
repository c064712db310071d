"""Changing many parts of a widget that is on the screen, and laying them out once."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from PySide6.QtWidgets import QWidget


@contextmanager
def laid_out_once(*widgets: QWidget) -> Iterator[None]:
    """Lay the parts of widgets out after all of them changed: else Qt lays out anew for each part that appears."""
    with ExitStack() as afterwards:
        for widget in widgets:
            layout = widget.layout()
            if layout is not None:
                layout.setEnabled(False)
                afterwards.callback(layout.update)
                afterwards.callback(layout.setEnabled, True)
        yield
