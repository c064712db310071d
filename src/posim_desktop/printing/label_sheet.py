"""Many small labels on a sheet of paper. Serves the guide's page "Labels"."""

from dataclasses import dataclass

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageSize, QPainter
from typing_extensions import override

from posim_desktop.printing.pages import Pages

_POINTS_PER_MILLIMETRE = 72 / 25.4


@dataclass(frozen=True, slots=True)
class SheetFormat:
    """Where the labels of a sheet are; lengths in millimetres.

    Attributes:
        paper: The sheet.
        columns: How many labels stand side by side.
        rows: How many rows of them there are.
        pitch: From one label to the next.
        left: Where the first one begins.
        top: The same from above.
    """

    paper: QPageSize.PageSizeId
    columns: int
    rows: int
    pitch: QSizeF
    left: float
    top: float


class LabelSheet(Pages):
    """Labels, each laid out as a page of its own size, side by side on sheets, row by row."""

    def __init__(self, title: str, html: str, label: QPageSize, sheet: SheetFormat, *, margin: int, first: int) -> None:
        """Lay labels out.

        Args:
            title: What they are.
            html: Their content, with a page break before each but the first.
            label: The size of a label.
            sheet: Where the sheet has its labels.
            margin: What stays white around the content of each, in points.
            first: The first free label of the first sheet, from 1.
        """
        super().__init__(title, html, label, page_words="", margin=margin)
        self._labels = super().count
        self._format = sheet
        self._used = first - 1
        self._paper = QPageSize(sheet.paper)
        self._sheet = QSizeF(self._paper.size(QPageSize.Unit.Point))

    @property
    @override
    def count(self) -> int:
        """How many sheets there are."""
        return -(-(self._used + self._labels) // self._a_sheet)

    @override
    def _paint(self, painter: QPainter, page: int) -> None:
        for place in range(self._a_sheet):
            label = page * self._a_sheet + place - self._used
            if 0 <= label < self._labels:
                row, column = divmod(place, self._format.columns)
                left = self._format.left + column * self._format.pitch.width()
                top = self._format.top + row * self._format.pitch.height()
                painter.save()
                painter.translate(left * _POINTS_PER_MILLIMETRE, top * _POINTS_PER_MILLIMETRE)
                super()._paint(painter, label)
                painter.restore()

    @property
    def _a_sheet(self) -> int:
        return self._format.columns * self._format.rows
