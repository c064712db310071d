"""Which column of a foreign table is which field of a card. Serves the guide's page "Bring your shop over"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import lru_cache

from posim_desktop.domain.errors import Field, RefusedError, refuse
from posim_desktop.domain.exchange.column_names import NAMES
from posim_desktop.domain.exchange.csv_tables import Table, TableRow
from posim_desktop.domain.exchange.import_kinds import ImportKind
from posim_desktop.domain.why import Why

Columns = Mapping[str, int]
"""The place of each field's column, from 0."""


class FileLayout(StrEnum):
    """What one row of a table is."""

    LIST = "list"
    SALES = "sales"


_JOIN = "+"
_NEEDED: Mapping[ImportKind, tuple[tuple[str, ...], ...]] = {
    ImportKind.ITEMS: (("description",),),
    ImportKind.CUSTOMERS: (("name", "company", "code", "first_name", "last_name"),),
    ImportKind.VENDORS: (("name", "company"),),
    ImportKind.DEPARTMENTS: (("code", "name"),),
    ImportKind.TAX_CODES: (("code", "name"), ("rate",)),
    ImportKind.STOCK: (("code", "barcode"), ("on_hand",)),
    ImportKind.PRICES: (("code", "barcode"), ("price", "cost")),
}
"""Of each group at least one field must have a column."""
_ENOUGH_ROWS = 20


def fields_of(kind: ImportKind) -> tuple[str, ...]:
    """List the fields that a column can be mapped to."""
    return tuple(NAMES[kind])


def find_columns(kind: ImportKind, header: Sequence[str], wanted: Mapping[str, str]) -> Columns:
    """Find each field's column: as told, else by the names that other programs use.

    Args:
        kind: What is imported.
        header: The table's column names, see :func:`with_joined`.
        wanted: Column name by field, from ``--map``; a blank name leaves the field out.

    Raises:
        RefusedError: An unknown field, a column that is missing or there twice, or no column at all for a card.
    """
    known = NAMES[kind]
    unknown = [field for field in wanted if field not in known]
    if unknown:
        raise refuse(Why.NO_SUCH_FIELD, Field("map"), field=unknown[0], cards=kind, known=tuple(known))
    found = {field: _column(header, name) for field, name in wanted.items() if name}
    for field, names in known.items():
        if field in wanted:
            continue
        free = [place for place in range(len(header)) if place not in found.values()]
        guess = next((place for name in names.split() for place in free if _is_called(header[place], name)), None)
        if guess is not None:
            found[field] = guess
    _require_enough(kind, found, header)
    return found


def recognized(kind: ImportKind, header: Sequence[str]) -> int:
    """Count the columns whose names are known for a kind."""
    names = [name for known in NAMES[kind].values() for name in known.split()]
    return sum(any(_is_called(title, name) for name in names) for title in header)


def likeliest_kind(header: Sequence[str]) -> ImportKind:
    """Say what a table is likely about, by the names of its columns."""
    titles = {_folded(title) for title in header}
    found = {kind: _found(kind, header) for kind in ImportKind}
    items = found[ImportKind.ITEMS]
    if "rate" in found[ImportKind.TAX_CODES] and "price" not in items:
        return ImportKind.TAX_CODES
    people = {"phone", "email", "first_name", "last_name", "address", "city", "postcode"}
    if people & found[ImportKind.CUSTOMERS].keys() and "price" not in items:
        of_vendor = any(title.startswith(("vendor", "supplier")) for title in titles)
        return ImportKind.VENDORS if of_vendor else ImportKind.CUSTOMERS
    if "description" not in items:
        if "price" in items or "cost" in items:
            return ImportKind.PRICES
        return ImportKind.STOCK if "on_hand" in found[ImportKind.STOCK] else ImportKind.ITEMS
    if any(title.startswith(("department", "categor")) for title in titles) and len(items) <= 2:  # noqa: PLR2004
        return ImportKind.DEPARTMENTS
    return ImportKind.ITEMS


