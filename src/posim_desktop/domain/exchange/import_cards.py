"""Cards made from the rows of a list, one row a card; every row that makes none says why.

Serves the guide's page "Bring your shop over".
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from typing import Any, Generic, TypeVar

from posim_desktop.domain.cards.cards import (
    CustomerFields,
    DepartmentFields,
    ItemFields,
    TaxCodeFields,
    VendorFields,
)
from posim_desktop.domain.errors import Field, Refusal, RefusedError, refuse
from posim_desktop.domain.exchange.csv_tables import Table, TableRow
from posim_desktop.domain.exchange.figures import read_figure
from posim_desktop.domain.exchange.import_columns import Columns, cell
from posim_desktop.domain.exchange.import_questions import Asking, ImportQuestion
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.why import Why

_SPREADSHEET_WHOLE = re.compile(r"\d+\.0+", re.ASCII)
_SPREADSHEET_BROKEN = re.compile(r"\d([.,]\d+)?E\+\d+", re.ASCII | re.IGNORECASE)
_EVERY_ROWS = 1000


@dataclass(frozen=True, slots=True)
class RowRefusal:
    """A row that makes no card, or something to know of one that does.

    Attributes:
        line: Its line in the file.
        value: What stood in the field.
        refusal: Why it cannot be, or what is known.
    """

    line: int
    value: str
    refusal: Refusal

    @property
    def field(self) -> str:
        """Name of the field, ``""`` when it is about the whole row."""
        return field_of(self.refusal)


def field_of(refusal: Refusal) -> str:
    """Return the name of the field that a refusal is about, or ``""``."""
    return refusal.where.name if isinstance(refusal.where, Field) else ""


@dataclass(frozen=True, slots=True)
class ImportedItem:
    """An Item card as a file gives it.

    Attributes:
        line: The line it comes from, the first of them when there are several.
        fields: Its fields, clean; departments and the like are still what the file calls them, below.
        given: Names of the fields that the row has; on a card that exists only these change.
        department: What the file calls its department, or ``""``.
        tax_code: Its tax code, or that it is taxed, not taxed or at which rate; or ``""``.
        vendor: Its preferred vendor, or ``""``.
        on_hand: Its stock, in units; used on new cards only.
        fills_up: Whether the file says no most of the stock, and the one above was answered for all.
    """

    line: int
    fields: ItemFields
    given: frozenset[str]
    department: str = ""
    tax_code: str = ""
    vendor: str = ""
    on_hand: Decimal = NO_UNITS
    fills_up: bool = False


@dataclass(frozen=True, slots=True)
class ImportedCustomer:
    """A Customer card as a file gives it; see :class:`ImportedItem`."""

    line: int
    fields: CustomerFields
    given: frozenset[str]


@dataclass(frozen=True, slots=True)
class ImportedVendor:
    """A Vendor card as a file gives it; see :class:`ImportedItem`."""

    line: int
    fields: VendorFields
    given: frozenset[str]


@dataclass(frozen=True, slots=True)
class ImportedDepartment:
    """A Department card as a file gives it; see :class:`ImportedItem`."""

    line: int
    fields: DepartmentFields
    given: frozenset[str]


@dataclass(frozen=True, slots=True)
class ImportedTaxCode:
    """A Tax Code card as a file gives it; see :class:`ImportedItem`."""

    line: int
    fields: TaxCodeFields
    given: frozenset[str]


@dataclass(frozen=True, slots=True)
class ImportedFigures:
    """What a file says of an item on file: how much there is, or what it costs; ``code`` is its id or a barcode."""

    line: int
    code: str
    on_hand: Decimal | None = None
    price: Decimal | None = None
    cost: Decimal | None = None


Imported = ImportedItem | ImportedCustomer | ImportedVendor | ImportedDepartment | ImportedTaxCode | ImportedFigures
Card = TypeVar("Card", bound=Imported)
Fields = TypeVar("Fields", ItemFields, CustomerFields, VendorFields, DepartmentFields, TaxCodeFields)
Watch = Callable[[int], None]
"""Told how many rows were read so far; may end the reading by an error of its own."""


@dataclass(frozen=True, slots=True)
class Drawn(Generic[Card]):
    """What a table came to.

    Attributes:
        cards: The cards, each code once.
        refusals: Every row that gave nothing, in the file's order.
        notes: What was set aside, mended or rounded, and which value was kept where rows disagreed.
        rows: How many rows were read.
        repeated: How many good rows only repeat a card.
        questions: What the rows leave open.
    """

    cards: tuple[Card, ...]
    refusals: tuple[RowRefusal, ...]
    notes: tuple[RowRefusal, ...]
    rows: int
    repeated: int
    questions: tuple[ImportQuestion, ...] = ()


class TableReading:
    """A table while cards are made of its rows: which row it is, and what has to be known and asked of it."""

    def __init__(self, table: Table, columns: Columns, asking: Asking | None = None, sign: str = ".") -> None:
        """Begin to read.

        Args:
            table: What is read.
            columns: Which column is which field.
            asking: Gives the answers, and collects the questions.
            sign: What stands before the decimals of its numbers.
        """
        self.table = table
        self.columns = columns
        self.asking = asking or Asking()
        self.sign = sign
        self.notes: list[RowRefusal] = []
        self.aside: dict[str, str] = {}
        self._row = TableRow(0, ())
        self._whole = _all_whole(table, columns)

    def begin(self, row: TableRow) -> None:
        """Go on to a row.

        Raises:
            RefusedError: It has more cells than the header.
        """
        self._row = row
        self.aside = {}
        require_width(row, self.table)

    def has(self, field: str) -> bool:
        """Return whether a column is taken for a field."""
        return field in self.columns

    def text(self, field: str) -> str:
        """Return what stands in a field."""
        place = self.columns.get(field)
        if place is None:
            return ""
        cells = self._row.cells
        written = cells[place] if place < len(cells) else ""
        return written[1:] if written[:1] == "'" and written[1:2] in _NEUTRALIZED else written

    def code(self) -> str:
        """Return the id of a row, without the ``.0`` that a spreadsheet put behind all ids of the column.

        Raises:
            RefusedError: A spreadsheet rounded it.
        """
        code = self.text("code")
        if _SPREADSHEET_BROKEN.fullmatch(code):
            raise refuse(Why.ROUNDED_BY_SPREADSHEET, Field("code"))
        return code.partition(".")[0] if self._whole else code

    def figure(self, field: str) -> Decimal | None:
        """Read a number; None where the cell is blank, or holds something else, which is then noted."""
        typed = self.text(field)
        if not typed:
            return None
        try:
            return read_figure(typed, self.sign, field)
        except RefusedError as error:
            self.set_aside(field, error.refusal)
            return None

    def note(self, value: str, known: Refusal) -> None:
        """Let something be known of this row."""
        self.notes.append(RowRefusal(self._row.line, value, known))

    def set_aside(self, field: str, refusal: Refusal) -> None:
        """Leave a cell out that its card cannot keep, and say so; the card comes in without it."""
        value = self.text(column_of(field))
        self.aside[field] = value
        self.notes.append(RowRefusal(self._row.line, value, refusal.at(Field(field))))

    def title(self, field: str) -> str:
        """Return what the file calls the column of a field."""
        place = self.columns.get(column_of(field))
        return self.table.header[place] if place is not None else field

    def given(self, names: Iterable[str]) -> frozenset[str]:
        """Tell which of some fields the row has: neither blank nor set aside."""
        return frozenset([name for name in names if name not in self.aside and self.text(column_of(name))])


_NEUTRALIZED = ("=", "+", "-", "@")
"""Before these the program itself puts an apostrophe in files for spreadsheets; people do so, too."""


def clean_setting_aside(
    reading: TableReading, card: Fields, clean: Callable[[Fields], Fields], kept: frozenset[str]
) -> Fields:
    """Clean a card; a field that it cannot keep gets what is usual, and the cell is noted.

    Raises:
        RefusedError: A field of ``kept`` is not right: without it there is no card.
    """
    usual = {field.name: field.default for field in fields(card)}
    for _ in usual:
        try:
            return clean(card)
        except RefusedError as error:
            name = field_of(error.refusal)
            if name in kept or name not in usual:
                raise
            reading.set_aside(name, error.refusal)
            changed: dict[str, Any] = {name: usual[name]}
            card = replace(card, **changed)
    return clean(card)


def draw(
    reading: TableReading,
    make: Callable[[TableRow], Card],
    key: Callable[[Card], str],
    watch: Watch | None = None,
) -> Drawn[Card]:
    """Make a card of each row; the first row of a code counts, one that says the same again is no second card.

    Args:
        reading: The table.
        make: Makes a card of a row that the reading has begun, or refuses it.
        key: What cards are told apart by; those without one are one each.
        watch: Is told how far the reading is.
    """
    cards: dict[str, Card] = {}
    refusals: list[RowRefusal] = []
    repeated = 0
    for count, row in enumerate(reading.table.rows):
        if watch is not None and not count % _EVERY_ROWS:
            watch(count)
        noted = len(reading.notes)
        try:
            reading.begin(row)
            card = make(row)
        except RefusedError as error:
            refusals.append(refusal_of(row, reading.columns, error))
            continue
        # Cards without a code get one each; the line number keeps them apart here.
        first = cards.setdefault(key(card) or f"\n{row.line}", card)
        if first is card:
            continue
        del reading.notes[noted:]
        if replace(card, line=first.line) == first:
            repeated += 1
        else:
            refusals.append(_second(reading, row, first.line))
    notes = tuple(in_file_order(reading.notes))
    return Drawn(
        tuple(cards.values()), tuple(refusals), notes, len(reading.table.rows), repeated, reading.asking.questions()
    )


def _second(reading: TableReading, row: TableRow, first_line: int) -> RowRefusal:
    """Say why the second row of an id is left out: other content, or the same id in another spelling."""
    written = cell(row, reading.columns, "code")
    first = next((cell(each, reading.columns, "code") for each in reading.table.rows if each.line == first_line), "")
    if written != first:
        where = Field("code")
        return RowRefusal(row.line, written, Refusal(Why.ID_SPELLED_TWICE, where, line=first_line, spelling=first))
    return RowRefusal(row.line, written, Refusal(Why.ID_REPEATED_IN_FILE, Field("code")))


def customer_name(code: str) -> str:
    """Name a customer of whom only an id is known."""
    return f"Customer {code}"


def code_reader(table: Table, columns: Columns) -> Callable[[TableRow], str]:
    """Return what reads the code of a row, undoing a spreadsheet's ``17850.0`` where the whole column has it."""
    reading = TableReading(table, columns)

    def read(row: TableRow) -> str:
        reading.begin(row)
        return reading.code()

    return read


