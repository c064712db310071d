"""Guide: "Pictures and files" — a chosen file becomes what is kept, within limits, and stands on paper."""

from random import Random

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from posim_desktop.domain.backorders.attachments import MAX_BYTES, AttachmentKind, kind_of
from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.why import Why
from posim_desktop.printing.attached import MAX_FILE_BYTES, files_html, kept_file
from posim_desktop.queries.attachments import PrintedFile

PDF = b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n"


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    del qapp


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
    assert "File: &lt;drawing&gt;.pdf" in html
