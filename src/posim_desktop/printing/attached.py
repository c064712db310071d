"""Pictures and files as they are kept and printed: decoded within limits, and no larger than anybody needs to see.

A file may come from anywhere: its size is asked before it is decoded, and only JPEG and PNG are decoded here; the pages
of PDF files are decoded by another process (`pdf_sheets`). What is kept of a picture is written anew, so nothing hidden
in it, such as where it was taken, is kept with it.
"""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from html import escape
from types import MappingProxyType

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from posim_desktop.domain.backorders.attachments import MAX_BYTES, AttachmentKind, attach_refusal, kind_of
from posim_desktop.domain.errors import Field, refuse, require
from posim_desktop.domain.why import Why
from posim_desktop.printing.pdf_sheets import sheets_of
from posim_desktop.queries.answers import Asked
from posim_desktop.queries.attachments import PrintedFile

MAX_FILE_BYTES = 20_000_000
ENDINGS = ("jpg", "jpeg", "png", "pdf")
"""What the names of files end in that can be chosen; what is in them is asked of the files themselves."""
_MOST_PIXELS = 50_000_000
_KEPT = QSize(1600, 1600)
_POINTS = QSize(180, 130)
_SHEET = QSize(499, 610)  # with the line above it on the smaller of A4 and Letter either way
_QUALITIES = (90, 80, 70, 60)


def kept_file(content: bytes) -> bytes:
    """Make of the content of a chosen file what is kept: a picture scaled down and written anew, a PDF as it is.

    Raises:
        RefusedError: At ``file``: it is neither, is broken, or too large.
    """
    if len(content) > MAX_FILE_BYTES:
        raise refuse(Why.FILE_NOT_KEPT_SO_LARGE, Field("file"), most=MAX_FILE_BYTES // 1_000_000)
    kind = kind_of(content)
    if kind is None or kind is AttachmentKind.PDF:
        require(attach_refusal(content, 0))
        return content
    picture = _read(content)
    if picture.width() > _KEPT.width() or picture.height() > _KEPT.height():
        picture = picture.scaled(_KEPT, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return _encoded(picture, kind)


Answers = Mapping[int, Sequence[Asked]]
"""What was answered, by the line of a document."""

NO_ANSWERS: Answers = MappingProxyType({})

Also = Mapping[int, Sequence[str]]
"""What customers would take instead, by the line of a document."""

NO_ALSO: Also = MappingProxyType({})


def noted_words(answers: Sequence[Asked], also: Sequence[str] = ()) -> list[str]:
    """Say what was answered of one line, and what its customers would take instead."""
    told = [f"{each.question} {each.answer}" for each in answers]
    return told + [_tr("Will also take: {what}").format(what=what) for what in also if what]


def noted_html(answers: Sequence[Asked], also: Sequence[str] = ()) -> str:
    """Write what was answered of one line, and what else is taken, for a document on large paper."""
    return "".join(f'<br><span class="quiet">{escape(words)}</span>' for words in noted_words(answers, also))


def files_html(files: Sequence[PrintedFile]) -> str:
    """Write the files of one line for a document on large paper: pictures as they are, PDF files by their names."""
    return "".join(f"<br>{_file_html(each)}" for each in files)


def sheets_html(files: Sequence[PrintedFile]) -> str:
    """Write the pages of the PDF files of a document on large paper, each on a sheet of its own after the document."""
    html = ""
    for file in {each.content: each for each in files if each.kind is AttachmentKind.PDF}.values():
        sheets = sheets_of(file.content)
        for number, picture in enumerate(sheets.pictures, 1):
            words = _tr("{name} · page {number} of {count}").format(name=file.name, number=number, count=sheets.count)
            html += (
                f'<p class="quiet" style="page-break-before: always">{escape(words)}</p>'
                f"<p>{_picture_html(picture, AttachmentKind.PNG, _SHEET)}</p>"
            )
    return html


def _file_html(file: PrintedFile) -> str:
    if file.kind is AttachmentKind.PDF:
        words = _pdf_words(file)
        return f'<span class="quiet">{escape(words)}</span>'
    return _picture_html(file.content, file.kind, _POINTS)


def _pdf_words(file: PrintedFile) -> str:
    sheets = sheets_of(file.content)
    if not sheets.pictures:
        return _tr("File: {name} (its pages cannot be shown here)").format(name=file.name)
    if len(sheets.pictures) < sheets.count:
        words = _tr("File: {name} (the first {shown} of its {count} pages below)")
        return words.format(name=file.name, shown=len(sheets.pictures), count=sheets.count)
    return _tr("File: {name}").format(name=file.name)


def _picture_html(content: bytes, kind: AttachmentKind, most: QSize) -> str:
    size = QImage.fromData(content).size().scaled(most, Qt.AspectRatioMode.KeepAspectRatio)
    written = b64encode(content).decode("ascii")
    return f'<img src="data:image/{kind};base64,{written}" width="{size.width()}" height="{size.height()}">'


def _read(content: bytes) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if bytes(reader.format().data()) not in {b"png", b"jpeg"} or not size.isValid():
        raise refuse(Why.NOT_KEPT_BESIDE, Field("file"))
    if size.width() * size.height() > _MOST_PIXELS:
        raise refuse(Why.TOO_MANY_PIXELS, Field("file"))
    picture = reader.read()
    if picture.isNull():
        raise refuse(Why.NOT_KEPT_BESIDE, Field("file"))
    return picture


def _encoded(picture: QImage, kind: AttachmentKind) -> bytes:
    """Write a picture in its own kind where that is small enough, and as JPEG otherwise."""
    tries = [(AttachmentKind.PNG, -1)] if kind is AttachmentKind.PNG else []
    tries += [(AttachmentKind.JPEG, quality) for quality in _QUALITIES]
    for wanted, quality in tries:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QImageWriter(buffer, QByteArray(wanted.encode("ascii")))
        writer.setQuality(quality)
        writer.write(picture)
        written = bytes(buffer.data().data())
        if 0 < len(written) <= MAX_BYTES:
            return written
    raise refuse(Why.TOO_MANY_PIXELS, Field("file"))


def _tr(words: str) -> str:
    return QCoreApplication.translate("attached", words)
