"""This workstation's receipt printer: which it is, and sending to it while the till goes on."""

import threading
from contextlib import suppress

from PySide6.QtCore import QObject, QSettings, Signal

from posim_desktop.printing.sales.receipt_printer import send
from posim_desktop.ui.refusals import words_of_failure

_WHERE = "printing/receipt_printer"


def receipt_printer() -> str:
    """Tell where this user's receipts go; empty when there is no receipt printer."""
    return str(QSettings().value(_WHERE, ""))


def use_receipt_printer(where: str) -> None:
    """Send receipts there from now on."""
    QSettings().setValue(_WHERE, where)


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
