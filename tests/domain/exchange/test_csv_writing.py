"""What is written as CSV reads back as it was, and is nothing that a spreadsheet works out."""

import csv
import io

from posim_desktop.domain.exchange.csv_writing import written


def read_back(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_quotes_commas_lines_and_accents_come_back() -> None:
    rows = [['Łukasz O’Brien, "Sons"', "two\nlines", "-12.50", "+49 30 1234", "(555) 0100"]]
    assert read_back(written(["Name", "Note", "Held", "Phone", "Second"], rows))[1:] == rows


def test_a_name_that_is_a_formula_is_only_a_name() -> None:
    typed = ["=HYPERLINK(1)", "@SUM(A1)", "+cmd|x", "-cmd|x", "\t=1"]
    assert read_back(written(["Name"] * 5, [typed]))[1] == [f"'{each}" for each in typed]
