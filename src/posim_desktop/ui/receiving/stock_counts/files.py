"""Counts in a file that a hand-held scanner or a spreadsheet wrote. Serves the guide's page "Count the stock"."""

from pathlib import Path

from posim_desktop.domain.errors import refuse
from posim_desktop.domain.exchange.csv_tables import Table, TableRow, read_table
from posim_desktop.domain.quantity import ONE
from posim_desktop.domain.why import Why
from posim_desktop.services.exchange.workbooks import is_workbook, read_workbook
from posim_desktop.services.receiving.stock_counts import FileLine
from posim_desktop.ui import formatting

_CODES = ("code", "barcode", "item", "itemid", "sku", "ean", "upc", "artikel", "artikelnummer", "artikelid")
_UNITS = ("quantity", "qty", "count", "counted", "units", "menge", "anzahl", "stück", "gezählt")


def read_counts(file: Path) -> tuple[FileLine, ...]:
    """Read codes and how many of each: by the names of the columns, or the first two columns without names.

    A file with codes only, one line for each unit, is welcome, too.

    Raises:
        OSError: It cannot be read.
        RefusedError: It is no table, or a line says no quantity; names the line.
    """
    data = file.read_bytes()
    table = read_workbook(data, formatting.quantity) if is_workbook(data) else read_table(data)
    names = [name.strip().lower().replace(" ", "") for name in table.header]
    code = next((place for place, name in enumerate(names) if name in _CODES), None)
    rows = table.rows
    if code is None:  # the first line is goods already
        code, units = 0, 1 if len(names) > 1 else None
        rows = (_first(table), *rows)
    else:
        units = next((place for place, name in enumerate(names) if name in _UNITS), None)
    return tuple(_line(row, code, units) for row in rows if len(row.cells) > code and row.cells[code].strip())


def _first(table: Table) -> TableRow:
    return TableRow(1, table.header)


def _line(row: TableRow, code: int, units: int | None) -> FileLine:
    typed = "" if units is None or len(row.cells) <= units else row.cells[units].strip()
    if units is not None and not typed:
        raise refuse(Why.COUNT_FILE_LINE, line=row.line, code=row.cells[code].strip())
    quantity = ONE if units is None else formatting.parse_quantity(typed, field="quantity", zero=True)
    return FileLine(row.cells[code].strip(), quantity, row.line)
