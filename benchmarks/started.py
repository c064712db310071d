"""One start of the program, watched by :mod:`benchmarks.start`: ``python benchmarks/started.py log-in | scan``.

It calls what the installed command calls, and until the log-in screen is painted it loads nothing of its own. For a
scan the log-in is answered at once: name, PIN and Enter are typed as soon as there is a field for them.
"""

import os
import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from posim_desktop.cli.main import run
from posim_desktop.ui.people.log_in import LogInDialog

EMPLOYEE, PIN, ITEM = "ana", "2580", "I000001"


def find(name: str) -> QWidget | None:
    """Find a visible widget by its name."""
    widgets = (widget for window in QApplication.topLevelWidgets() for widget in window.findChildren(QWidget, name))
    return next((widget for widget in widgets if widget.isVisible()), None)


def end() -> None:
    """Tell the benchmark that this is the moment, and end without cleaning up."""
    os.write(1, b"there\n")
    os._exit(0)


def type_into(field: QWidget, words: str) -> None:
    """Type and press Enter."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 - takes its time
    from PySide6.QtTest import QTest  # noqa: PLC0415 - as above

    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)


def when_log_in_is_painted(then: Callable[[], None]) -> None:
    """Call something when the log-in screen is painted, before what the program put off until then."""
    paint = LogInDialog.paintEvent
    painted: list[bool] = []

    def watched(dialog: LogInDialog, event: QPaintEvent) -> None:
        if not painted:
            painted.append(True)
            QTimer.singleShot(0, then)
        paint(dialog, event)

    # Stays for good: PySide remembers an override it has called, and would call whatever lies there after it.
    LogInDialog.paintEvent = watched  # type: ignore[method-assign,assignment]


def log_in() -> None:
    """Type the employee's name, wait for item entry and scan the item."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)

    def scan(_before: QWidget | None, entry: QWidget | None) -> None:
        if entry is not None and entry.objectName() == "pin_edit":
            QTimer.singleShot(0, lambda: type_into(entry, PIN))
        elif entry is not None and entry.objectName() == "entry_field":
            application.focusChanged.disconnect(scan)
            QTimer.singleShot(0, lambda: take(entry))

    application.focusChanged.connect(scan)
    field = find("name_edit")
    assert field is not None
    type_into(field, EMPLOYEE)


def take(entry: QWidget) -> None:
    """Scan the item and end when its line is painted."""
    from typing_extensions import override  # noqa: PLC0415 - takes its time

    found = find("lines_table")
    assert isinstance(found, QTableView)
    table: QTableView = found

    class Paints(QObject):
        @override
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and table.model().rowCount():
                QTimer.singleShot(0, end)
            return False

    paints = Paints(table)
    table.viewport().installEventFilter(paints)
    type_into(entry, ITEM)


if __name__ == "__main__":
    when_log_in_is_painted({"log-in": end, "scan": log_in}[sys.argv[1]])
    sys.exit(run(["sales"]))
