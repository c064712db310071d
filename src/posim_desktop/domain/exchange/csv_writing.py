"""Tables written as CSV for a spreadsheet. Serves the guide's page "Deposits and credit"."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_BEGINS_A_FORMULA = re.compile(r"[=@\t\r]|[+\-](?![\d (])")
"""How a text begins that a spreadsheet would work out; a phone number or an amount below zero is none."""
BYTE_ORDER_MARK = "\ufeff"


def written(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Write a table as CSV in UTF-8, with the mark by which spreadsheets know it.

    What a spreadsheet would take for a formula gets an apostrophe, so that nobody's name does anything there.
    """
    written_to = io.StringIO(newline="")
    writer = csv.writer(written_to)
    writer.writerow(heads)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return (BYTE_ORDER_MARK + written_to.getvalue()).encode("utf-8")


def _harmless(cell: str) -> str:
    return f"'{cell}" if _BEGINS_A_FORMULA.match(cell) else cell
