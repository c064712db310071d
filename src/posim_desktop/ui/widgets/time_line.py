"""What happened to a record, when, and by whom, from the oldest to the newest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from posim_desktop.ui import formatting
from posim_desktop.ui.style import SPACE, mark, tokens
from posim_desktop.ui.widgets.elided import ElidedLabel

_RAIL_WIDTH = 6 * SPACE
_DOT_RADIUS = 4.5
_DOT_MIDDLE = 10


@dataclass(frozen=True, slots=True)
class TimeLineEntry:
    """One thing that happened.

    Attributes:
        when: In UTC.
        what: What happened, as ``Canceled 2``.
        by_whom: Name of the employee.
        detail: A reason or a document, may be empty.
    """

    when: datetime
    what: str
    by_whom: str
    detail: str = ""


class TimeLine(QWidget):
    """A vertical timeline; shows a message when empty. Its rows are kept for the next story: making them is dear."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * SPACE)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._nothing_label = QLabel(self.tr("Nothing has happened yet."))
        mark(self._nothing_label, role="muted")
        self._grid.addWidget(self._nothing_label, 0, 0, 1, 2)
        self._rows: list[_Row] = []
        self.show_entries(())

    def show_entries(self, entries: Sequence[TimeLineEntry]) -> None:
        """Show these entries in the order given."""
        self._nothing_label.setVisible(not entries)
        while len(self._rows) < len(entries):
            self._rows.append(_Row(self._grid, len(self._rows)))
        for place, row in enumerate(self._rows):
            if place < len(entries):
                row.show_entry(entries[place], last=place == len(entries) - 1)
            else:
                row.hide()
        self.setAccessibleName("; ".join(_sentence(entry) for entry in entries))


class _Row:
    """One entry: its dot, what happened, and below when and by whom."""

    def __init__(self, grid: QGridLayout, place: int) -> None:
        self._rail = _Rail(first=place == 0)
        self._story = QWidget()
        self._lines = QGridLayout(self._story)
        self._lines.setHorizontalSpacing(2 * SPACE)
        self._lines.setVerticalSpacing(SPACE // 2)
        self._lines.setColumnStretch(1, 1)
        self._what, self._detail, self._when_and_who = QLabel(), QLabel(), ElidedLabel()
        self._detail.setWordWrap(True)
        mark(self._what, role="value")
        mark(self._when_and_who, role="muted")
        top = Qt.AlignmentFlag.AlignTop
        self._lines.addWidget(self._what, 0, 0, top)
        self._lines.addWidget(self._detail, 0, 1, top)
        self._lines.addWidget(self._when_and_who, 1, 0, 1, 2, top)
        grid.addWidget(self._rail, place, 0)
        grid.addWidget(self._story, place, 1)

    def show_entry(self, entry: TimeLineEntry, *, last: bool) -> None:
        """Tell an entry; the last one ends the line."""
        self._what.setText(entry.what)
        self._detail.setText(entry.detail)
        told = (formatting.date_time(entry.when), entry.by_whom)
        self._when_and_who.setText(" · ".join(part for part in told if part))
        self._lines.setContentsMargins(0, 0, 0, 0 if last else 3 * SPACE)
        self._rail.end(last=last)
        self._rail.show()
        self._story.show()

    def hide(self) -> None:
        """Tell nothing here."""
        self._rail.hide()
        self._story.hide()


class _Rail(QWidget):
    """The dot of an entry and the line to its neighbours."""

    def __init__(self, *, first: bool) -> None:
        super().__init__()
        self._first = first
        self._last = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def end(self, *, last: bool) -> None:
        """End the line here, or let it go on."""
        self._last = last
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(_RAIL_WIDTH, 5 * SPACE)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dot = QPointF(self.width() / 2, _DOT_MIDDLE)
        painter.setPen(QPen(QColor(tokens().edge), 1.5))
        if not self._first:
            painter.drawLine(QPointF(dot.x(), 0), dot)
        if not self._last:
            painter.drawLine(dot, QPointF(dot.x(), self.height()))
        painter.setPen(QPen(QColor(tokens().accent), 2))
        painter.setBrush(QColor(tokens().accent if self._last else tokens().surface))
        painter.drawEllipse(dot, _DOT_RADIUS, _DOT_RADIUS)
        painter.end()


def _sentence(entry: TimeLineEntry) -> str:
    parts = (formatting.date_time(entry.when), entry.what, entry.by_whom, entry.detail)
    return ", ".join(part for part in parts if part)
