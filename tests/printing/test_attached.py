"""Guide: "Pictures and files" — a chosen file becomes what is kept, within limits, and stands on paper."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from posim_desktop.domain.backorders.attachments import MAX_BYTES, AttachmentKind, kind_of
from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.why import Why
from posim_desktop.printing import pdf_sheets
from posim_desktop.printing.attached import MAX_FILE_BYTES, files_html, kept_file, sheets_html
from posim_desktop.printing.pages import Pages, paper_of
from posim_desktop.printing.pdf_decoder import COUNT, MOST_PAGES, PAGE, decoded
from posim_desktop.printing.pdf_sheets import sheets_from
from posim_desktop.queries.attachments import PrintedFile

PDF = b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n"


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    del qapp


@pytest.fixture(autouse=True)
def _decoded_here(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Decode without another process; the self-test of the program takes the road through it."""

    def decode(content: bytes) -> bytes:
        try:
            return b"".join(decoded(content))
        except pypdfium2.PdfiumError:
            return b""

    monkeypatch.setattr(pdf_sheets, "_decode", decode)
    pdf_sheets.sheets_of.cache_clear()
    yield
    pdf_sheets.sheets_of.cache_clear()


def pdf_file(pages: int) -> bytes:
    sheets = "".join('<p style="page-break-before: always">A page</p>' for _ in range(pages - 1))
    return Pages("Offer", f"<h1>Offer</h1>{sheets}", paper_of("en_US")).pdf()


def is_dark(image: QImage, x: int, y: int) -> bool:
    return QColor(image.pixel(x, y)).lightness() < 128


def picture(width: int, height: int, kind: str = "JPEG", *, noisy: bool = False) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("steelblue"))
    if noisy:
        dots = Random(1).randbytes(3 * width * height)  # noqa: S311 - noise
        image = QImage(dots, width, height, 3 * width, QImage.Format.Format_RGB888)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)  # type: ignore[call-overload] # PySide's stub knows bytes only
    return bytes(buffer.data().data())


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_is_scaled_to_what_is_seen(kind: str) -> None:
    kept = kept_file(picture(3200, 1000, kind))
    assert kind_of(kept) is AttachmentKind(kind.lower())
    size = QImage.fromData(kept).size()
    assert (size.width(), size.height()) == (1600, 500)
    small = QImage.fromData(kept_file(picture(300, 200, kind))).size()
    assert (small.width(), small.height()) == (300, 200)


def test_a_picture_that_is_too_much_as_png_is_kept_as_jpeg() -> None:
    content = picture(1000, 900, "PNG", noisy=True)
    assert len(content) > MAX_BYTES
    kept = kept_file(content)
    assert kind_of(kept) is AttachmentKind.JPEG
    assert len(kept) <= MAX_BYTES


def test_a_pdf_file_is_kept_as_it_is() -> None:
    assert kept_file(PDF) == PDF


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", Why.NOT_KEPT_BESIDE),
        (b"GIF89a....", Why.NOT_KEPT_BESIDE),
        (b"\xff\xd8\xff" + b"no picture", Why.NOT_KEPT_BESIDE),
        (b"\x89PNG\r\n\x1a\n" + b"no picture", Why.NOT_KEPT_BESIDE),
        (PDF[:20], Why.NOT_KEPT_BESIDE),
        (PDF[:9] + b" " * MAX_BYTES + PDF[9:], Why.FILE_NOT_KEPT_SO_LARGE),
        (b" " * (MAX_FILE_BYTES + 1), Why.FILE_NOT_KEPT_SO_LARGE),
    ],
)
@pytest.mark.qt_log_ignore(".*")  # Qt's readers complain of broken pictures
def test_a_bad_file_is_refused(content: bytes, why: Why) -> None:
    with pytest.raises(RefusedError) as refused:
        kept_file(content)
    assert refused.value.refusal.why is why


@pytest.mark.qt_log_ignore(".*")
def test_half_a_picture_is_refused() -> None:
    whole = picture(600, 400, "PNG", noisy=True)
    with pytest.raises(RefusedError) as refused:
        kept_file(whole[: len(whole) // 2])
    assert refused.value.refusal.why is Why.NOT_KEPT_BESIDE


def test_a_picture_of_too_many_pixels_is_not_decoded() -> None:
    header = bytearray(picture(10, 10, "PNG"))
    header[16:24] = (60_000).to_bytes(4, "big") * 2  # its width and height, as a bomb would say them
    with pytest.raises(RefusedError) as refused:
        kept_file(bytes(header))
    assert refused.value.refusal.why in {Why.TOO_MANY_PIXELS, Why.NOT_KEPT_BESIDE}


def test_paper_shows_pictures_and_names_other_files() -> None:
    html = files_html(
        [
            PrintedFile(1, "photo.jpg", AttachmentKind.JPEG, kept_file(picture(300, 200))),
            PrintedFile(1, "<drawing>.pdf", AttachmentKind.PDF, PDF),
        ]
    )
    assert "data:image/jpeg;base64," in html
    assert "File: &lt;drawing&gt;.pdf (its pages cannot be shown here)" in html


def test_the_pages_of_a_pdf_file_follow_the_document() -> None:
    broken = PrintedFile(2, "broken.pdf", AttachmentKind.PDF, PDF)
    offer = PrintedFile(1, "offer & more.pdf", AttachmentKind.PDF, pdf_file(MOST_PAGES + 2))
    assert "offer &amp; more.pdf (the first 5 of its 7 pages below)" in files_html([offer])

    html = sheets_html([offer, broken, replace(offer, line_id=3)])

    assert html.count("data:image/png;base64,") == MOST_PAGES  # the same file at two lines once
    paper = Pages("Order", f"<p>Lines</p>{html}", paper_of("en_US"))
    assert paper.count == 1 + MOST_PAGES
    assert any(is_dark(paper.image(1, 100), x, y) for x in range(100) for y in range(129))


@pytest.mark.parametrize(
    "said",
    [
        b"",
        COUNT.pack(2**32 - 1),
        COUNT.pack(1) + PAGE.pack(2**32 - 1, 2**32 - 1, 2**32 - 1) + bytes(99),
        COUNT.pack(1) + PAGE.pack(10, 10, 30) + bytes(299),
        COUNT.pack(1) + PAGE.pack(10, 10, 3) + bytes(300),
    ],
)
def test_nothing_that_the_decoder_says_is_taken_at_its_word(said: bytes) -> None:
    assert sheets_from(said).pictures == ()
