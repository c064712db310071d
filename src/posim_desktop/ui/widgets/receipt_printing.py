"""This workstation's receipt printer: which it is, what it prints on, and sending to it while the till goes on."""

import threading
from contextlib import suppress

from PySide6.QtCore import QObject, QSettings, Signal

from posim_desktop.printing.letters import TABLES, WESTERN
from posim_desktop.printing.sales.receipt_printer import send
from posim_desktop.printing.strip import StripPaper
from posim_desktop.ui.refusals import words_of_failure

_WHERE = "printing/receipt_printer"
_COLUMNS, _TABLE = "printing/columns", "printing/letters"
COLUMNS = (32, 42, 48)
"""Letters on a line of paper of 58 mm, and of 80 mm on two kinds of printers."""


def receipt_printer() -> str:
    """Tell where this user's receipts go; empty when there is no receipt printer."""
    return str(QSettings().value(_WHERE, ""))


def use_receipt_printer(where: str) -> None:
    """Send receipts there from now on."""
    QSettings().setValue(_WHERE, where)


def strip_paper() -> StripPaper:
    """Tell what this user's receipts are printed on, and which letters the printer has."""
    written, usual = QSettings(), StripPaper()
    columns, name = str(written.value(_COLUMNS, "")), written.value(_TABLE, "")
    chosen = int(columns) if columns.isdecimal() and int(columns) in COLUMNS else usual.columns
    return StripPaper(chosen, next((table for table in TABLES if table.name == name), WESTERN))


def use_strip_paper(paper: StripPaper) -> None:
    """Print receipts on such paper from now on."""
    QSettings().setValue(_COLUMNS, paper.columns)
    QSettings().setValue(_TABLE, paper.table.name)


class ReceiptPrinting(QObject):
    """Sends one receipt in a thread of its own: a printer that is switched off answers late.

    Signals:
        finished(str): The printer has it, or what went wrong.
    """

    finished = Signal(str)

    def start(self, job: bytes, where: str) -> None:
        """Begin to send a receipt."""
        threading.Thread(target=self._send, args=(job, where), name="receipt printer", daemon=True).start()

    def _send(self, job: bytes, where: str) -> None:
        trouble = ""
        try:
            send(job, where)
        except OSError as error:
            trouble = words_of_failure(error)
        with suppress(RuntimeError):  # the program was left meanwhile, and this object with it
            self.finished.emit(trouble)
