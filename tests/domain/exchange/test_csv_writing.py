"""What is written as CSV reads back as it was, and is nothing that a spreadsheet works out."""

import csv
import io
from datetime import date, datetime
from decimal import Decimal

from posim_desktop.domain.exchange.csv_writing import written


def read_back(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_quotes_commas_lines_and_accents_come_back() -> None:
    rows = [['Łukasz O’Brien, "Sons"', "two\nlines", "(555) 0100"]]
    assert read_back(written(["Name", "Note", "Phone"], rows))[1:] == rows


def test_figures_and_days_are_written_as_a_program_reads_them() -> None:
    row = (Decimal("-1234.50"), 7, date(2026, 11, 3), datetime(2026, 11, 3, 14, 5), None)  # noqa: DTZ001 - the shop's
    assert read_back(written(["A"] * 5, [row]))[1] == ["-1234.50", "7", "2026-11-03", "2026-11-03 14:05", ""]


def test_a_name_that_is_a_formula_is_only_a_name() -> None:
    typed = ["=HYPERLINK(1)", "@SUM(A1)", "+cmd|x", "-cmd|x", "\t=1", "\r=1", "+49 30 1234"]
    assert read_back(written(["Name"] * 7, [typed]))[1] == [f"'{each}" for each in typed]
