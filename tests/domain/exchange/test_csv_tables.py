"""Guide: "Import items and customers" — files as other programs write them."""

import csv
import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.exchange.csv_tables import MAX_BYTES, SEPARATORS, neutral, read_table, write_table
from posim_desktop.domain.why import Why


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_encoding_is_found_out(encoding: str) -> None:
    table = read_table("code,name\n1,Café £5\n".encode(encoding))

    assert table.header == ("code", "name")
    assert table.rows[0].cells == ("1", "Café £5")


@pytest.mark.parametrize("separator", SEPARATORS)
def test_the_separator_is_found_out(separator: str) -> None:
    rows = (("code", "name", "price"), ("1", "a b", "2.50"), ("2", "c, d; e", "3.00"))
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(rows)

    table = read_table(out.getvalue().encode())

    assert table.separator == separator
    assert [row.cells for row in table.rows] == list(rows[1:])


def test_the_separator_that_a_spreadsheet_announces_is_used() -> None:
    table = read_table(b"sep=;\r\ncode;price\r\n1;2,50\r\n")

    assert (table.header, table.rows[0].line) == (("code", "price"), 3)


def test_rows_know_the_line_they_begin_on() -> None:
    table = read_table(b'code,name\n1,"two\nlines"\n\n , \n2,b\n')

    assert [(row.line, row.cells[0]) for row in table.rows] == [(2, "1"), (6, "2")]


@pytest.mark.parametrize("data", [b"", b"\n\n", b" , \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(RefusedError, match=Why.FILE_EMPTY):
        read_table(data)


@pytest.mark.parametrize("data", [b"PK\x03\x04\x00\x00", b"a,b\n\x81\x8d,1\n", b"\xff\xfea"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(RefusedError, match=Why.NOT_A_TEXT_TABLE):
        read_table(data)


def test_an_open_quotation_mark_is_refused_with_its_line() -> None:
    with pytest.raises(RefusedError, match=f"{Why.FILE_UNREADABLE_AT_LINE} line=3"):
        read_table(b'code,name\n1,a\n2,"open\n3,c\n')


def test_a_file_that_is_too_big_is_refused() -> None:
    with pytest.raises(RefusedError, match=f"{Why.FILE_TOO_LARGE} megabytes=64"):
        read_table(b"a" * (MAX_BYTES + 1))


@pytest.mark.parametrize("separator", ["ab", "\n", '"', " "])
def test_a_separator_is_one_usable_character(separator: str) -> None:
    with pytest.raises(RefusedError, match=Why.SEPARATOR_NOT_ONE_CHARACTER):
        read_table(b"a,b\n1,2\n", separator=separator)


@pytest.mark.parametrize("cell", ["=1+1", "+HYPERLINK()", "-cmd", "@SUM(A1)", "\t=1", "\r=1"])
def test_formulas_are_neutralised(cell: str) -> None:
    assert neutral(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-5", "+1.50", "-1,234.50", "text", "", "a=b"])
def test_numbers_and_texts_stay_as_they_are(cell: str) -> None:
    assert neutral(cell) == cell


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))))
def test_what_is_written_is_read_again(rows: list[list[str]]) -> None:
    stripped = [[f"x{cell.strip()}" for cell in row] for row in rows if row]
    table = read_table(write_table(["x"], stripped), separator=",")

    assert [list(row.cells) for row in table.rows] == stripped


@given(st.binary(max_size=300))
def test_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(RefusedError):  # any other error fails the test
        assert any(read_table(data).header)
