"""Where a table begins and ends: titles above its header, sums below its rows.

Serves the guide's page "Bring your shop over".
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from posim_desktop.domain.errors import Refusal
from posim_desktop.domain.exchange.csv_tables import Table, TableRow
from posim_desktop.domain.exchange.import_cards import RowRefusal
from posim_desktop.domain.why import Why

_LOOK_AHEAD = 20
_TOTAL = re.compile(r"(grand |sub)?totals?|sums?|summen?|gesamt(summe)?|insgesamt|zwischensumme", re.IGNORECASE)
_FIGURE = re.compile(r"[^A-Za-z]*", re.ASCII)


def below_titles(table: Table, recognized: Callable[[Sequence[str]], int]) -> Table:
    """Take the row as header of whose cells the most are names of columns; what stands above it is a title.

    Args:
        table: As it was read, its first row for its header.
        recognized: Counts the names of columns among some cells.
    """
    first = TableRow(table.header_line, table.header)
    rows = (first, *table.rows[:_LOOK_AHEAD])
    best = max(range(len(rows)), key=lambda place: (recognized(rows[place].cells), -place))
    if best == 0 or recognized(rows[best].cells) <= recognized(first.cells):
        return replace(table, header=_without_ends(table.header))
    header = rows[best]
    return replace(table, header=_without_ends(header.cells), rows=table.rows[best:], header_line=header.line)


def without_sums(table: Table) -> tuple[Table, tuple[RowRefusal, ...]]:
    """Leave out the rows that add others up, and say which: no text but the word for a sum stands in them."""
    left_out = tuple(
        RowRefusal(row.line, word, Refusal(Why.TOTAL_ROW_LEFT_OUT)) for row in table.rows if (word := _word_of_sum(row))
    )
    if not left_out:
        return table, ()
    lines = {row.line for row in left_out}
    return replace(table, rows=tuple(row for row in table.rows if row.line not in lines)), left_out


def _word_of_sum(row: TableRow) -> str:
    words = [cell for cell in row.cells if cell and _FIGURE.fullmatch(cell) is None]
    return words[0] if len(words) == 1 and _TOTAL.fullmatch(words[0].rstrip(" :")) else ""


def _without_ends(header: tuple[str, ...]) -> tuple[str, ...]:
    """Drop asterisks that mark columns as required, and names that are blank at the end."""
    return tuple(title.strip("* ") for title in header)
