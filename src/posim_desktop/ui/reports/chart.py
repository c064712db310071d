"""The painted figure of a report: columns in order, or the largest rows as bars. Its table stands beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from posim_desktop.ui.reports.report import ChartStyle
from posim_desktop.ui.style import SPACE, tokens

MOST_BARS = 6
_BAR = 6 * SPACE
_HEIGHT = 44 * SPACE
_WIDEST_COLUMN = 36 * SPACE
_LABEL_SHARE = 0.36


@dataclass(frozen=True, slots=True)
class Point:
    """A bar: what it is, how large, and how that is written."""

    label: str
    size: Decimal
    figure: str


class ChartView(QWidget):
    """Paints points in the program's colors; what is below zero hangs from the line in another one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.style_of_chart = ChartStyle.COLUMNS
        self.points: Sequence[Point] = ()
        self.setObjectName("chart")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_points(self, style: ChartStyle, points: Sequence[Point], name: str) -> None:
        """Paint something else.

        Args:
            style: How.
            points: In order; of bars only the first few are painted.
            name: What it is, for who does not see it; the figures are in the table.
        """
        self.style_of_chart, self.points = style, points[:MOST_BARS] if style is ChartStyle.BARS else points
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        if self.style_of_chart is ChartStyle.BARS:
            return QSize(80 * SPACE, max(1, len(self.points)) * _BAR + 2 * SPACE)
        return QSize(80 * SPACE, _HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(40 * SPACE, min(self.sizeHint().height(), 28 * SPACE))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.points:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.style_of_chart is ChartStyle.BARS:
            self._paint_bars(painter)
        else:
            self._paint_columns(painter)
        painter.end()

    def _paint_bars(self, painter: QPainter) -> None:
        metrics = painter.fontMetrics()
        largest = max((abs(point.size) for point in self.points), default=Decimal(0)) or Decimal(1)
        labels = min(
            self.width() * _LABEL_SHARE, max(metrics.horizontalAdvance(point.label) for point in self.points) + SPACE
        )
        figures = max(metrics.horizontalAdvance(point.figure) for point in self.points) + 2 * SPACE
        room = max(SPACE, self.width() - labels - figures - 2 * SPACE)
        for row, point in enumerate(self.points):
            top = SPACE + row * _BAR
            line = QRectF(0, top, labels, _BAR)
            painter.setPen(QColor(tokens().text))
            label = metrics.elidedText(point.label, Qt.TextElideMode.ElideRight, int(labels))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label)
            width = max(1.0, room * float(abs(point.size) / largest))
            bar = QRectF(labels + 2 * SPACE, top + SPACE, width, _BAR - 2 * SPACE)
            self._fill(painter, bar, point)
            painter.setPen(QColor(tokens().muted))
            beside = QRectF(bar.right() + SPACE, top, figures, _BAR)
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, point.figure)

    def _paint_columns(self, painter: QPainter) -> None:
        metrics = painter.fontMetrics()
        text = metrics.height()
        highest = max(Decimal(0), *(point.size for point in self.points))
        lowest = min(Decimal(0), *(point.size for point in self.points))
        span = float(highest - lowest) or 1.0
        area = QRectF(0, text + SPACE, self.width(), self.height() - 2 * text - 3 * SPACE)
        zero = area.top() + area.height() * float(highest) / span
        painter.setPen(QColor(tokens().muted))
        top = max(self.points, key=lambda point: point.size)
        painter.drawText(QRectF(0, 0, self.width(), text), Qt.AlignmentFlag.AlignLeft, top.figure)
        painter.setPen(QColor(tokens().border))
        painter.drawLine(area.topLeft(), area.topRight())
        step = min(float(_WIDEST_COLUMN), area.width() / len(self.points))
        gap = 1.0 if step > 3 else 0.0  # noqa: PLR2004 - thinner columns stand side by side
        for place, point in enumerate(self.points):
            tall = area.height() * float(abs(point.size)) / span
            bar = QRectF(place * step, zero - tall if point.size >= 0 else zero, max(1.0, step - gap), tall)
            self._fill(painter, bar, point)
        painter.setPen(QColor(tokens().edge))
        painter.drawLine(0, int(zero), self.width(), int(zero))
        self._paint_labels(painter, step)

    def _paint_labels(self, painter: QPainter, step: float) -> None:
        """Write below the columns what they are, as many as there is room for."""
        metrics = painter.fontMetrics()
        widest = max(metrics.horizontalAdvance(point.label) for point in self.points) + 2 * SPACE
        every = max(1, int(widest / step) + (1 if widest > step else 0))
        painter.setPen(QColor(tokens().muted))
        base = self.height() - metrics.height()
        for place in range(0, len(self.points), every):
            line = QRectF(place * step, base, max(step, widest), metrics.height())
            if line.right() <= self.width() + SPACE:
                painter.drawText(line, Qt.AlignmentFlag.AlignLeft, self.points[place].label)

    @staticmethod
    def _fill(painter: QPainter, bar: QRectF, point: Point) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().accent if point.size >= 0 else tokens().violet))
        painter.drawRoundedRect(bar, 2, 2)
