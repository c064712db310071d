"""Guide: "Count the stock" — what a spreadsheet says counts as what a hand-held scanner says."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from xlsxwriter import Workbook  # type: ignore[import-untyped]

from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.why import Why
from posim_desktop.services.receiving.stock_counts import FileLine
from posim_desktop.ui import formatting
from posim_desktop.ui.receiving.stock_counts.files import read_counts


@pytest.fixture(autouse=True)
def _store_format() -> Iterator[None]:
    yield
    formatting.use_store_format("en_US", "UTC")


def _workbook(file: Path, *rows: tuple[object, ...]) -> Path:
    with Workbook(str(file)) as book:
        sheet = book.add_worksheet()
        for place, row in enumerate(rows):
            sheet.write_row(place, 0, row)
    return file


@pytest.mark.parametrize("region", ["en_US", "de_DE"])
def test_a_workbook_is_read_like_a_text_table(tmp_path: Path, region: str) -> None:
    formatting.use_store_format(region, "UTC")
    file = _workbook(
        tmp_path / "hall.xlsx", ("Shelf", "Qty", "Barcode"), ("A", 3, 4006381333931), (), ("B", 2.375, "CLOTH")
    )
    assert read_counts(file) == (
        FileLine("4006381333931", Decimal(3), 2),
        FileLine("CLOTH", Decimal("2.375"), 4),
    )


def test_a_workbook_without_a_heading_begins_with_goods(tmp_path: Path) -> None:
    file = _workbook(tmp_path / "bare.xlsx", ("MUG", 2), ("MUG", 1))
    assert [(line.code, line.quantity) for line in read_counts(file)] == [("MUG", Decimal(2)), ("MUG", Decimal(1))]


@pytest.mark.parametrize("content", [b"PK\x03\x04 and then nothing of a workbook", b"\xd0\xcf\x11\xe0" * 99])
def test_what_is_no_workbook_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "torn.xlsx"
    file.write_bytes(content)
    with pytest.raises(RefusedError) as refused:
        read_counts(file)
    assert refused.value.refusal.why is Why.WORKBOOK_UNREADABLE
    with pytest.raises(RefusedError) as refused:
        read_counts(_workbook(tmp_path / "empty.xlsx"))
    assert refused.value.refusal.why is Why.FILE_EMPTY
