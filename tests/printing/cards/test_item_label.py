"""Guide: "Labels" — what is printed on a label of goods is read back by a barcode reader, each on a page of its own."""

from decimal import Decimal

import pytest
from PySide6.QtGui import QTextDocument

from posim_desktop.printing.cards.item_label import LabelKind, item_label_strips, item_labels, labels_a_sheet
from posim_desktop.printing.strip import StripPaper
from posim_desktop.printing.strip_picture import strip_picture
from posim_desktop.queries.cards.item_labels import ItemLabel
from printing.sales.test_read_back import pictures, read


def money(amount: Decimal) -> str:
    return f"${amount}"


@pytest.mark.parametrize("kind", [LabelKind.GOODS, LabelKind.SHELF])
@pytest.mark.parametrize("barcode", ["7", "KETTLE", "4006381333931", "A-LONG-ITEM-ID-OF-30-LETTERS-X"])
def test_each_label_is_a_page_and_reads_back(kind: LabelKind, barcode: str) -> None:
    labels = (
        ItemLabel(
            1,
            "KETTLE",
            "Enamel kettle with a lid & a name too long for any label that is sold",
            Decimal("24.5"),
            barcode,
            2,
        ),
        ItemLabel(2, "MUG", "Mug", Decimal(3), "MUG"),
    )
    pages = item_labels(labels, kind, money)
    bars = [] if len(barcode) > 20 and kind is LabelKind.GOODS else [barcode]
    assert [read(page) for page in pictures(pages)] == [bars, bars, ["MUG"]], "too fine to scan"
    assert isinstance(pages.document, QTextDocument)
    words = pages.document.toPlainText()
    assert "$24.5" in words
    assert barcode in words


@pytest.mark.parametrize(("kind", "a_sheet"), [(LabelKind.GOODS_ON_A4, 24), (LabelKind.GOODS_ON_LETTER, 30)])
def test_sheets_begin_at_their_first_free_label(kind: LabelKind, a_sheet: int) -> None:
    names = "Enamel kettle with a lid & a name too long for any label that is sold"
    labels = (
        ItemLabel(1, "KETTLE", names, Decimal("24.5"), "4006381333931", 3),
        ItemLabel(2, "MUG", "Mug", Decimal(3), "MUG"),
    )
    assert labels_a_sheet(kind) == a_sheet
    pages = item_labels(labels, kind, money, first=a_sheet - 1)
    first, second = pictures(pages)
    assert read(first) == ["4006381333931"] * 2
    assert sorted(read(second)) == ["4006381333931", "MUG"]
    low = first.height() - first.height() // (a_sheet // 3)
    assert read(first.copy(0, 0, first.width(), low)) == [], "what is used up is not printed on"
    assert pages.pdf().startswith(b"%PDF")


def test_labels_on_receipt_paper_read_back() -> None:
    label = ItemLabel(1, "KETTLE", "Kettle", Decimal("24.50"), "4006381333931", 2)
    strips = tuple(item_label_strips([label], money))
    assert [read(strip_picture(strip, StripPaper())) for strip in strips] == [["4006381333931"]] * 2