def layout_of(columns: Columns, table: Table | None = None) -> FileLayout:
    """Tell a list of cards from a list of sales, which has quantities and an invoice or a date to each row.

    A list of stock with the date of each count is no list of sales: there each item has one row.
    """
    if "quantity" not in columns:
        return FileLayout.LIST
    if "invoice" in columns:
        return FileLayout.SALES
    if "date" not in columns or (table is not None and _has_a_row_each(table, columns)):
        return FileLayout.LIST
    return FileLayout.SALES


def unused(header: Sequence[str], columns: Columns) -> tuple[str, ...]:
    """Name the columns that no field is taken from."""
    used = set(columns.values())
    return tuple(title for place, title in enumerate(header) if place not in used and title)


def with_joined(table: Table, wanted: Mapping[str, str]) -> Table:
    """Add a column for each that is to be joined of others: ``First Name + Last Name``, with a space between.

    Raises:
        RefusedError: One of them is not there, or there twice.
    """
    joined = [name for name in wanted.values() if _JOIN in name and name not in table.header]
    if not joined:
        return table
    places = [[_column(table.header, part.strip()) for part in name.split(_JOIN)] for name in joined]
    width = len(table.header)

    def longer(cells: tuple[str, ...]) -> tuple[str, ...]:
        padded = cells + ("",) * (width - len(cells))
        more = (" ".join(filter(None, (padded[place] for place in of))) for of in places)
        return (*padded, *more)

    rows = tuple(TableRow(row.line, longer(row.cells)) for row in table.rows)
    return replace(table, header=(*table.header, *joined), rows=rows)


def cell(row: TableRow, columns: Columns, field: str) -> str:
    """Return a field's cell; ``""`` when the table has no such column or the row ends before it."""
    place = columns.get(field)
    return row.cells[place] if place is not None and place < len(row.cells) else ""


def parse_mapping(written: str) -> dict[str, str]:
    """Read ``code=StockCode,description=Description``.

    Raises:
        RefusedError: A part without ``=``, or a field named twice.
    """
    mapping: dict[str, str] = {}
    for part in filter(str.strip, written.split(",")):
        field, equals, name = (piece.strip() for piece in part.partition("="))
        if not equals or not field:
            raise refuse(Why.NOT_A_MAPPING, Field("map"), part=part.strip())
        if field in mapping:
            raise refuse(Why.FIELD_MAPPED_TWICE, Field("map"), field=field)
        mapping[field] = name
    return mapping


def _column(header: Sequence[str], name: str) -> int:
    places = [place for place, title in enumerate(header) if title == name]
    places = places or [place for place, title in enumerate(header) if _folded(title) == _folded(name) != ""]
    if not places:
        raise refuse(Why.NO_SUCH_COLUMN, Field("map"), name=name, header=tuple(header))
    if len(places) > 1:
        raise refuse(Why.COLUMN_NOT_UNIQUE, Field("map"), count=len(places), name=name)
    return places[0]


def _found(kind: ImportKind, header: Sequence[str]) -> Columns:
    try:
        return find_columns(kind, header, {})
    except RefusedError:
        return {}


def _has_a_row_each(table: Table, columns: Columns) -> bool:
    codes = [cell(row, columns, "code") for row in table.rows[: _ENOUGH_ROWS * _ENOUGH_ROWS]]
    return len(set(codes)) == len(codes)


def _require_enough(kind: ImportKind, found: Columns, header: Sequence[str]) -> None:
    for needed in _NEEDED[kind]:
        if not any(field in found for field in needed):
            raise refuse(Why.NO_COLUMN_RECOGNIZED, Field("map"), needed=needed, header=tuple(header), first=needed[0])


def _is_called(title: str, name: str) -> bool:
    folded = _folded(title)
    return folded.startswith(name[:-1]) if name.endswith("*") else folded == name


@lru_cache(maxsize=4096)
def _folded(name: str) -> str:
    """Write a title in small letters and digits; a question mark stays, for it asks for a yes or a no."""
    letters = "".join(character for character in name.casefold() if character.isalnum())
    return f"{letters}?" if name.rstrip().endswith("?") else letters
