"""Guide: "Look at a backorder": where the ordered quantity is, in one strip that always adds up."""

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from posim_desktop.ui import formatting
from posim_desktop.ui.style import RADIUS, SPACE, mark, tokens

_BAR_HEIGHT = 7 * SPACE
_WIDEST = 160 * SPACE
_SWATCH = 12
_NARROWEST_SEGMENT = 2 * SPACE
_HATCH_STEP = 6
_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class StripFigures:
    """A backorder's quantities.

    Attributes:
        ordered: What the customer ordered.
        outstanding: Neither received nor canceled.
        on_order: The part of outstanding that purchase orders will bring.
        received: Set aside for the customer, ever.
        waiting: The part of received that waits for pick-up.
        filled: The part of received that was sold.
        canceled: What the customer does not want any more.
    """

    ordered: Decimal = _NOTHING
    outstanding: Decimal = _NOTHING
    on_order: Decimal = _NOTHING
    received: Decimal = _NOTHING
    waiting: Decimal = _NOTHING
    filled: Decimal = _NOTHING
    canceled: Decimal = _NOTHING

    @property
    def add_up(self) -> bool:
        """Whether ordered = outstanding + received + canceled and received = waiting + filled."""
        whole = self.outstanding + self.received + self.canceled
        return self.ordered == whole and self.received == self.waiting + self.filled


@dataclass(frozen=True, slots=True)
class _Look:
    ink: str
    paper: str
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class _Segment:
    units: Decimal
    look: _Look


_OUTSTANDING = _Look("info", "info_surface")
_ON_ORDER = _Look("info", "info_surface", hatched=True)
_WAITING = _Look("good", "good_surface")
_FILLED = _Look("on_accent", "good")
_CANCELED = _Look("muted", "grey_surface")


class QuantityStrip(QWidget):
    """The strip of the Backorder card: a proportional bar over the sum in words and figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(_WIDEST)
        self.bar = _Bar()
        self.ordered_cell = _Cell(self.tr("Ordered"))
        self.outstanding_cell = _Cell(self.tr("Outstanding"), _OUTSTANDING)
        self.received_cell = _Cell(self.tr("Received"))
        self.canceled_cell = _Cell(self.tr("Canceled"), _CANCELED)
        self.on_order_line = self.outstanding_cell.add_part(_ON_ORDER)
        self.waiting_line = self.received_cell.add_part(_WAITING)
        self.filled_line = self.received_cell.add_part(_FILLED)
        self.trouble_label = QLabel(self.tr("These figures do not add up. Run posim-desktop verify."))
        mark(self.trouble_label, role="bad")
        self._build_rows()
        self.show_figures(StripFigures())

    def _build_rows(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(3 * SPACE)
        rows.addWidget(self.bar)
        sum_row = QGridLayout()
        sum_row.setHorizontalSpacing(2 * SPACE)
        cells = (self.ordered_cell, self.outstanding_cell, self.received_cell, self.canceled_cell)
        for position, (sign, cell) in enumerate(zip(("", "=", "+", "+"), cells, strict=True)):
            if sign:
                sum_row.addWidget(_operator(sign), 0, 2 * position - 1, Qt.AlignmentFlag.AlignTop)
            sum_row.addWidget(cell, 0, 2 * position, Qt.AlignmentFlag.AlignTop)
        sum_row.setColumnStretch(2 * len(cells), 1)
        rows.addLayout(sum_row)
        rows.addWidget(self.trouble_label)

    def show_figures(self, figures: StripFigures) -> None:
        """Show a backorder's quantities."""
        self.ordered_cell.show_units(figures.ordered)
        self.outstanding_cell.show_units(figures.outstanding)
        self.received_cell.show_units(figures.received)
        self.canceled_cell.show_units(figures.canceled)
        self.on_order_line.show_part(self.tr("{units} on order"), figures.on_order)
        self.waiting_line.show_part(self.tr("{units} waiting for pick-up"), figures.waiting)
        self.filled_line.show_part(self.tr("{units} filled"), figures.filled)
        self.trouble_label.setVisible(not figures.add_up)
        on_order = min(figures.on_order, figures.outstanding)
        self.bar.show_segments(
            (
                _Segment(figures.outstanding - on_order, _OUTSTANDING),
                _Segment(on_order, _ON_ORDER),
                _Segment(figures.waiting, _WAITING),
                _Segment(figures.filled, _FILLED),
                _Segment(figures.canceled, _CANCELED),
            )
        )
        self.setAccessibleName(self._sentence(figures))

    def _sentence(self, figures: StripFigures) -> str:
        return self.tr(
            "Ordered {ordered} = Outstanding {outstanding} ({on_order} on order)"
            " + Received {received} ({waiting} waiting for pick-up, {filled} filled)"
            " + Canceled {canceled}"
        ).format(
            ordered=formatting.quantity(figures.ordered),
            outstanding=formatting.quantity(figures.outstanding),
            on_order=formatting.quantity(figures.on_order),
            received=formatting.quantity(figures.received),
            waiting=formatting.quantity(figures.waiting),
            filled=formatting.quantity(figures.filled),
            canceled=formatting.quantity(figures.canceled),
        )


