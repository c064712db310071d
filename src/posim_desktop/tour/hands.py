"""Drives a window as a person would: by the words on the screen.

The tour and the workflow tests both use them, so what a guide page says to press is what gets pressed.
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QTableView,
    QTextEdit,
    QWidget,
)

_MAX_TURNS = 1000


def _as_shown(words: str) -> tuple[str, ...]:
    return (words,)


class Reading:
    """How the words on the screen are read.

    Attributes:
        back: Returns what the program may have said, in its own words; while it speaks English, what is shown.
    """

    back: Callable[[str], tuple[str, ...]] = _as_shown


class NotOnScreenError(LookupError):
    """The widget asked for is not there; the message lists what is."""


def settle() -> None:
    """Let the program finish what it is doing."""
    QApplication.processEvents()
    QApplication.sendPostedEvents()
    QApplication.processEvents()


def wait_for(happened: Callable[[], bool], what: str) -> None:
    """Let the program run until something is so.

    Raises:
        NotOnScreenError: It never came about within ten seconds.
    """
    for _ in range(_MAX_TURNS):
        settle()
        if happened():
            return
        QTest.qWait(10)
    raise NotOnScreenError(f"timed out waiting for {what}")


def label_of(text: str) -> str:
    """Take the words of a label, without mnemonic and dots."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…").strip()


def is_called(shown: str, label: str) -> bool:
    """Return whether a text on the screen is what the program calls so."""
    return any(label in (words, label_of(words)) for words in Reading.back(shown))


def _begins(shown: str, label: str) -> bool:
    return any(words.startswith(label) for words in Reading.back(shown))


def menu(window: QMainWindow, *path: str) -> None:
    """Choose from the menu bar: ``menu(window, "Lists", "Backorders")``."""
    actions: Iterable[QAction] = window.menuBar().actions()
    for depth, words in enumerate(path):
        found = [action for action in actions if is_called(action.text(), words)]
        if not found:
            there = ", ".join(label_of(action.text()) for action in actions if action.text())
            raise NotOnScreenError(f"no {words!r} in the menu, only {there}")
        if depth == len(path) - 1:
            if not found[0].isEnabled():
                raise NotOnScreenError(f"{words!r} in the menu is greyed out: {found[0].toolTip()}")
            found[0].trigger()
            settle()
            return
        submenu = found[0].menu()
        assert isinstance(submenu, QMenu)  # noqa: S101 - a path's inner words are menus
        actions = submenu.actions()


def button(inside: QWidget, label: str) -> QAbstractButton:
    """Find a visible button by its label (or its accessible name when it shows only a picture)."""
    visible = [found for found in inside.findChildren(QAbstractButton) if found.isVisible()]
    for found in visible:
        if is_called(found.text(), label) or is_called(found.accessibleName(), label):
            return found
    there = sorted({label_of(found.text()) or found.accessibleName() for found in visible})
    raise NotOnScreenError(f"no button {label!r} on the screen, only {there}")


def press(inside: QWidget, label: str) -> None:
    """Click a button; a disabled one is as bad as a missing one."""
    found = button(inside, label)
    if not found.isEnabled():
        raise NotOnScreenError(f"button {label!r} is greyed out: {found.toolTip()}")
    if found.property("folded"):
        _choose_folded(found)
    else:
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    settle()


def _choose_folded(found: QAbstractButton) -> None:
    """Choose a button that a narrow window has put into a menu."""
    around = found.parentWidget()
    opener = None if around is None else around.findChild(QPushButton, "more_button")
    if opener is None or not opener.isVisible():
        raise NotOnScreenError(f"{found.accessibleName()!r} is in a menu that cannot be opened")
    entries = opener.menu()
    entries.aboutToShow.emit()
    next(action for action in entries.actions() if label_of(action.text()) == label_of(found.text())).trigger()


def field(inside: QWidget, label: str) -> QWidget:
    """Find a visible input by its accessible name."""
    inputs = (QLineEdit, QComboBox, QTextEdit, QPlainTextEdit, QAbstractItemView)
    visible = [found for found in inside.findChildren(QWidget) if found.isVisible() and isinstance(found, inputs)]
    for found in visible:
        if is_called(found.accessibleName(), label):
            return found
    there = sorted({found.accessibleName() for found in visible} - {""})
    raise NotOnScreenError(f"no field {label!r} on the screen, only {there}")


def tab(inside: QWidget, label: str) -> None:
    """Click an index tab of a deck, when it is there; it has its count behind its name."""
    bars = inside.findChildren(QTabBar)

    def found() -> list[tuple[QTabBar, int]]:
        places = ((bar, place) for bar in bars for place in range(bar.count()))
        return [(bar, place) for bar, place in places if _begins(bar.tabText(place), label)]

    wait_for(lambda: bool(found()), f"the tab {label}")
    bar, place = found()[0]
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(place).center())
    settle()


