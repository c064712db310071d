"""A table under its title that takes no more room than its rows. Serves every guide page of a card with tables."""

from PySide6.QtWidgets import QLabel, QTableView, QVBoxLayout, QWidget

from posim_desktop.ui.style import SPACE, mark


class TitledTable(QWidget):
    """A table as tall as its rows; without rows it is one line that says what there is instead: "Canceled: none"."""

    def __init__(self, table: QTableView, nothing: str, *, most_rows: int = 0) -> None:
        """Put a table under its accessible name.

        Args:
            table: The table; its model says that its rows are others by a reset.
            nothing: What is said behind the title when there are no rows.
            most_rows: How many rows are in sight at once; 0 for all of them.
        """
        super().__init__()
        self._table = table
        self._nothing = nothing
        self._most_rows = most_rows
        self._fitted: tuple[int, bool, str] | None = None
        self.caption = QLabel()
        self.caption.setObjectName(f"{table.objectName()}_caption")
        self.caption.setWordWrap(True)
        mark(self.caption, role="label")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE)
        rows.addWidget(self.caption)
        rows.addWidget(table)
        rows.addStretch(1)
        table.model().modelReset.connect(self._fit)
        table.horizontalScrollBar().rangeChanged.connect(self._fit)
        self._fit()

    def say_when_empty(self, nothing: str) -> None:
        """Say something else behind the title when there are no rows, such as what was there before."""
        self._nothing = nothing
        self._fit()

    def _fit(self) -> None:
        title, count = self._table.accessibleName(), self._table.model().rowCount()
        bar = self._table.horizontalScrollBar()
        fitted = (count, bar.maximum() > 0, "" if count else self._nothing)
        if fitted == self._fitted:
            return
        self._fitted = fitted
        words = self.tr("{title}: {nothing}")
        self.caption.setText(title if count else words.format(title=title, nothing=self._nothing))
        self._table.setVisible(count > 0)
        shown = min(count, self._most_rows) if self._most_rows else count
        rows = shown * self._table.verticalHeader().defaultSectionSize()
        heads = self._table.horizontalHeader().sizeHint().height()
        scrolls = bar.sizeHint().height() if bar.maximum() > 0 else 0  # in a narrow window
        self._table.setFixedHeight(heads + rows + scrolls + 2 * self._table.frameWidth())
