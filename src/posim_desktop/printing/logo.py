"""The shop's logo: made of a file once, and printed as dots on receipts and as it is on larger paper.

A file may come from anywhere: its size is asked before it is decoded, and only the kinds below are decoded at all.
"""

from base64 import b64encode

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QImageWriter, QPainter

from posim_desktop.domain.errors import Field, refuse
from posim_desktop.domain.preferences import MAX_LOGO_BYTES
from posim_desktop.domain.why import Why

MAX_FILE_BYTES = 20_000_000
PICTURES = ("png", "jpg", "jpeg", "bmp", "gif", "webp")
"""What the names of files end in that can be chosen; what is in them is asked of the files themselves."""
_KINDS = frozenset({"png", "jpeg", "bmp", "gif", "webp"})
_MOST_PIXELS = 50_000_000
_KEPT = QSize(1200, 600)
_DOTS_HIGH = 240  # 3 cm on a receipt
_POINTS = QSize(200, 64)  # on A4 and Letter
_JPEG_QUALITY = 90


def logo_of(content: bytes) -> bytes:
    """Make a logo of the content of a file: on white, no larger than paper needs.

    Raises:
        RefusedError: It is no picture, too large, or nothing of it would be seen on paper; at ``logo``.
    """
    if len(content) > MAX_FILE_BYTES:
        raise refuse(Why.PICTURE_TOO_LARGE, Field("logo"))
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if bytes(reader.format().data()).decode("ascii", "replace") not in _KINDS or not size.isValid():
        raise refuse(Why.NOT_A_PICTURE, Field("logo"))
    if size.width() * size.height() > _MOST_PIXELS:
        raise refuse(Why.PICTURE_TOO_LARGE, Field("logo"))
    picture = reader.read()
    if picture.isNull():
        raise refuse(Why.NOT_A_PICTURE, Field("logo"))
    kept = _on_white(_fitted(picture, _KEPT))
    if _is_blank(_dots(kept)):
        raise refuse(Why.PICTURE_BLANK, Field("logo"))
    return _encoded(kept)


def logo_dots(logo: bytes, dots: int) -> QImage:
    """Turn a logo into black and white dots in the middle of a line; no picture at all takes no line."""
    picture = QImage.fromData(logo)
    if picture.isNull():
        return QImage()
    fitted = _fitted(picture, QSize(dots, _DOTS_HIGH))
    line = QImage(dots, fitted.height(), QImage.Format.Format_RGB32)
    line.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(line)
    painter.drawImage((dots - fitted.width()) // 2, 0, fitted)
    painter.end()
    return _dots(line)


def logo_html(logo: bytes) -> str:
    """Write a logo for a document on large paper."""
    size = QImage.fromData(logo).size().scaled(_POINTS, Qt.AspectRatioMode.KeepAspectRatio)
    kind = "png" if logo.startswith(b"\x89") else "jpeg"
    content = b64encode(logo).decode("ascii")
    return f'<img src="data:image/{kind};base64,{content}" width="{size.width()}" height="{size.height()}">'


def _fitted(picture: QImage, most: QSize) -> QImage:
    if picture.width() <= most.width() and picture.height() <= most.height():
        return picture
    scaled = picture.size().scaled(most, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    return picture.scaled(scaled, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


def _on_white(picture: QImage) -> QImage:
    page = QImage(picture.size(), QImage.Format.Format_RGB32)
    page.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(page)
    painter.drawImage(0, 0, picture)
    painter.end()
    return page


def _dots(picture: QImage) -> QImage:
    """Mix shades out of black dots; 1 is black."""
    return picture.convertToFormat(
        QImage.Format.Format_Mono, Qt.ImageConversionFlag.DiffuseDither | Qt.ImageConversionFlag.MonoOnly
    )


def _is_blank(dots: QImage) -> bool:
    return not any(dots.pixelIndex(x, y) for y in range(dots.height()) for x in range(dots.width()))


def _encoded(picture: QImage) -> bytes:
    for kind in (b"png", b"jpeg"):
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QImageWriter(buffer, QByteArray(kind))
        if kind == b"jpeg":
            writer.setQuality(_JPEG_QUALITY)
        writer.write(picture)
        content = bytes(buffer.data().data())
        if 0 < len(content) <= MAX_LOGO_BYTES:
            return content
    return _encoded(_fitted(picture, picture.size() / 2))
