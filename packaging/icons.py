"""Paints a Windows icon file from an SVG, in all the sizes that Windows asks for."""

import os
import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)


def icon_file(svg: Path) -> bytes:
    """Paint an SVG in every size and pack the pictures, as PNG, into one icon file."""
    pictures = [_png(svg, size) for size in SIZES]
    head = struct.pack("<HHH", 0, 1, len(pictures))
    place = len(head) + 16 * len(pictures)
    entries = b""
    for size, picture in zip(SIZES, pictures, strict=True):
        side = size % 256  # 256 is written as 0
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return head + entries + b"".join(pictures)


def _png(svg: Path, size: int) -> bytes:
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not picture.save(buffer, "png"):  # type: ignore[call-overload]
        sys.exit(f"{svg.name} cannot be painted.")
    return bytes(buffer.data().data())


def side_picture(svg: Path) -> QImage:
    """Paint the picture at the side of Setup's last page: the icon on a band in its own colour."""
    wide, high = 164, 314  # what Setup has room for
    picture = QImage(wide, high, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer = QSvgRenderer(str(svg))
    renderer.render(painter, QRectF(-3 * wide, -3 * wide, 8 * wide, 8 * wide))  # its background, edge to edge
    painter.fillRect(picture.rect(), picture.pixelColor(0, 0))
    renderer.render(painter, QRectF(wide / 4, wide / 4, wide / 2, wide / 2))
    painter.end()
    return picture


def write_icons(sources: Path, target: Path) -> None:
    """Write ``NAME.ico`` for each ``NAME.svg`` of a folder, and ``side.bmp`` for Setup."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication([])
    target.mkdir(parents=True, exist_ok=True)
    for svg in sorted(sources.glob("*.svg")):
        (target / f"{svg.stem}.ico").write_bytes(icon_file(svg))
    if not side_picture(sources / "sales.svg").save(str(target / "side.bmp")):
        sys.exit("Setup's picture cannot be written.")
    del application
