"""Help: the guide page for the current screen, in its own window."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QUrl
from PySide6.QtGui import QImage, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget
from typing_extensions import override

from posim_desktop.settings import own_folder
from posim_desktop.ui.clients.places import DESTINATIONS
from posim_desktop.ui.navigator import Place
from posim_desktop.ui.widgets.screen_size import resize_on_screen

_WIDTH, _HEIGHT = 860, 700
_FIRST_PAGE = "index.md"


def guide_folder() -> Path | None:
    """Find the guide, or None where it was not installed."""
    try:
        folder = own_folder("docs") / "guide"
    except FileNotFoundError:
        return None
    return folder if (folder / _FIRST_PAGE).is_file() else None


def guide_page(folder: Path, place: Place | None) -> Path:
    """Find the page that tells about a place, or the first page."""
    page = folder / (_FIRST_PAGE if place is None else DESTINATIONS[place].page)
    return page if page.is_file() else folder / _FIRST_PAGE


class GuideText(QTextBrowser):
    """A page of the guide; its pictures are no wider than the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # or it takes room once all is laid out

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        if type != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(type, name)
        picture = QImage(self.source().resolved(QUrl(name)).toLocalFile())
        room = self.viewport().width() - 2 * round(self.document().documentMargin())
        if 0 < room < picture.width():
            ratio = self.devicePixelRatioF()
            picture = picture.scaledToWidth(round(room * ratio), Qt.TransformationMode.SmoothTransformation)
            picture.setDevicePixelRatio(ratio)
        return picture

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        read = self.cursorForPosition(QPoint(0, 0)).position()
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self.source().isValid():
            self.reload()
            first = QTextCursor(self.document())
            first.setPosition(min(read, self.document().characterCount() - 1))
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.cursorRect(first).top())


def open_guide(parent: QWidget, place: Place | None) -> QDialog | None:
    """Show the page of a place beside the work; None where there is no guide."""
    folder = guide_folder()
    if folder is None:
        return None
    window = QDialog(parent)
    window.setObjectName("guide")
    window.setWindowTitle(QCoreApplication.translate("Guide", "Guide"))
    resize_on_screen(window, _WIDTH, _HEIGHT)
    browser = GuideText()
    browser.setObjectName("guide_text")
    browser.setAccessibleName(QCoreApplication.translate("Guide", "Guide"))
    browser.setOpenExternalLinks(True)
    browser.setSource(QUrl.fromLocalFile(str(guide_page(folder, place))))
    QVBoxLayout(window).addWidget(browser)
    window.setModal(False)
    window.show()
    return window
