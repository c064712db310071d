"""A document laid out on paper once, and put out as pictures for the screen, as PDF, or on a printer.

All three are painted from the same layout, so that what the preview shows is what comes out. One unit of the layout is
one point (1/72 inch). Serves the guide's page "Processed invoices".
"""

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontDatabase,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)

from posim_desktop.printing.practice_mark import mark_page
from posim_desktop.settings import own_folder

FAMILY = "Inter"
_POINTS = 72
_MARGIN = 48
_FOOT = 30
_BODY_PIXELS = 10
_PDF_DPI = 1200


def paper_of(locale_name: str) -> QPageSize:
    """Choose the paper of a country: Letter where inches are used, A4 elsewhere."""
    inches = QLocale(locale_name).measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return QPageSize(QPageSize.PageSizeId.Letter if inches else QPageSize.PageSizeId.A4)


def load_font() -> None:
    """Make the program's own font known to Qt."""
    if FAMILY in QFontDatabase.families():
        return
    for file in sorted((own_folder("resources") / "fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(file))


class Pages:
    """A document on paper.

    Attributes:
        title: What it is, for the window and the file.
        document: The laid-out text.
    """

    def __init__(
        self,
        title: str,
        html: str,
        paper: QPageSize,
        *,
        page_words: str = "{page} / {pages}",
        margin: int = _MARGIN,
    ) -> None:
        """Lay a document out.

        Args:
            title: What it is.
            html: Its content, in the subset of HTML that Qt knows; sizes in px, which are points here.
            paper: The paper.
            page_words: The foot of each page, with ``{page}`` and ``{pages}``; nothing for no foot.
            margin: What stays white around the content, in points.
        """
        load_font()
        self.title = title
        self._paper = paper
        self._page_words = page_words
        self._margin = margin
        points = paper.size(QPageSize.Unit.Point)
        self._sheet = QSizeF(points)
        foot = _FOOT if page_words else 0
        self._body = QSizeF(points.width() - 2 * margin, points.height() - 2 * margin - foot)
        self.document = QTextDocument()
        self.document.setDocumentMargin(0)
        self.document.setDefaultFont(self._font())
        self.document.setHtml(html)
        self.document.setPageSize(self._body)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self.document.pageCount()

    @property
    def sheet(self) -> QSizeF:
        """The size of the paper in points."""
        return self._sheet

    def image(self, page: int, pixels_wide: int) -> QImage:
        """Paint one page, counted from 0, as a picture of a given width."""
        scale = pixels_wide / self._sheet.width()
        picture = QImage(QSize(pixels_wide, round(self._sheet.height() * scale)), QImage.Format.Format_RGB32)
        picture.fill(QColor(Qt.GlobalColor.white))
        painter = QPainter(picture)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.scale(scale, scale)
        self._paint(painter, page)
        painter.end()
        return picture

    def pdf(self) -> bytes:
        """Write the document as PDF."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setTitle(self.title)
        writer.setCreator("posim-desktop")
        writer.setResolution(_PDF_DPI)
        self.print_on(writer, _PDF_DPI)
        return bytes(buffer.data().data())

    def print_on(self, device: QPagedPaintDevice, dots_per_inch: int) -> bool:
        """Paint every page on a printer or a PDF writer; False when it takes none, or not all."""
        device.setPageLayout(QPageLayout(self._paper, QPageLayout.Orientation.Portrait, QMarginsF()))
        painter = QPainter()
        if not painter.begin(device):
            return False
        painter.scale(dots_per_inch / _POINTS, dots_per_inch / _POINTS)
        for page in range(self.count):
            if page and not device.newPage():
                return False
            self._paint(painter, page)
        return painter.end()

    def _paint(self, painter: QPainter, page: int) -> None:
        mark_page(painter, QRectF(0, 0, self._sheet.width(), self._sheet.height()), FAMILY)
        painter.save()
        painter.translate(self._margin, self._margin - page * self._body.height())
        view = QRectF(0, page * self._body.height(), self._body.width(), self._body.height())
        painter.setClipRect(view)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = view
        context.palette.setColor(QPalette.ColorRole.Text, QColor(Qt.GlobalColor.black))
        self.document.documentLayout().draw(painter, context)
        painter.restore()
        bottom = self._sheet.height() - self._margin - _FOOT / 2
        foot = QRectF(self._margin, bottom, self._body.width(), _FOOT / 2)
        painter.setFont(self._font())
        painter.setPen(QColor(Qt.GlobalColor.black))
        words = self._page_words.format(page=page + 1, pages=self.count)
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, words)

    def _font(self) -> QFont:
        font = QFont(FAMILY)
        font.setPixelSize(_BODY_PIXELS)
        font.setFeature(QFont.Tag("tnum"), 1)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font
