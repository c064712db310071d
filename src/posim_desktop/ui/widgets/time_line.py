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
    """A vertical timeline; shows a message when empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(2 * SPACE)
        self._rows.setVerticalSpacing(0)
        self._rows.setColumnStretch(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.show_entries(())

    def show_entries(self, entries: Sequence[TimeLineEntry]) -> None:
        """Show these entries in the order given."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, entry in enumerate(entries):
            self._add_row(row, entry, last=row == len(entries) - 1)
        if not entries:
            self._rows.addWidget(_label(self.tr("Nothing has happened yet."), "muted"), 0, 0, 1, 2)
        self.setAccessibleName("; ".join(_sentence(entry) for entry in entries))

    def _add_row(self, row: int, entry: TimeLineEntry, *, last: bool) -> None:
        top = Qt.AlignmentFlag.AlignTop
        self._rows.addWidget(_Rail(first=row == 0, last=last), row, 0)
        story = QWidget()
        lines = QGridLayout(story)
        lines.setContentsMargins(0, 0, 0, 0 if last else 3 * SPACE)
        lines.setHorizontalSpacing(2 * SPACE)
        lines.setVerticalSpacing(SPACE // 2)
        lines.setColumnStretch(1, 1)
        lines.addWidget(_label(entry.what, "value"), 0, 0, top)
        detail = _label(entry.detail, "")
        detail.setWordWrap(True)
        lines.addWidget(detail, 0, 1, top)
        when_and_who = ElidedLabel(
            " · ".join(part for part in (formatting.date_time(entry.when), entry.by_whom) if part)
        )
        mark(when_and_who, role="muted")
        lines.addWidget(when_and_who, 1, 0, 1, 2, top)
        self._rows.addWidget(story, row, 1)


class _Rail(QWidget):
    """The dot of an entry and the line to its neighbours."""

    def __init__(self, *, first: bool, last: bool) -> None:
        super().__init__()
        self._first = first
        self._last = last
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

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


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    mark(label, role=role)
    return label


def _sentence(entry: TimeLineEntry) -> str:
    parts = (formatting.date_time(entry.when), entry.what, entry.by_whom, entry.detail)
    return ", ".join(part for part in parts if part)
