"""Tables written as XLSX files: numbers are numbers, days are days, and a text is never a formula.

Serves the guide's page "Reports". XlsxWriter is loaded when the first file is written.
"""

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from posim_desktop.domain.exchange.sheets import DataSheet, Kind, Value
from posim_desktop.domain.money import cost_places, money_places

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

_SHORT_DAY, _SHORT_MOMENT = 14, 22
"""Excel's own formats of a day and a moment, which each computer writes in its own manner."""
_FORMATS: Mapping[Kind, Mapping[str, Any]] = {
    Kind.COUNT: {"num_format": "#,##0"},
    Kind.PERCENT: {"num_format": "0.0%"},
    Kind.RATE: {"num_format": "0.00##%"},
    Kind.TENTHS: {"num_format": "0.0"},
    Kind.NUMBER: {"num_format": "0", "align": "left"},
    Kind.DAY: {"num_format": _SHORT_DAY, "align": "left"},
    Kind.MOMENT: {"num_format": _SHORT_MOMENT, "align": "left"},
}
_MOST_ROWS = 1_048_576
_LONGEST_NAME = 31
_NOT_IN_A_NAME = str.maketrans(dict.fromkeys(r"[]:*?/\'", " "))
_HUNDRED = Decimal(100)
_NARROWEST, _WIDEST, _LOOKED_AT = 8, 50, 200


def sheet_as_xlsx(sheet: DataSheet) -> bytes:
    """Write a sheet as an XLSX file: its title and what it is about, the heads, the rows, the sums."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - few sessions write one

    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(file, options) as book:
        _Writer(book, sheet).write()
    return file.getvalue()


class _Writer:
    def __init__(self, book: "Workbook", sheet: DataSheet) -> None:
        self._sheet = sheet
        self._page: Worksheet = book.add_worksheet(sheet.title.translate(_NOT_IN_A_NAME)[:_LONGEST_NAME].strip())
        self._title = book.add_format({"bold": True, "font_size": 14})
        self._heads = [book.add_format(_head(column.kind)) for column in sheet.columns]
        self._cells = [book.add_format(_format(column.kind)) for column in sheet.columns]
        self._sums = [book.add_format(_format(column.kind) | {"bold": True, "top": 1}) for column in sheet.columns]

    def write(self) -> None:
        page, sheet = self._page, self._sheet
        page.write_string(0, 0, sheet.title, self._title)
        for place, line in enumerate(sheet.about, 1):
            page.write_string(place, 0, line)
        top = len(sheet.about) + 2
        for column, (each, style) in enumerate(zip(sheet.columns, self._heads, strict=True)):
            page.write_string(top, column, each.label, style)
            page.set_column(column, column, self._width(column))
        page.freeze_panes(top + 1, 0)
        rows = sheet.rows[: _MOST_ROWS - top - 2]
        for place, row in enumerate(rows, top + 1):
            self._write_row(place, row, self._cells)
        if sheet.sums:
            self._write_row(top + 1 + len(rows), sheet.sums, self._sums)
        page.repeat_rows(top)
        page.set_landscape()
        page.fit_to_pages(1, 0)

    def _write_row(self, place: int, row: Sequence[Value], styles: Sequence["Format"]) -> None:
        for column, (value, style) in enumerate(zip(row, styles, strict=True)):
            if value is None or value == "":
                self._page.write_blank(place, column, None, style)
            elif isinstance(value, str):
                self._page.write_string(place, column, value, style)
            elif isinstance(value, date | datetime):
                self._page.write_datetime(place, column, value, style)
            else:
                is_percent = self._sheet.columns[column].kind in {Kind.PERCENT, Kind.RATE}
                self._page.write_number(place, column, float(value / _HUNDRED if is_percent else value), style)

    def _width(self, column: int) -> int:
        texts = (str(row[column] or "") for row in self._sheet.rows[:_LOOKED_AT])
        longest = max((len(text) for text in texts), default=0)
        return min(_WIDEST, max(_NARROWEST, longest, len(self._sheet.columns[column].label)) + 2)


def _head(kind: Kind) -> dict[str, Any]:
    return {"bold": True, "bottom": 1, "align": "right" if kind.is_figure else "left"}


def _format(kind: Kind) -> dict[str, Any]:
    if kind is Kind.MONEY:
        return {"num_format": _places("#,##0", money_places())}
    if kind is Kind.COST:
        return {"num_format": _places("#,##0", cost_places())}
    return dict(_FORMATS.get(kind, {}))


def _places(whole: str, places: int) -> str:
    return f"{whole}.{'0' * places}" if places else whole
