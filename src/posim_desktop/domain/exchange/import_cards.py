"""Cards made from the rows of a list, one row a card; every row that makes none says why.

Serves the guide's page "Import items and customers".
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from typing import Generic, TypeVar

from posim_desktop.domain.cards.barcodes import one_form
from posim_desktop.domain.cards.cards import CustomerFields, ItemFields, clean_customer, clean_item
from posim_desktop.domain.cards.serials import Serials
from posim_desktop.domain.errors import Field, Refusal, RefusedError, refuse
from posim_desktop.domain.exchange.csv_tables import Table, TableRow
from posim_desktop.domain.exchange.import_columns import Columns, cell
from posim_desktop.domain.money import cost_places
from posim_desktop.domain.numbers import parse_decimal, places
from posim_desktop.domain.quantity import NO_UNITS, parse_quantity
from posim_desktop.domain.why import Why

_SPREADSHEET_WHOLE = re.compile(r"\d+\.0+", re.ASCII)
_SPREADSHEET_BROKEN = re.compile(r"\d([.,]\d+)?E\+\d+", re.ASCII | re.IGNORECASE)
_BARCODE_BREAKS = re.compile(r"[\s;,|]+")
_CURRENCY = " \u00a0\u202f$£€¥₩₫₱₹₪"
_ADDRESS_PARTS = ("address", "city", "state", "postcode", "country")
_NOT_STOCKED = frozenset(
    {
        *("no", "n", "false", "0", "nein", "notstocked", "nonstock", "nonstocked", "untracked"),
        *("noninventory", "noninventoryitem", "service", "services", "labor", "labour", "fee", "charge", "virtual"),
    }
)
_SERIALS = frozenset({"yes", "y", "true", "1", "x", "ja", "sale", "serialized", "serialised"})
_LOOKED_UP = ("department", "tax_code", "vendor")


@dataclass(frozen=True, slots=True)
class RowRefusal:
    """A row that makes no card: its line in the file, what stood in the field, and why it cannot be."""

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
        fields: Its fields; departments and the like are still codes, below.
        given: Names of the fields that the file has; on a card that exists only these change.
        department: Code of its department, or ``""``.
        tax_code: Code of its tax code, or ``""``.
        vendor: Code of its preferred vendor, or ``""``.
        on_hand: Its stock, in units; used on new cards only.
    """

    line: int
    fields: ItemFields
    given: frozenset[str]
    department: str = ""
    tax_code: str = ""
    vendor: str = ""
    on_hand: Decimal = NO_UNITS


@dataclass(frozen=True, slots=True)
class ImportedCustomer:
    """A Customer card as a file gives it; see :class:`ItemCard`."""

    line: int
    fields: CustomerFields
    given: frozenset[str]


Card = TypeVar("Card", ImportedItem, ImportedCustomer)


@dataclass(frozen=True, slots=True)
class Drawn(Generic[Card]):
    """What a table came to.

    Attributes:
        cards: The cards, each code once.
        refusals: Every row that gave nothing, in the file's order.
        notes: Rows that disagreed about a card, and which value was kept.
        rows: How many rows were read.
        repeated: How many good rows only repeat a card.
    """

    cards: tuple[Card, ...]
    refusals: tuple[RowRefusal, ...]
    notes: tuple[RowRefusal, ...]
    rows: int
    repeated: int


def draw_items(table: Table, columns: Columns, *, decimal_point: str = ".") -> Drawn[ImportedItem]:
    """Make an Item card of each row of a price list."""
    plain_code = code_reader(table, columns)

    def make(row: TableRow) -> ImportedItem:
        typed = {name: cell(row, columns, name) for name in columns}
        card = ItemFields(
            code=_required_code(plain_code(row), columns),
            description=one_spaced(typed.get("description", "")),
            barcodes=_barcodes(typed.get("barcode", "")),
            vendor_item_number=typed.get("vendor_item_number", ""),
            price=read_price(typed.get("price", ""), decimal_point),
            cost=_read_cost(typed.get("cost", ""), decimal_point),
            max_stock=_stock(typed, "max_stock", decimal_point),
            min_stock=_stock(typed, "min_stock", decimal_point),
            pack_quantity=_pack(typed.get("pack_quantity", ""), decimal_point),
            stocked=_is_stocked(typed.get("stocked", "")),
            serials=_serials(typed.get("serials", "")),
            notes=typed.get("notes", ""),
            unit=typed.get("unit", ""),
            author=typed.get("author", ""),
            publisher=typed.get("publisher", ""),
            format=typed.get("format", ""),
            pack_unit=typed.get("pack_unit", ""),
            smallest_cut=_stock(typed, "smallest_cut", decimal_point),
        )
        codes = {name: typed.get(name, "").upper() for name in _LOOKED_UP}
        on_hand = _stock(typed, "on_hand", decimal_point) if card.stocked else NO_UNITS
        return ImportedItem(row.line, clean_item(card), _given(columns, ItemFields), **codes, on_hand=on_hand)

    drawn = _draw(table, columns, make)
    return replace(drawn, notes=tuple(_not_counted(table, columns)))


