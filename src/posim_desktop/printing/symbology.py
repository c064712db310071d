"""Barcodes on paper: Code 128, which every shop's scanner reads, as a picture and for the text of a page."""

from base64 import b64encode

from barcode.codex import Code128  # type: ignore[import-untyped]
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

_MODULE = 6
_QUIET_MODULES = 10
_HEIGHT = 240


def barcode_image(code: str, *, module: int = _MODULE, height: int = _HEIGHT) -> QImage:
    """Paint a barcode with its quiet zones.

    Args:
        code: What it says.
        module: How many pixels wide its narrowest bar is.
        height: How many pixels high it is.
    """
    (modules,) = Code128(code).build()
    picture = QImage((len(modules) + 2 * _QUIET_MODULES) * module, height, QImage.Format.Format_RGB32)
    picture.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(picture)
    for place, bar in enumerate(modules, _QUIET_MODULES):
        if bar == "1":
            painter.fillRect(place * module, 0, module, height, QColor(Qt.GlobalColor.black))
    painter.end()
    return picture


def barcode_html(code: str, *, points_per_module: float, height: int) -> str:
    """Write a barcode for the text of a page, in points."""
    picture = barcode_image(code)
    width = round(picture.width() / _MODULE * points_per_module)
    return f'<img src="data:image/png;base64,{_png(picture)}" width="{width}" height="{height}">'


def _png(picture: QImage) -> str:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # In black and white it is packed forty times as fast as in color.
    QImageWriter(buffer, QByteArray(b"png")).write(picture.convertedTo(QImage.Format.Format_Mono))
    return b64encode(bytes(buffer.data().data())).decode()
