"""A file laid out for an import: which encoding, which columns, which numbers; and what of it has to be asked.

Serves the guide's page "Bring your shop over".
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from functools import partial

from posim_desktop.domain.exchange.column_names import FIGURES
from posim_desktop.domain.exchange.csv_tables import Table, read_table
from posim_desktop.domain.exchange.figures import find_sign
from posim_desktop.domain.exchange.header_rows import below_titles, without_sums
from posim_desktop.domain.exchange.import_cards import RowRefusal
from posim_desktop.domain.exchange.import_columns import (
    Columns,
    FileLayout,
    cell,
    find_columns,
    layout_of,
    likeliest_kind,
    recognized,
    unused,
    with_joined,
)
from posim_desktop.domain.exchange.import_kinds import ImportKind
from posim_desktop.domain.exchange.import_questions import CHOICES, Answers, Ask, ImportAnswer, ImportQuestion
from posim_desktop.domain.quantity import plain
from posim_desktop.services.exchange.workbooks import is_workbook, read_workbook

_SIGNS = {ImportAnswer.POINT: ".", ImportAnswer.COMMA: ","}
_MOST_ROWS_SHOWN = 3


class Existing(StrEnum):
    """What happens to a row whose card is on file already."""

    SKIP = "skip"
    UPDATE = "update"
    REFUSE = "refuse"


class AlikeRows(StrEnum):
    """What happens to a row that looks like a customer on file whose ID is another."""

    LEAVE = "leave"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the person who imports says about a file.

    Attributes:
        separator: What separates cells; None finds it out.
        columns: Which column is which field, by name; two joined by a plus, a blank name for none; the rest are found.
        layout: Whether a row is a card or a line of a sale; None finds it out.
        existing: What happens to rows whose cards are on file.
        alike: What happens to rows that look like a customer on file.
        answers: What was answered to questions; an encoding or a decimal sign may be answered before it is asked.
        proposed: Whether what is proposed holds where nothing was answered.
    """

    separator: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    layout: FileLayout | None = None
    existing: Existing = Existing.SKIP
    alike: AlikeRows = AlikeRows.LEAVE
    answers: Answers = field(default_factory=dict)
    proposed: bool = False


@dataclass(frozen=True, slots=True)
class FileReading:
    """How a file is read.

    Attributes:
        file_name: Its name.
        kind: What its rows are about.
        layout: Whether a row is a card or a line of a sale.
        table: Its header and its rows, without titles and sums.
        columns: Which column is which field.
        unused: The names of the columns that nothing is taken from.
        sign: What stands before the decimals of its numbers.
        questions: What is not certain of all this.
        notes: Rows that add others up and are left out.
        digest: Of its bytes and of what was said about it.
    """

    file_name: str
    kind: ImportKind
    layout: FileLayout
    table: Table
    columns: Columns
    unused: tuple[str, ...]
    sign: str
    questions: tuple[ImportQuestion, ...]
    notes: tuple[RowRefusal, ...]
    digest: str

    def title(self, name: str) -> str:
        """Return what the file calls the column of a field."""
        return self.table.header[self.columns[name]]


def read_file(data: bytes, file_name: str, kind: ImportKind | None, options: ImportOptions) -> FileReading:
    """Read a file as a table of a kind.

    Args:
        data: Its bytes: a text table in any encoding, or a workbook.
        file_name: What it is called.
        kind: What its rows are about; None for what its columns say.
        options: What is known of it.

    Raises:
        RefusedError: It is no table, or no column of it is known for the kind; names the line or the column.
    """
    digest = hashlib.sha256(data)
    digest.update(repr(options).encode())
    answers = options.answers
    if is_workbook(data):
        table = read_workbook(data, _number)
    else:
        table = read_table(data, separator=options.separator, encoding=answers.get(Ask.ENCODING))
    questions = []
    if len(table.encodings) > 1:
        questions.append(_about_encoding(table))
    sought = kind or likeliest_kind(below_titles(table, _recognized).header)
    table = below_titles(table, partial(recognized, sought))
    table, notes = without_sums(table)
    table = with_joined(table, options.columns)
    columns = find_columns(sought, table.header, options.columns)
    layout = options.layout or layout_of(columns, table)
    columns = _of_layout(columns, layout, sought, options)
    sign = "."
    if not is_workbook(data):
        sign, asked = _sign(table, columns, answers)
        questions += asked
    name = file_name[-_LONGEST_NAME:]
    left = unused(table.header, columns)
    return FileReading(name, sought, layout, table, columns, left, sign, tuple(questions), notes, digest.hexdigest())


_LONGEST_NAME = 80


def _recognized(cells: Sequence[str]) -> int:
    return max(recognized(kind, cells) for kind in ImportKind)


def _number(number: Decimal) -> str:
    return plain(number)


def _about_encoding(table: Table) -> ImportQuestion:
    rows = (table.header, *(row.cells for row in table.rows[:_MOST_ROWS_SHOWN]))
    shown = tuple(" | ".join(cells) for cells in rows if not "".join(cells).isascii())
    return ImportQuestion(Ask.ENCODING, table.encodings, table.encoding, is_answered=False, examples=shown)


def _of_layout(columns: Columns, layout: FileLayout, kind: ImportKind, options: ImportOptions) -> Columns:
    """Take a column of quantities for the stock in a list; only sales have invoices, dates and quantities."""
    if layout is FileLayout.SALES:
        return columns
    kept = {name: place for name, place in columns.items() if name not in {"invoice", "date", "quantity"}}
    counted = "quantity" in columns and "on_hand" not in {*kept, *options.columns}
    if kind is ImportKind.ITEMS and counted:
        kept["on_hand"] = columns["quantity"]
    return kept


def _sign(table: Table, columns: Columns, answers: Answers) -> tuple[str, list[ImportQuestion]]:
    """Find the decimal sign; what the file leaves open is asked."""
    named = answers.get(Ask.DECIMAL_SIGN)
    if named in _SIGNS:
        return _SIGNS[ImportAnswer(named)], []
    named_figures = [name for name in columns if name in FIGURES]
    figures = (cell(row, columns, name) for row in table.rows for name in named_figures)
    found = find_sign(dict.fromkeys(figures))
    if found.is_certain:
        return found.sign, []
    words = CHOICES[Ask.DECIMAL_SIGN]
    answer = next(word for word in words if _SIGNS[ImportAnswer(word)] == found.sign)
    question = ImportQuestion(
        Ask.DECIMAL_SIGN,
        tuple(sorted(words, key=lambda word: word != answer)),
        answer,
        is_answered=False,
        examples=found.examples,
    )
    return found.sign, [question]


def with_answers(options: ImportOptions, **answers: str) -> ImportOptions:
    """Add answers, by the names of what was asked with underscores: ``max_stock="min"``."""
    given = {Ask(name.replace("_", "-")): answer for name, answer in answers.items()}
    return replace(options, answers={**options.answers, **given})