def draw_customers(table: Table, columns: Columns) -> Drawn[ImportedCustomer]:
    """Make a Customer card of each row of an address list."""
    plain_code = code_reader(table, columns)

    def make(row: TableRow) -> ImportedCustomer:
        typed = {name: cell(row, columns, name) for name in columns}
        code = _required_code(plain_code(row), columns)
        named = "name" in columns or "company" in columns
        card = CustomerFields(
            code=code,
            name=one_spaced(typed.get("name", "")) if named else customer_name(code),
            company=one_spaced(typed.get("company", "")),
            phone=typed.get("phone", ""),
            phone2=typed.get("phone2", ""),
            email=typed.get("email", ""),
            address="\n".join(filter(None, (typed.get(part, "") for part in _ADDRESS_PARTS))),
            notes=typed.get("notes", ""),
        )
        return ImportedCustomer(row.line, clean_customer(card), _given(columns, CustomerFields))

    return _draw(table, columns, make)


def customer_name(code: str) -> str:
    """Name a customer of whom only an id is known."""
    return f"Customer {code}"


def code_reader(table: Table, columns: Columns) -> Callable[[TableRow], str]:
    """Return what reads the code of a row, undoing a spreadsheet's ``17850.0`` where the whole column has it."""
    pointed = [code for row in table.rows if "." in (code := cell(row, columns, "code"))]
    whole = bool(pointed) and all(_SPREADSHEET_WHOLE.fullmatch(code) for code in pointed)

    def read(row: TableRow) -> str:
        code = cell(row, columns, "code")
        if _SPREADSHEET_BROKEN.fullmatch(code):
            raise refuse(Why.ROUNDED_BY_SPREADSHEET, Field("code"))
        return code.partition(".")[0] if whole else code

    return read


def read_price(typed: str, decimal_point: str) -> Decimal:
    """Read a price with or without a currency sign; blank is nothing.

    Raises:
        RefusedError: It is no number; its range is the card's business.
    """
    bare = typed.strip(_CURRENCY)
    return parse_decimal(bare, field="price", decimal_point=decimal_point) if bare else NO_UNITS


def one_spaced(words: str) -> str:
    """Collapse runs of blanks and line breaks into one blank."""
    return " ".join(words.split())


def require_width(row: TableRow, table: Table) -> None:
    """Refuse a row with more cells than the header: a cell was split, and all after it is in the wrong column."""
    if any(row.cells[len(table.header) :]):
        raise refuse(Why.ROW_WIDER_THAN_HEADER, cells=len(row.cells), header=len(table.header))


def refusal_of(row: TableRow, columns: Columns, error: RefusedError) -> RowRefusal:
    """Say at which line a row was refused, and what stood in the field."""
    value = cell(row, columns, _column_of(field_of(error.refusal)))
    return RowRefusal(row.line, value, error.refusal)


def count_reasons(refusals: Iterable[RowRefusal]) -> list[tuple[Refusal, int]]:
    """Count refused rows by field and reason, the most frequent first."""
    return Counter(row.refusal for row in refusals).most_common()