def one_spaced(words: str) -> str:
    """Collapse runs of blanks and line breaks into one blank."""
    return " ".join(words.split())


def require_width(row: TableRow, table: Table) -> None:
    """Refuse a row with more cells than the header: a cell was split, and all after it is in the wrong column."""
    if len(row.cells) > len(table.header) and any(row.cells[len(table.header) :]):
        raise refuse(Why.ROW_WIDER_THAN_HEADER, cells=len(row.cells), header=len(table.header))


def refusal_of(row: TableRow, columns: Columns, error: RefusedError) -> RowRefusal:
    """Say at which line a row was refused, and what stood in the field."""
    value = cell(row, columns, column_of(field_of(error.refusal)))
    return RowRefusal(row.line, value, error.refusal)


def count_reasons(refusals: Iterable[RowRefusal]) -> list[tuple[Refusal, int]]:
    """Count refused rows by field and reason, the most frequent first."""
    return Counter(row.refusal for row in refusals).most_common()


def in_file_order(refusals: Sequence[RowRefusal]) -> Iterator[RowRefusal]:
    """Sort refusals by line."""
    return iter(sorted(refusals, key=lambda refusal: refusal.line))


def spaces_cut_off(table: Table, columns: Columns) -> Iterator[RowRefusal]:
    """Tell of each id that stood between blanks, which were cut off."""
    place = columns.get("code")
    lines = set(table.trimmed.get(place, ())) if place is not None else set[int]()
    for row in table.rows if lines else ():
        if row.line in lines:
            yield RowRefusal(row.line, cell(row, columns, "code"), Refusal(Why.SPACES_CUT_OFF, Field("code")))


def column_of(field: str) -> str:
    """Return the name of the column that a field of a card comes from."""
    return _COLUMNS.get(field, field)


_COLUMNS: Mapping[str, str] = {"barcodes": "barcode", "opening": "on_hand"}


def _all_whole(table: Table, columns: Columns) -> bool:
    if "code" not in columns:
        return False
    pointed = [code for row in table.rows if "." in (code := cell(row, columns, "code"))]
    return bool(pointed) and all(_SPREADSHEET_WHOLE.fullmatch(code) for code in pointed)