class _Cell(QWidget):
    """One term of the sum: its name, its figure and the lines it is made of."""

    def __init__(self, name: str, look: _Look | None = None) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(SPACE // 2)
        self.name_line = _Line(look)
        self.name_line.show_text(name)
        mark(self.name_line.text_label, role="label")
        self.figure_label = QLabel()
        mark(self.figure_label, role="title")
        self._rows.addWidget(self.name_line)
        self._rows.addWidget(self.figure_label)

    def add_part(self, look: _Look) -> "_Line":
        """Add a line for a part of the figure."""
        part = _Line(look)
        mark(part.text_label, role="muted")
        self._rows.addWidget(part)
        return part

    def show_units(self, units: Decimal) -> None:
        """Show the figure."""
        self.figure_label.setText(formatting.quantity(units))


class _Line(QWidget):
    """A text behind a swatch of its segment in the bar."""

    def __init__(self, look: _Look | None) -> None:
        super().__init__()
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(2 * SPACE)
        if look is not None:
            columns.addWidget(_Swatch(look))
        self.text_label = QLabel()
        columns.addWidget(self.text_label)
        columns.addStretch(1)

    def show_text(self, text: str) -> None:
        """Show the text."""
        self.text_label.setText(text)

    def show_part(self, words: str, units: Decimal) -> None:
        """Tell how many units a part has; nothing is said of a part that has none."""
        self.show_text(words.format(units=formatting.quantity(units)))
        self.setVisible(units > 0)


class _Swatch(QWidget):
    """A small square that looks like its segment."""

    def __init__(self, look: _Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(_SWATCH, _SWATCH)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        square = QPainterPath()
        square.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        _paint_shape(painter, square, self._look)
        painter.end()


class _Bar(QWidget):
    """Segments in proportion; one that is not nothing is never too narrow to see."""

    def __init__(self) -> None:
        super().__init__()
        self._segments: tuple[_Segment, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_segments(self, segments: tuple[_Segment, ...]) -> None:
        """Show these segments, leaving out what is nothing."""
        self._segments = tuple(segment for segment in segments if segment.units > 0)
        self.update()

    def widths(self, whole: float) -> list[float]:
        """Share a width among the segments."""
        total = sum((segment.units for segment in self._segments), _NOTHING)
        if total == 0:
            return []
        free = whole - _NARROWEST_SEGMENT * len(self._segments)
        return [_NARROWEST_SEGMENT + free * float(segment.units / total) for segment in self._segments]

    @override
    def sizeHint(self) -> QSize:
        return QSize(600, _BAR_HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(50 * SPACE, _BAR_HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        rounded = QPainterPath()
        rounded.addRoundedRect(outline, RADIUS, RADIUS)
        painter.fillPath(rounded, QColor(tokens().grey_surface))
        left = outline.left()
        for segment, width in zip(self._segments, self.widths(outline.width()), strict=True):
            place = QRectF(left, outline.top(), width, outline.height())
            piece = QPainterPath()
            piece.addRect(place)
            _paint_shape(painter, piece.intersected(rounded), segment.look)
            self._paint_figure(painter, place, segment)
            left += width
        painter.end()

    def _paint_figure(self, painter: QPainter, place: QRectF, segment: _Segment) -> None:
        text = formatting.quantity(segment.units)
        room = QRectF(painter.fontMetrics().boundingRect(text)).adjusted(-2 * SPACE, -2, 2 * SPACE, 2)
        if room.width() > place.width():
            return
        room.moveCenter(place.center())
        if segment.look.hatched:
            painter.fillRect(room, QColor(str(getattr(tokens(), segment.look.paper))))
        painter.setPen(QColor(str(getattr(tokens(), segment.look.ink))))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def _paint_shape(painter: QPainter, shape: QPainterPath, look: _Look) -> None:
    line = QColor(str(getattr(tokens(), look.ink if look.ink != "on_accent" else look.paper)))
    painter.fillPath(shape, QColor(str(getattr(tokens(), look.paper))))
    if look.hatched:
        painter.save()
        painter.setClipPath(shape)
        painter.setPen(QPen(line, 1))
        box = shape.boundingRect()
        start = box.left() - box.height()
        for step in range(int((box.width() + box.height()) / _HATCH_STEP) + 1):
            foot = start + step * _HATCH_STEP
            painter.drawLine(QPointF(foot, box.bottom()), QPointF(foot + box.height(), box.top()))
        painter.restore()
    painter.setPen(QPen(line, 1))
    painter.drawPath(shape)


def _operator(sign: str) -> QLabel:
    label = QLabel(sign)
    mark(label, role="title")
    label.setContentsMargins(0, 5 * SPACE - 1, 0, 0)
    return label
