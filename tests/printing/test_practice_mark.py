"""Guide: "Practice" — whatever leaves a practice shop as paper says so, and no drawer opens."""

from collections.abc import Iterator
from decimal import Decimal

import pytest

from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.printing.cards.item_label import LabelKind, item_labels
from posim_desktop.printing.escpos import drawer_job, printer_job
from posim_desktop.printing.layout import lay_out
from posim_desktop.printing.pages import Pages
from posim_desktop.printing.practice_mark import mark_papers
from posim_desktop.printing.strip import StripPaper, Words
from posim_desktop.printing.strip_picture import strip_picture
from posim_desktop.queries.cards.item_labels import ItemLabel

STRIP = (Words("Kettle", "24.00"),)
_WIDE = 400


@pytest.fixture
def marked() -> Iterator[None]:
    mark_papers(marked=True)
    yield
    mark_papers(marked=False)


def papers() -> tuple[Pages, ...]:
    """Lay out a document of two pages, and a label."""
    two = '<p>One</p><p style="page-break-before: always">Two</p>'
    label = ItemLabel(1, "KETTLE", "Kettle", Decimal(24), "KETTLE", 1)
    return lay_out("Paper", two, ShopPreferences()), item_labels((label,), LabelKind.GOODS, str)


def grey_dots(pages: Pages, page: int) -> int:
    """Count the dots of a page that are as grey as the mark."""
    picture = pages.image(page, _WIDE)
    return sum(
        picture.pixelColor(across, down).name() == "#b4b4b4"
        for across in range(picture.width())
        for down in range(picture.height())
    )


@pytest.mark.usefixtures("marked")
def test_every_paper_of_practice_says_so() -> None:
    job = printer_job(STRIP, StripPaper(), opens_drawer=True).content
    assert job.count(b"PRACTICE") == 2
    assert b"\x1bp" not in job
    assert drawer_job().content == b""
    plain = grey_dots(papers()[0], 0)
    assert plain > _WIDE
    assert all(grey_dots(pages, page) > _WIDE for pages in papers() for page in range(pages.count))
    high = strip_picture(STRIP, StripPaper()).height()
    mark_papers(marked=False)
    assert strip_picture(STRIP, StripPaper()).height() < high


def test_no_real_paper_does() -> None:
    job = printer_job(STRIP, StripPaper(), opens_drawer=True).content
    assert b"PRACTICE" not in job
    assert b"\x1bp" in job
    assert not any(grey_dots(pages, page) > _WIDE for pages in papers() for page in range(pages.count))
