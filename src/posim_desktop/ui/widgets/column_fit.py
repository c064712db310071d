"""How wide the columns of a table to read are: as their content, and in a narrow table long texts give way."""

import re

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHeaderView, QTableView
from shiboken6 import isValid
from typing_extensions import override

from posim_desktop.ui.style import SPACE

_WIDEST = 60 * SPACE  # of a column that does not take what is left; longer texts end in dots
_LOOKED_AT = 20  # rows of a column, to see what it holds
_FIGURE = re.compile(r"[\d\s.,:/()+-]*([AP]M)?")
_LEAST_TEXT = 24 * SPACE  # what a column of words keeps while others need room


class ColumnFit(QObject):
    """Fits the columns when rows change and when the table does; one of them takes the room that is left.

    A figure, a date or a telephone number is never cut and a heading never either. Texts give way down to a few words,
    whole in their tooltips; what then is still too wide scrolls sideways.

    Attributes:
        wide: The column that takes what is left; measure again after another was named.
    """

    def __init__(self, table: QTableView, wide: int) -> None:
        super().__init__(table)
        self._table, self.wide = table, wide
        self._wanted: list[int] = []
        self._least: dict[int, int] = {}
        header = table.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        table.viewport().installEventFilter(self)  # Qt tells the header too late that a scroll bar narrows it
        model = table.model()
        for changed in (model.modelReset, model.dataChanged, model.rowsInserted, model.rowsRemoved):
            changed.connect(self.measure)
        self.measure()

    def measure(self) -> None:
        """Look at what the columns hold by now, and fit them."""
        if not isValid(self._table):
            return  # a table with a model of its own takes that with it, and the model says so
        table, header = self._table, self._table.horizontalHeader()
        self._wanted, self._least = [], {}
        for column in range(table.model().columnCount()):
            heading = header.sectionSizeHint(column)
            wanted = max(table.sizeHintForColumn(column), heading)
            self._wanted.append(wanted if column == self.wide else min(wanted, max(_WIDEST, heading)))
        self._fit()

    def _least_of(self, column: int) -> int:
        """Return how narrow a column may become; most tables have room and are never asked."""
        if column not in self._least:
            wanted, heading = self._wanted[column], self._table.horizontalHeader().sectionSizeHint(column)
            self._least[column] = wanted if self._is_figure(column) else min(wanted, max(_LEAST_TEXT, heading))
        return self._least[column]

    def _is_figure(self, column: int) -> bool:
        """Tell whether a column holds what says something else when it is cut: amounts, dates, telephone numbers."""
        model = self._table.model()
        if not model.rowCount():
            return False
        alignment = model.index(0, column).data(Qt.ItemDataRole.TextAlignmentRole)
        if Qt.AlignmentFlag(alignment or 0) & Qt.AlignmentFlag.AlignRight:
            return True
        written = [str(model.index(row, column).data() or "") for row in range(min(model.rowCount(), _LOOKED_AT))]
        return any(written) and all(_FIGURE.fullmatch(words) for words in written)

    def _fit(self) -> None:
        header = self._table.horizontalHeader()
        shown = [column for column in range(len(self._wanted)) if not header.isSectionHidden(column)]
        wanted = {column: self._wanted[column] for column in shown}
        room = self._table.viewport().width()
        missing = sum(wanted.values()) - room
        if missing > 0:
            spare = {column: wanted[column] - self._least_of(column) for column in shown}
            takes = min(1.0, missing / (sum(spare.values()) or 1))
            wanted = {column: width - int(spare[column] * takes) for column, width in wanted.items()}
        others = sum(width for column, width in wanted.items() if column != self.wide)
        wanted[self.wide] = max(self._least_of(self.wide), room - others)
        for column, width in wanted.items():
            header.resizeSection(column, width)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)
