"""Finds letters that Alt cannot tell apart: two entries of a menu, or two controls of a dialog, that share one."""

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QMainWindow, QMenu, QWidget


def shared_letters(window: QWidget) -> Iterator[str]:
    """Say which letters lead to several things in the menus of a client, or in a dialog."""
    if isinstance(window, QMainWindow):
        titles = window.menuBar().actions()
        yield from _shared("the menu bar", (title.text() for title in titles))
        for title in titles:
            menu = title.menu()
            if isinstance(menu, QMenu):
                yield from _shared(title.text(), (entry.text() for entry in menu.actions() if entry.isVisible()))
    if isinstance(window, QDialog):
        shown = [found for found in window.findChildren(QWidget) if found.isVisible() and found.window() is window]
        lettered = [found for found in shown if isinstance(found, (QAbstractButton, QLabel))]
        yield from _shared(window.windowTitle(), (found.text() for found in lettered))


def _shared(where: str, texts: Iterable[str]) -> Iterator[str]:
    letters: dict[str, list[str]] = {}
    for text in texts:
        letters.setdefault(QKeySequence.mnemonic(text).toString(), []).append(text)
    for letter, those in letters.items():
        if letter[-1:].isalnum() and len(those) > 1:  # in the made-up language each text begins with a bracket
            yield f"{letter} in {where} leads to {' and '.join(sorted(those))}"
