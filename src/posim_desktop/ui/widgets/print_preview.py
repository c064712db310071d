"""The print preview: pages as they come out, to a printer or a PDF file. Serves "Processed invoices" in the guide."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSaveFile, Qt
from PySide6.QtGui import QPagedPaintDevice, QPainter, QPaintEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.printing.pages import Pages
from posim_desktop.queries.shop import preferences
from posim_desktop.ui.icons import icon
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.question import Question
from posim_desktop.ui.widgets.receipt_printing import letters_named, receipt_printer
from posim_desktop.ui.widgets.screen_size import resize_on_screen

_PAGE_WIDTH = 150 * SPACE


class _PageView(QWidget):
    """A page of a document, painted when it comes into sight: a document may have hundreds."""

    def __init__(self, pages: Pages, page: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._page = page
        self.setFixedSize(_PAGE_WIDTH, round(pages.sheet.height() * _PAGE_WIDTH / pages.sheet.width()))
        self.setAccessibleName(self.tr("Page {page} of {pages}").format(page=page + 1, pages=pages.count))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        picture = self._pages.image(self._page, round(_PAGE_WIDTH * self.devicePixelRatioF()))
        painter = QPainter(self)
        painter.drawImage(self.rect(), picture)
        painter.end()


@dataclass(frozen=True, slots=True)
class ReceiptForm:
    """A document as a receipt.

    Attributes:
        missing: The letters that cannot be printed.
        order: Has it printed, with those letters spelled out or not; False after saying why not.
        order_gift: Has it printed without prices; None where nothing was sold.
    """

    missing: tuple[str, ...]
    order: Callable[[bool], bool]
    order_gift: Callable[[bool], bool] | None = None


@dataclass(frozen=True, slots=True)
class PaperForm:
    """A document whose prints are written down.

    Attributes:
        begin: Writes that a printer prints it now; tells the job and whether it is a copy, None after saying why not.
        end: Writes whether the printer took it.
        copy: Lays it out as a copy.
    """

    begin: Callable[[str], tuple[int, bool] | None]
    end: Callable[[int, bool], None]
    copy: Callable[[ShopPreferences], Pages]


class PrintPreviewDialog(QDialog):
    """Shows the pages of a document; Print and Save PDF put them out, Receipt prints the receipt if there is one."""

    def __init__(
        self,
        pages: Pages,
        parent: QWidget,
        shop: ShopPreferences,
        *,
        receipt: ReceiptForm | None = None,
        paper: PaperForm | None = None,
    ) -> None:
        super().__init__(parent)
        self._pages = pages
        self._shop = shop
        self._paper = paper
        self._receipt = receipt if receipt_printer() else None
        self.setObjectName("print_preview_dialog")
        self.setWindowTitle(self.tr("Print Preview – {title}").format(title=pages.title))
        resize_on_screen(self, _PAGE_WIDTH + 20 * SPACE, 170 * SPACE)
        self._build()
        self.print_button.clicked.connect(self.print_out)
        self.save_button.clicked.connect(self.ask_where_to_save)
        self.close_button.clicked.connect(self.reject)
        self.receipt_button.clicked.connect(self.print_receipt)
        self.gift_button.clicked.connect(self.print_gift_receipt)
        without_receipt = self.print_button if self.print_button.isEnabled() else self.save_button
        (self.receipt_button if self._receipt else without_receipt).setFocus()

    def _build(self) -> None:
        sheets = QWidget()
        sheet_rows = QVBoxLayout(sheets)
        sheet_rows.setSpacing(4 * SPACE)
        self.page_views = [_PageView(self._pages, page) for page in range(self._pages.count)]
        for view in self.page_views:
            sheet_rows.addWidget(view, 0, Qt.AlignmentFlag.AlignHCenter)
        self.pages_area = QScrollArea()
        self.pages_area.setObjectName("pages_area")
        self.pages_area.setAccessibleName(self.tr("Pages"))
        self.pages_area.setWidget(sheets)
        self.pages_area.setWidgetResizable(True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 4 * SPACE)
        rows.setSpacing(3 * SPACE)
        rows.addWidget(self.pages_area, 1)
        rows.addLayout(self._build_buttons())

    def _build_buttons(self) -> QHBoxLayout:
        self.close_button = self._button(self.tr("&Close"), "")
        self.save_button = self._button(self.tr("&Save PDF…"), "download")
        self.save_button.setAccessibleName(self.tr("Save PDF"))
        self.print_button = self._button(self.tr("&Print"), "printer", primary=True)
        if not QPrinterInfo.availablePrinterNames():
            self.print_button.setEnabled(False)
            self.print_button.setToolTip(self.tr("This computer has no printer. Save a PDF instead."))
        self.receipt_button = self._button(self.tr("&Receipt"), "receipt")
        self.receipt_button.setVisible(self._receipt is not None)
        self.gift_button = self._button(self.tr("&Gift Receipt"), "receipt")
        self.gift_button.setToolTip(self.tr("A receipt without prices"))
        self.gift_button.setVisible(self._receipt is not None and self._receipt.order_gift is not None)
        columns = QHBoxLayout()
        columns.addWidget(self.close_button)
        columns.addStretch(1)
        columns.addWidget(self.gift_button)
        columns.addWidget(self.receipt_button)
        columns.addWidget(self.save_button)
        columns.addWidget(self.print_button)
        return columns

    def _button(self, label: str, picture: str, *, primary: bool = False) -> QPushButton:
        button = QPushButton(label)
        button.setAccessibleName(label.replace("&", ""))
        button.setAutoDefault(primary)
        if picture:
            button.setIcon(icon(picture, role="on_accent" if primary else "text"))
        mark(button, primary=primary)
        return button

    def print_out(self) -> None:
        """Ask for a printer and print."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_on(printer, printer.resolution(), printer.printerName()))
        dialog.show()

    def print_on(self, device: QPagedPaintDevice, dots_per_inch: int, name: str) -> bool:
        """Print, and write that down where it is kept; False after saying why nothing was printed."""
        if self._paper is None:
            return self._told(done=self._pages.print_on(device, dots_per_inch))
        begun = self._paper.begin(name)
        if begun is None:
            return False
        job_id, is_copy = begun
        pages = self._paper.copy(self._shop) if is_copy else self._pages
        done = pages.print_on(device, dots_per_inch)
        self._paper.end(job_id, done)
        return self._told(done=done)

    def _told(self, *, done: bool) -> bool:
        if not done:
            say(self, self.tr("The printer did not take it. Look whether it is switched on, or choose another one."))
        return done

    def print_receipt(self) -> None:
        """Have the receipt printed at this workstation, after telling the person what cannot be printed."""
        if self._receipt is not None:
            self._have_printed(self._receipt.order, self._receipt.missing)

    def print_gift_receipt(self) -> None:
        """Have a receipt without prices printed."""
        if self._receipt is not None and self._receipt.order_gift is not None:
            self._have_printed(self._receipt.order_gift, self._receipt.missing)

    def _have_printed(self, order: Callable[[bool], bool], missing: tuple[str, ...]) -> None:
        def go_on() -> None:
            if order(bool(missing)):
                self.accept()

        if not missing:
            go_on()
            return
        words = self.tr(
            "Neither the receipt printer nor any font on this computer has these letters: {letters}. Print their "
            "numbers instead?"
        )
        asked = words.format(letters=letters_named(missing))
        act, give_up = self.tr("Print Numbers"), self.tr("Do Not Print")
        asking = Question(self, self.tr("Letters That Cannot Be Printed"), asked, act=act, give_up=give_up)
        asking.accepted.connect(go_on)
        asking.open()

    def ask_where_to_save(self) -> None:
        """Ask for a file and save the PDF."""
        dialog = QFileDialog(self, self.tr("Save PDF"), f"{self._pages.title}.pdf", self.tr("PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: self.save(Path(chosen)))
        dialog.open()

    def save(self, file: Path) -> bool:
        """Write the PDF; the file is whole or not there. False after saying what went wrong."""
        target = QSaveFile(str(file))
        content = self._pages.pdf()
        opened = target.open(QSaveFile.OpenModeFlag.WriteOnly)
        if opened and target.write(content) == len(content) and target.commit():
            return True
        words = self.tr("{file} could not be saved. Choose a folder that you may write to and that has room.")
        say(self, words.format(file=file.name))
        return False


def open_preview(
    window: QWidget,
    operations: Operations,
    lay_out: Callable[[ShopPreferences], Pages],
    receipt: Callable[[ShopPreferences], ReceiptForm] | None = None,
    paper: PaperForm | None = None,
) -> PrintPreviewDialog | None:
    """Open the print preview of a document of the shop; None after saying that the shop cannot be read.

    Args:
        window: Above which it opens.
        operations: The road to the shop's preferences.
        lay_out: Lays the document out.
        receipt: Makes a receipt of it, if there is such a form of it.
        paper: Writes down what is printed of it, if that is kept.
    """
    try:
        shop = operations.read(preferences.on_paper)
    except TroubleError as trouble:
        say(window, words_of_trouble(trouble))
        return None
    form = None if receipt is None else receipt(shop)
    dialog = PrintPreviewDialog(lay_out(shop), window, shop, receipt=form, paper=paper)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.finished.connect(window.activateWindow)
    dialog.open()
    return dialog
