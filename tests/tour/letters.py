"""Finds letters that Alt cannot tell apart: two entries of a menu, or two controls of a window, that share one.

The titles of the menus stand in one window with the screen below them: a letter of both leads to neither at once.
"""

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QMainWindow, QMenu, QWidget


def shared_letters(window: QWidget) -> Iterator[str]:
    """Say which letters lead to several things in a client with its menus, or in a dialog."""
    titles = window.menuBar().actions() if isinstance(window, QMainWindow) else []
    if isinstance(window, (QMainWindow, QDialog)):
        texts = (*(title.text() for title in titles if title.isVisible()), *_lettered(window))
        yield from _shared(window.objectName() or window.windowTitle(), texts)
    for title in titles:
        menu = title.menu()
        if isinstance(menu, QMenu):
            yield from _shared(title.text(), (entry.text() for entry in menu.actions() if entry.isVisible()))


def _lettered(window: QWidget) -> Iterator[str]:
    """Read the buttons that are in sight, and the labels whose letter leads to a field."""
    for found in window.findChildren(QWidget):
        if not found.isVisible() or found.window() is not window:
            continue
        if isinstance(found, QAbstractButton) or (isinstance(found, QLabel) and found.buddy() is not None):
            yield found.text()


def _shared(where: str, texts: Iterable[str]) -> Iterator[str]:
    letters: dict[str, list[str]] = {}
    for text in texts:
        letters.setdefault(QKeySequence.mnemonic(text).toString(), []).append(text)
    for letter, those in letters.items():
        if letter[-1:].isalnum() and len(those) > 1:  # in the made-up language each text begins with a bracket
            yield f"{letter} in {where} leads to {' and '.join(sorted(those))}"
