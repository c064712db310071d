"""What is written as XLSX reads back as it was: numbers as numbers, days as days, and no text as a formula."""

import io
import re
import zipfile
from datetime import date, datetime
from decimal import Decimal
from xml.etree import ElementTree as ET

from posim_desktop.domain.exchange.sheets import DataSheet, Kind, SheetColumn
from posim_desktop.printing.spreadsheet import sheet_as_xlsx

D = Decimal
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
COLUMNS = (
    SheetColumn("Name"),
    SheetColumn("Held", Kind.MONEY),
    SheetColumn("Since", Kind.DAY),
    SheetColumn("At", Kind.MOMENT),
    SheetColumn("Share", Kind.PERCENT),
    SheetColumn("Count", Kind.COUNT),
)


def read_back(content: bytes) -> list[dict[str, tuple[str, str]]]:
    """Read the rows of the only page: of each cell its type and what is stored, by the letter of its column."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        texts = ["".join(each.itertext()) for each in ET.fromstring(book.read("xl/sharedStrings.xml"))]  # noqa: S314
        page = ET.fromstring(book.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - we wrote it
    rows = []
    for row in page.iter(f"{MAIN}row"):
        cells = {}
        for cell in row:
            assert cell.find(f"{MAIN}f") is None, "a formula"
            value = cell.findtext(f"{MAIN}v")
            if value is not None:
                kind = cell.get("t", "n")
                letter = re.sub(r"\d", "", cell.get("r", ""))
                cells[letter] = (kind, texts[int(value)] if kind == "s" else value)
        rows.append(cells)
    return rows


def test_figures_days_and_texts_come_back_as_what_they_are() -> None:
    row = ("Łukasz", D("-1234.50"), date(2026, 11, 3), datetime(2026, 11, 3, 12), D("12.5"), 7)  # noqa: DTZ001
    written = read_back(sheet_as_xlsx(DataSheet("Held: [all]", COLUMNS, [row, (None,) * 6], ("Today",), row)))
    assert written[0]["A"] == ("s", "Held: [all]")
    assert written[1]["A"] == ("s", "Today")
    assert [cell for _kind, cell in written[2].values()] == [column.label for column in COLUMNS]
    values = {"A": ("s", "Łukasz"), "B": ("n", "-1234.5"), "C": ("n", "46329"), "D": ("n", "46329.5")}
    values |= {"E": ("n", "0.125"), "F": ("n", "7")}
    assert written[3] == values
    assert written[-1] == values


def test_a_name_that_is_a_formula_is_only_a_name() -> None:
    typed = ["=HYPERLINK(1)", "@SUM(A1)", "+1", "-1", "\t=1", "https://posim.example", "{=1}", "=\x07"]
    rows = [(each,) for each in typed]
    written = read_back(sheet_as_xlsx(DataSheet("Names", COLUMNS[:1], rows)))
    assert [row["A"] for row in written[2:-1]] == [("s", each) for each in typed[:-1]]