def are_counted(inside: QWidget) -> bool:
    """Return whether the index tabs of a deck say how many cards each holds, which they do a little later."""
    return all(bar.tabText(bar.count() - 1)[-1:].isdigit() for bar in inside.findChildren(QTabBar) if bar.isVisible())


def is_there(inside: QWidget, label: str) -> bool:
    """Return whether a visible input has an accessible name."""
    try:
        field(inside, label)
    except NotOnScreenError:
        return False
    return True


def fill(inside: QWidget, label: str, text: str) -> None:
    """Type into an input in place of what it held; a click begins editing on a card that is being read."""
    found = field(inside, label)
    if found.property("reading"):
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    found.setFocus()
    if isinstance(found, QComboBox):
        _choose(found, text)
    else:
        QTest.keySequence(found, QKeySequence.StandardKey.SelectAll)
        if text:
            QTest.keyClicks(found, text)
        else:
            QTest.keyClick(found, Qt.Key.Key_Delete)
    settle()


def _choose(box: QComboBox, text: str) -> None:
    called = [at for at in range(box.count()) if is_called(box.itemText(at), text)]
    begun = [at for at in range(box.count()) if text and _begins(box.itemText(at), text)]
    place = next(iter([*called, *begun]), -1)
    if place >= 0:
        box.setCurrentIndex(place)
        box.activated.emit(place)
    elif box.isEditable():
        box.setEditText(text)
    else:
        raise NotOnScreenError(f"no {text!r} to choose in {box.accessibleName()!r}")


def keys(text: str) -> None:
    """Type where the focus is."""
    focused = _focused()
    for character in text:
        QTest.keyClicks(focused if focused.isVisible() else _focused(), character)
    settle()


def key(pressed: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press one key where the focus is."""
    QTest.keyClick(_focused(), pressed, modifiers)
    settle()


def _focused() -> QWidget:
    focused = QApplication.focusWidget() or QApplication.activeWindow()
    if focused is None:
        raise NotOnScreenError("no window has the keyboard")
    return focused


def dialog(title: str) -> QDialog:
    """Find an open dialog by its title."""
    settle()
    opened = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    for found in opened:
        if is_called(found.windowTitle(), title):
            return found
    raise NotOnScreenError(f"no dialog {title!r}, only {[found.windowTitle() for found in opened]}")


def is_asked(title: str) -> bool:
    """Return whether a dialog of this title is open."""
    try:
        dialog(title)
    except NotOnScreenError:
        return False
    return True


def words_on(inside: QWidget) -> list[str]:
    """Read every visible label."""
    return [found.text() for found in inside.findChildren(QLabel) if found.isVisible() and found.text()]


def table(inside: QWidget, name: str) -> QTableView:
    """Find a visible table by its accessible name."""
    found = field(inside, name)
    if not isinstance(found, QTableView):
        raise NotOnScreenError(f"{name!r} is no table")
    return found


def rows(view: QTableView, *headers: str) -> list[tuple[str, ...]]:
    """Read a table's cells under some of its headers, as shown."""
    model = view.model()
    columns = [column_of(view, header) for header in headers]
    return [
        tuple(str(model.index(row, column).data() or "").strip() for column in columns)
        for row in range(model.rowCount(QModelIndex()))
    ]


def row_of(view: QTableView, header: str, text: str) -> int:
    """Find the first row whose cell under a header begins with a text."""
    cells = [cell for (cell,) in rows(view, header)]
    for row, cell in enumerate(cells):
        if cell.startswith(text):
            return row
    raise NotOnScreenError(f"no {text!r} under {header!r}, only {cells}")


def column_of(view: QTableView, header: str) -> int:
    """Find a column by its header."""
    model = view.model()
    heads = [str(model.headerData(column, Qt.Orientation.Horizontal) or "") for column in range(model.columnCount())]
    for place, shown in enumerate(heads):
        if is_called(shown, header):
            return place
    raise NotOnScreenError(f"no column {header!r}, only {heads}")


def point_at(view: QTableView, row: int, header: str) -> QModelIndex:
    """Click a cell."""
    index = view.model().index(row, column_of(view, header))
    view.scrollTo(index)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center() + QPoint(0, 0))
    settle()
    return index


def write_cell(view: QTableView, row: int, header: str, text: str) -> None:
    """Type into a cell of a table and leave it with Enter."""
    index = point_at(view, row, header)
    view.setCurrentIndex(index)
    view.edit(index)
    settle()
    editor = view.viewport().findChild(QLineEdit)
    if editor is None:
        raise NotOnScreenError(f"the cell under {header!r} cannot be edited")
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle()