def _draw(table: Table, columns: Columns, make: Callable[[TableRow], Card]) -> Drawn[Card]:
    cards: dict[str, Card] = {}
    barcodes: dict[str, int] = {}
    refusals: list[RowRefusal] = []
    repeated = 0
    for row in table.rows:
        try:
            require_width(row, table)
            card = make(row)
            first = cards.get(card.fields.code) if card.fields.code else None
            if first is None:
                _require_own_barcodes(card, barcodes)
        except RefusedError as error:
            refusals.append(refusal_of(row, columns, error))
            continue
        if first is None:
            # Cards without a code get one each; the line number keeps them apart here.
            cards[card.fields.code or f"\n{row.line}"] = card
        elif replace(card, line=first.line) == first:
            repeated += 1
        else:
            refusal = Refusal(Why.ID_REPEATED_IN_FILE, Field("code"))
            refusals.append(RowRefusal(row.line, card.fields.code, refusal))
    return Drawn(tuple(cards.values()), tuple(refusals), (), len(table.rows), repeated)


def _require_own_barcodes(card: ImportedItem | ImportedCustomer, seen: dict[str, int]) -> None:
    if isinstance(card, ImportedCustomer):
        return
    forms = [one_form(barcode) for barcode in card.fields.barcodes]
    for form in forms:
        if form in seen:
            raise refuse(Why.BARCODE_REPEATED_IN_FILE, Field("barcodes"))
    seen.update(dict.fromkeys(forms, card.line))


def _given(columns: Columns, card: type[ItemFields] | type[CustomerFields]) -> frozenset[str]:
    known = {field.name for field in fields(card)} | set(_LOOKED_UP)
    given = {_field_of(name) for name in columns} & known
    return frozenset(given | {"address"} if set(_ADDRESS_PARTS) & set(columns) else given)


def _field_of(column: str) -> str:
    return "barcodes" if column == "barcode" else column


def _column_of(field: str) -> str:
    return {"barcodes": "barcode", "opening": "on_hand"}.get(field, field)


def _required_code(code: str, columns: Columns) -> str:
    if "code" in columns and not code:
        raise refuse(Why.ROW_WITHOUT_ID, Field("code"))
    return code


def _barcodes(typed: str) -> tuple[str, ...]:
    if _SPREADSHEET_BROKEN.fullmatch(typed):
        raise refuse(Why.ROUNDED_BY_SPREADSHEET, Field("barcodes"))
    return tuple(filter(None, _BARCODE_BREAKS.split(typed)))


def _read_cost(typed: str, decimal_point: str) -> Decimal:
    bare = typed.strip(_CURRENCY)
    cost = parse_decimal(bare, field="cost", decimal_point=decimal_point) if bare else NO_UNITS
    if places(cost) > cost_places():
        raise refuse(Why.COST_TOO_FINE, Field("cost"), places=cost_places())
    return cost


def _is_stocked(typed: str) -> bool:
    """Read whether goods are stocked; only a no, or the name of a service, means that they are not."""
    return "".join(filter(str.isalnum, typed.casefold())) not in _NOT_STOCKED


def _serials(typed: str) -> Serials:
    """Read when goods are asked for their serial numbers; only a yes or a moment means that they are."""
    plain = "".join(filter(str.isalnum, typed.casefold()))
    return Serials.RECEIVING if "receiving" in plain else Serials.SALE if plain in _SERIALS else Serials.NONE


def _not_counted(table: Table, columns: Columns) -> Iterator[RowRefusal]:
    """Say of each row of goods that are not stocked that its stock figure is left out."""
    for row in table.rows:
        written = cell(row, columns, "on_hand")
        if written.strip(" 0.,") and not _is_stocked(cell(row, columns, "stocked")):
            yield RowRefusal(row.line, written, Refusal(Why.NOT_STOCKED_NO_STOCK, Field("on_hand")))


def _stock(typed: dict[str, str], field: str, decimal_point: str) -> Decimal:
    written = typed.get(field, "")
    return parse_quantity(written, field=field, decimal_point=decimal_point, zero=True) if written else NO_UNITS


def _pack(typed: str, decimal_point: str) -> Decimal:
    if not typed:
        return ItemFields().pack_quantity
    return parse_quantity(typed, field="pack_quantity", decimal_point=decimal_point)


def in_file_order(refusals: Sequence[RowRefusal]) -> Iterator[RowRefusal]:
    """Sort refusals by line."""
    return iter(sorted(refusals, key=lambda refusal: refusal.line))
