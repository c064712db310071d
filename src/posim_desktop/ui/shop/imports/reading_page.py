"""How a file is read: what it is about, its encoding, its signs, its columns, and its first rows as cards.

Serves the guide's page "Bring your shop over".
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QTableView, QVBoxLayout, QWidget

from posim_desktop.domain.exchange.decoding import ENCODINGS
from posim_desktop.domain.exchange.import_columns import FileLayout
from posim_desktop.domain.exchange.import_kinds import ImportKind
from posim_desktop.domain.exchange.import_questions import Ask, ImportAnswer
from posim_desktop.services.exchange.import_files import FileReading, ImportOptions
from posim_desktop.services.exchange.import_preview import PreviewRow, shown_fields
from posim_desktop.ui.shop.imports import words
from posim_desktop.ui.shop.imports.columns_box import ColumnsBox
from posim_desktop.ui.shop.imports.preview_table import PreviewRows
from posim_desktop.ui.style import ROW_HEIGHT, SPACE, mark, prepare_table
from posim_desktop.ui.widgets.chips import Banner
from posim_desktop.ui.widgets.drop_down import DropDown

_JOIN = "+"
_LEAST_ROWS = 4
_IN_A_ROW = 3
_OF_SALES = frozenset({ImportKind.ITEMS, ImportKind.CUSTOMERS})


class ReadingPage(QWidget):
    """All that was found out about a file, each of it changeable.

    Signals:
        changed: Something is to be read otherwise; :meth:`options` says how.
        changed_anew: So it is, and the columns have to be found again.
    """

    changed = Signal()
    changed_anew = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_text = True
        self._open: dict[Ask, tuple[str, ...]] = {}
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(3 * SPACE)
        self.banner = Banner()
        self.banner.setObjectName("reading_banner")
        rows.addWidget(self.banner)
        rows.addLayout(self._build_boxes())
        self.columns_box = ColumnsBox()
        rows.addWidget(self.columns_box, 1)
        self.preview_rows = PreviewRows(self)
        self.preview_table = QTableView()
        self.preview_table.setObjectName("preview_table")
        self.preview_table.setAccessibleName(self.tr("First Rows as Cards"))
        self.preview_table.setModel(self.preview_rows)
        prepare_table(self.preview_table)
        self.preview_table.horizontalHeader().setStretchLastSection(False)
        self.preview_table.setMinimumHeight(_LEAST_ROWS * ROW_HEIGHT)
        caption = QLabel(self.preview_table.accessibleName())
        mark(caption, role="section")
        rows.addWidget(caption)
        rows.addWidget(self.preview_table, 1)
        self.columns_box.changed.connect(self.changed)
        for box in (self.kind_box, self.encoding_box, self.separator_box):
            box.activated.connect(lambda _index: self.changed_anew.emit())
        for box in (self.sign_box, self.layout_box):
            box.activated.connect(lambda _index: self.changed.emit())

    def _build_boxes(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * SPACE)
        grid.setVerticalSpacing(SPACE)
        self.kind_box, self.encoding_box, self.separator_box = DropDown(), DropDown(), DropDown()
        self.sign_box, self.layout_box = DropDown(), DropDown()
        self._captions: dict[DropDown, QLabel] = {}
        named = (
            (self.kind_box, "kind_box", self.tr("The File Holds")),
            (self.layout_box, "layout_box", self.tr("One Row Is")),
            (self.sign_box, "sign_box", self.tr("Decimal Sign")),
            (self.encoding_box, "encoding_box", self.tr("Encoding")),
            (self.separator_box, "separator_box", self.tr("Between Cells")),
        )
        for place, (box, name, label) in enumerate(named):
            box.setObjectName(name)
            box.setAccessibleName(label)
            caption = QLabel(label)
            caption.setBuddy(box)
            mark(caption, role="label")
            self._captions[box] = caption
            row, column = divmod(place, _IN_A_ROW)
            grid.addWidget(caption, 2 * row, column)
            grid.addWidget(box, 2 * row + 1, column)
            grid.setColumnStretch(column, 1)
        for kind, word in words.kinds().items():
            self.kind_box.addItem(word, userData=kind)
        for layout, word in words.layouts().items():
            self.layout_box.addItem(word, userData=layout)
        for sign, word in words.signs().items():
            self.sign_box.addItem(word, userData=sign)
        for separator, word in words.separators().items():
            self.separator_box.addItem(word, userData=separator)
        return grid

    # ---- showing ----

    def show_reading(self, reading: FileReading, options: ImportOptions, rows: Sequence[PreviewRow]) -> None:
        """Show how a file is read."""
        table = reading.table
        self._is_text = bool(table.encoding)
        self._open = {question.ask: question.examples for question in reading.questions}
        _choose(self.kind_box, reading.kind)
        _choose(self.layout_box, reading.layout)
        _choose(self.sign_box, ImportAnswer.POINT if reading.sign == "." else ImportAnswer.COMMA)
        self.encoding_box.clear()
        for encoding in dict.fromkeys((*table.encodings, table.encoding, *ENCODINGS)):
            self.encoding_box.addItem(encoding, userData=encoding)
        _choose(self.encoding_box, table.encoding)
        if self.separator_box.findData(table.separator) < 0:
            self.separator_box.addItem(table.separator, userData=table.separator)
        _choose(self.separator_box, table.separator)
        for box in (self.encoding_box, self.separator_box, self.sign_box):
            self._show_box(box, shown=self._is_text)
        self._show_box(self.layout_box, shown=reading.kind in _OF_SALES)
        titles = titles_of(reading, options)
        self.columns_box.show_columns(reading.kind, titles, table.rows, _taken(reading, options))
        self.preview_rows.show_rows(shown_fields(reading), rows)
        self.preview_table.resizeColumnsToContents()
        self._show_doubt()

    def show_unknown(self, kind: ImportKind, titles: Sequence[str], options: ImportOptions) -> None:
        """Show the columns of a file none of which is known for a kind, so that the person says what they are."""
        _choose(self.kind_box, kind)
        for box in (self.encoding_box, self.separator_box, self.sign_box, self.layout_box):
            self._show_box(box, shown=False)
        self.columns_box.show_columns(kind, titles, (), _said(titles, options))
        self.preview_rows.show_rows((), ())
        told = self.tr("Too few columns are known for this. Choose what the file holds, or say below what they are.")
        self.banner.show_message("attention", told)

    def _show_doubt(self) -> None:
        """Name what was not certain: the person sees in the rows below whether it is right."""
        doubts = {
            Ask.ENCODING: self.tr("The encoding is not certain: look whether these are spelled right: {examples}"),
            Ask.DECIMAL_SIGN: self.tr("The decimal sign is not certain; it could be either in: {examples}"),
        }
        told = [doubts[ask].format(examples="; ".join(found)) for ask, found in self._open.items()]
        if told:
            self.banner.show_message("attention", "\n".join(told))
        else:
            self.banner.clear_message()

    def _show_box(self, box: DropDown, *, shown: bool) -> None:
        box.setVisible(shown)
        self._captions[box].setVisible(shown)

    # ---- what was chosen ----

    @property
    def kind(self) -> ImportKind:
        """What the file is about."""
        return ImportKind(self.kind_box.currentData())

    def options(self, before: ImportOptions, *, is_anew: bool) -> ImportOptions:
        """Return how the file is to be read.

        Args:
            before: How it was read.
            is_anew: Whether its columns are found again: it is read as something else, or its cells are others.
        """
        answers = dict(before.answers)
        layout = before.layout
        if self._is_text and not self.sign_box.isHidden():
            answers[Ask.ENCODING] = str(self.encoding_box.currentData())
            if not is_anew:
                answers[Ask.DECIMAL_SIGN] = str(self.sign_box.currentData())
        if not self.layout_box.isHidden() and not is_anew:
            layout = FileLayout(self.layout_box.currentData())
        return replace(
            before,
            columns={} if is_anew else self.columns_box.chosen(),
            answers=answers,
            layout=None if is_anew else layout,
            separator=str(self.separator_box.currentData()) if not self.separator_box.isHidden() else before.separator,
        )


def titles_of(reading: FileReading, options: ImportOptions) -> tuple[str, ...]:
    """Return the names of the columns as the file has them, without those that are joined of others."""
    header = list(reading.table.header)
    wanted = set(options.columns.values())
    while header and _JOIN in header[-1] and header[-1] in wanted and set(header[-1].split(_JOIN)) <= set(header):
        header.pop()
    return tuple(header)


def _taken(reading: FileReading, options: ImportOptions) -> Mapping[str, str]:
    """Return the field of each column that is used; columns that are joined are of the same field."""
    titles = titles_of(reading, options)
    taken: dict[str, str] = {}
    for field, place in reading.columns.items():
        title = reading.table.header[place]
        for part in [title] if title in titles else title.split(_JOIN):
            taken.setdefault(part, field)
    return taken


def _said(titles: Sequence[str], options: ImportOptions) -> Mapping[str, str]:
    """Return the field of each column that the person took for one."""
    names = ((field, [name] if name in titles else name.split(_JOIN)) for field, name in options.columns.items())
    return {part: field for field, parts in names for part in parts if part}


def _choose(box: DropDown, value: StrEnum | str) -> None:
    box.setCurrentIndex(max(0, box.findData(value)))
