"""Saving List All as it is shown: its found set, its order, the columns in sight. Serves the guide's "Find a card"."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QProgressDialog, QWidget
from shiboken6 import isValid

from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.exchange.sheets import DataSheet, SheetColumn, Value
from posim_desktop.queries import deck as decks
from posim_desktop.queries.deck import DeckQuery, Found, Key, Order, Page
from posim_desktop.ui import formatting
from posim_desktop.ui.database_thread import Job
from posim_desktop.ui.models.list_all import Column
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.widgets import sheet_saving

_ROWS_AT_ONCE = 1000
_PATIENCE_MS = 500


class ListSaving(QObject):
    """Reads a list page by page, with other work in between, and writes it to a file; Cancel writes nothing."""

    def __init__(
        self,
        operations: Operations,
        title: str,
        query: DeckQuery[Any],
        columns: Sequence[Column[Any]],
        found: Found,
        order: Order,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._operations = operations
        self._title = title
        self._query, self._columns = query, columns
        self._found, self._order = found, order
        self._window = window
        self._rows: list[tuple[Value, ...]] = []
        self._file = Path()

    def ask(self) -> None:
        """Ask for the file, then read and write."""
        sheet_saving.ask_for_file(self._window, self._title, self.save_to)

    def save_to(self, file: Path) -> None:
        """Begin to read; the file is written when all is there."""
        self._file = file
        self._progress = QProgressDialog(self.tr("Reading the list…"), self.tr("Cancel"), 0, 0, self._window)
        self._progress.setWindowModality(Qt.WindowModality.WindowModal)
        self._progress.setMinimumDuration(_PATIENCE_MS)
        self._progress.setAutoClose(False)
        self._progress.setAutoReset(False)
        try:
            count = self._operations.read(decks.count, self._query, self._found)
        except TroubleError as trouble:
            self._end()
            say(self._window, words_of_trouble(trouble))
            return
        self._progress.setMaximum(max(1, count))
        self._read(None)

    def _read(self, after: Key | None) -> None:
        self._operations.begin_reading(self._page, self._on_page_read, after)

    def _page(self, connection: Any, after: Key | None) -> Page[Any]:  # noqa: ANN401 - no storage here
        return decks.page(connection, self._query, self._found, self._order, after, _ROWS_AT_ONCE)

    def _on_page_read(self, job: Job[Page[Any]]) -> None:
        if not isValid(self) or not isValid(self._progress):
            return  # the window was closed meanwhile
        if self._progress.wasCanceled():
            self._end()
            return
        try:
            page = job.answer()
        except TroubleError as trouble:
            self._end()
            say(self._window, words_of_trouble(trouble))
            return
        self._rows += [tuple(_cell(column, row) for column in self._columns) for row in page.rows]
        self._progress.setValue(len(self._rows))
        if page.after is not None:
            self._read(page.after)
        else:
            self._end()
            sheet_saving.save(self._window, self._file, self.sheet())

    def sheet(self) -> DataSheet:
        """Return what was read so far."""
        columns = tuple(SheetColumn(column.label, column.kind) for column in self._columns)
        about = (self._found.label or self._found.text,) if self._found.label or self._found.text else ()
        return DataSheet(self._title, columns, self._rows, about)

    def _end(self) -> None:
        self._progress.deleteLater()
        self.deleteLater()


def _cell(column: Column[Any], row: Any) -> Value:  # noqa: ANN401 - a row of that column
    if column.value is None:
        return column.text(row)
    value = column.value(row)
    if isinstance(value, datetime):
        return value.astimezone(formatting.store_format().zone).replace(tzinfo=None, microsecond=0)
    return value
