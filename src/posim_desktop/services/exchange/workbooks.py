"""Tables as spreadsheets keep them (XLSX, and what else is a workbook). Serves the guide's page "Count the stock"."""

import io
from collections.abc import Callable
from decimal import Decimal

from posim_desktop.domain.errors import refuse
from posim_desktop.domain.exchange.csv_tables import MAX_BYTES, Table, TableRow
from posim_desktop.domain.why import Why

_STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""What a zipped workbook begins with, and one of before 2007."""


def is_workbook(data: bytes) -> bool:
    """Return whether a file is no text but a workbook, whatever its name."""
    return data.startswith(_STARTS)


def read_workbook(data: bytes, number: Callable[[Decimal], str]) -> Table:
    """Read the first sheet of a workbook; the numbers of its rows are those that the spreadsheet shows.

    Args:
        data: The whole file.
        number: Writes a number as the store does, without grouping.

    Raises:
        RefusedError: It is too big, cannot be read, or its first sheet is empty.
    """
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 - few sessions read one

    if len(data) > MAX_BYTES:
        raise refuse(Why.FILE_TOO_LARGE, megabytes=MAX_BYTES // 1024 // 1024)
    try:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
        read = sheet.to_python(skip_empty_area=False)
    except (CalamineError, OSError) as error:
        raise refuse(Why.WORKBOOK_UNREADABLE) from error
    rows = [TableRow(line, tuple(_written(cell, number) for cell in cells)) for line, cells in enumerate(read, 1)]
    filled = [row for row in rows if any(row.cells)]
    if not filled:
        raise refuse(Why.FILE_EMPTY)
    return Table(filled[0].cells, tuple(filled[1:]), "", "")


def _written(cell: object, number: Callable[[Decimal], str]) -> str:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return number(Decimal(repr(cell)))  # the shortest number that is the same: 2.375, and 4006381333931
    return str(cell).strip()
