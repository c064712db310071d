"""Tables written as CSV for a spreadsheet. Serves the guide's page "Reports"."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal

from posim_desktop.domain.exchange.sheets import DataSheet, Value

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that some spreadsheet would work out, or take for a number."""
BYTE_ORDER_MARK = "\ufeff"


def written(heads: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """Write a table as CSV in UTF-8, with the mark by which spreadsheets know it.

    Numbers have a full stop and days the year first, wherever the shop is. A text that a spreadsheet would take for a
    formula gets an apostrophe, so that nobody's name does anything there.
    """
    written_to = io.StringIO(newline="")
    writer = csv.writer(written_to)
    writer.writerow([_cell(head) for head in heads])
    writer.writerows([_cell(value) for value in row] for row in rows)
    return (BYTE_ORDER_MARK + written_to.getvalue()).encode("utf-8")


def sheet_as_csv(sheet: DataSheet) -> bytes:
    """Write the rows of a sheet; its sums are left out, for whoever reads the file adds up."""
    return written([column.label for column in sheet.columns], sheet.rows)


def _cell(value: Value) -> str:
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA_SIGNS) else value
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
