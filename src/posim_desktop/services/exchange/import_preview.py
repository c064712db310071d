"""The first rows of a file as the cards that they become, with what is changed or lost of each cell.

Serves the guide's page "Bring your shop over".
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from enum import StrEnum

import sqlalchemy as sa

from posim_desktop.domain.cards.cards import CustomerFields, DepartmentFields, ItemFields, TaxCodeFields, VendorFields
from posim_desktop.domain.errors import Refusal, RefusedError
from posim_desktop.domain.exchange.figures import read_figure
from posim_desktop.domain.exchange.import_cards import RowRefusal
from posim_desktop.domain.exchange.import_columns import cell, fields_of
from posim_desktop.services.cards.items import NewItem
from posim_desktop.services.exchange.import_files import FileReading, ImportOptions
from posim_desktop.services.exchange.imports import ImportPlan, plan_import

_Card = ItemFields | CustomerFields | VendorFields | DepartmentFields | TaxCodeFields
_MOST_ROWS = 20
_ON_CARD = {"barcode": "barcodes"}
"""What the card calls a field that files call otherwise."""
_GATHERING = frozenset({"notes", "address", "name", "contact", "description"})
"""Fields that take in what other columns say, too."""


class RowOutcome(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGES = "changes"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class PreviewCell:
    """A cell of the file and what becomes of it.

    Attributes:
        written: What stands in the file.
        becomes: What the card will hold; the cell itself where the card keeps it in another form, or there is no card.
        is_changed: Whether that is something else than the file says.
        note: Why, where that is known.
    """

    written: str
    becomes: object
    is_changed: bool = False
    note: Refusal | None = None


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row of the file: its line, what becomes of it, why it is refused, and its cells in the order of the fields."""

    line: int
    outcome: RowOutcome
    refusal: Refusal | None
    cells: tuple[PreviewCell, ...]


def first_rows(connection: sa.Connection, reading: FileReading, options: ImportOptions) -> tuple[PreviewRow, ...]:
    """Plan the first rows of a file alone; reads only.

    Args:
        connection: The database.
        reading: The file.
        options: What was said and answered.
    """
    table = replace(reading.table, rows=reading.table.rows[:_MOST_ROWS])
    beginning = replace(reading, table=table)
    planned = plan_import(connection, beginning, options)
    cards = _cards(planned)
    changed = {each.line for each in planned.plan.rewrites} | {each.line for each in planned.plan.moves}
    refused = {each.line: each.refusal for each in reversed(planned.refusals)}
    notes: dict[tuple[int, str], RowRefusal] = {(each.line, each.field): each for each in planned.notes}
    names = shown_fields(reading)
    rows: list[PreviewRow] = []
    for row in table.rows:
        card = cards.get(row.line, {})
        outcome = RowOutcome.CHANGES if row.line in changed else RowOutcome.NEW if card else RowOutcome.SAME
        if row.line in refused:
            outcome = RowOutcome.REFUSED
        cells = []
        for name in names:
            noted = notes.get((row.line, name)) or notes.get((row.line, _ON_CARD.get(name, name)))
            cells.append(_cell(name, cell(row, reading.columns, name), card, noted, reading.sign))
        rows.append(PreviewRow(row.line, outcome, refused.get(row.line), tuple(cells)))
    return tuple(rows)


def shown_fields(reading: FileReading) -> tuple[str, ...]:
    """List the fields that a file has columns for, in the order of the card."""
    return tuple(name for name in fields_of(reading.kind) if name in reading.columns)


def _cards(planned: ImportPlan) -> dict[int, Mapping[str, object]]:
    """Map the line of each row to what its card will hold."""
    cards: dict[int, dict[str, object]] = {}
    plan = planned.plan
    for line, new in zip(plan.lines, plan.new, strict=True):
        cards[line] = _held(new.fields if isinstance(new, NewItem) else new)
        if isinstance(new, NewItem):
            cards[line]["on_hand"] = new.opening
    for rewrite in plan.rewrites:
        cards.setdefault(rewrite.line, {}).update(_held(rewrite.fields))
    for move in plan.moves:
        cards.setdefault(move.line, {})["on_hand"] = move.before + move.by
    return dict(cards)


def _held(card: _Card) -> dict[str, object]:
    return {each.name: getattr(card, each.name) for each in fields(card)}


def _cell(name: str, written: str, card: Mapping[str, object], noted: RowRefusal | None, sign: str) -> PreviewCell:
    held = _ON_CARD.get(name, name)
    note = None if noted is None else noted.refusal
    if held not in card:
        return PreviewCell(written, written, is_changed=note is not None, note=note)
    becomes = card[held]
    return PreviewCell(
        written, becomes, is_changed=note is not None or _differs(held, written, becomes, sign), note=note
    )


def _differs(held: str, written: str, becomes: object, sign: str) -> bool:
    """Tell whether a card will hold something else than a cell says; a blank cell leaves what is usual."""
    if isinstance(becomes, Decimal):
        return bool(written) and not _is_figure(written, becomes, sign)
    if isinstance(becomes, tuple):
        becomes = " ".join(map(str, becomes))
        written = " ".join(written.replace(",", " ").replace(";", " ").replace("|", " ").split())
    if isinstance(becomes, bool) or not isinstance(becomes, str) or held == "serials":
        return False
    plain, kept = " ".join(written.split()).casefold(), " ".join(becomes.split()).casefold()
    return plain not in kept if held in _GATHERING and plain else plain != kept


def _is_figure(written: str, figure: Decimal, sign: str) -> bool:
    try:
        return read_figure(written, sign, "") == figure
    except RefusedError:
        return False
