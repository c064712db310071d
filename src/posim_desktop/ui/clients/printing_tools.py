"""What both clients have for printing and mail: entries of Misc, and a sign when something is not printed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QWidget
from shiboken6 import isValid

from posim_desktop.domain.changes import Changes, Record
from posim_desktop.domain.errors import TroubleError
from posim_desktop.queries import print_jobs
from posim_desktop.ui import formatting
from posim_desktop.ui.database_thread import Job
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.style import mark
from posim_desktop.ui.widgets.receipt_printing import receipt_printer

if TYPE_CHECKING:
    from posim_desktop.ui.clients.client import Client


def open_print_jobs(window: QWidget, operations: Operations) -> None:
    """Show the print jobs over a window."""
    from posim_desktop.ui.sales.print_jobs import PrintJobsDialog  # noqa: PLC0415 - when first opened

    PrintJobsDialog(operations, window).open()


def open_outgoing_mail(client: "Client") -> None:
    """Show Misc › Outgoing Mail over a client."""
    from posim_desktop.ui.purchasing.outgoing_mail import OutgoingMailDialog  # noqa: PLC0415 - when first opened

    OutgoingMailDialog(client.operations, client).open()


def use_print_jobs(client: "Client") -> None:
    """Show Misc › Print Jobs over a client."""
    open_print_jobs(client, client.operations)


def use_no_sale(client: "Client") -> None:
    """Show Misc › No Sale, or say that no drawer is connected to this computer."""
    from posim_desktop.ui.sales.print_jobs import NoSaleDialog  # noqa: PLC0415 - when first opened

    if receipt_printer():
        NoSaleDialog(client, client.operations, receipt_printer()).open()
        return
    words = QCoreApplication.translate(
        "NoSaleDialog",
        "The drawer opens through the receipt printer, and this computer has none. Name it in "
        "File › Preferences › Printing.",
    )
    say(client, words)


class PrintJobsSign(QPushButton):
    """The sign in the status bar while something is not printed; leads to Print Jobs."""

    def __init__(self, operations: Operations) -> None:
        super().__init__()
        self._operations = operations
        self.setObjectName("print_jobs_sign")
        mark(self, link=True)
        self.hide()
        self.clicked.connect(lambda: open_print_jobs(self.window(), operations))
        operations.bus.changed.connect(self._on_bus_changed)
        operations.logged_in_changed.connect(self.count)

    def count(self) -> None:
        """Begin to count what somebody should look at."""
        if self._operations.logged_in is None:
            self.hide()
        else:
            self._operations.begin_reading(print_jobs.troubled, self._on_counted, self._operations.workstation)

    def _on_counted(self, job: Job[int]) -> None:
        if not isValid(self):
            return  # its window was closed meanwhile
        try:
            count = job.answer()
        except TroubleError:
            return  # the status bar reports it
        words = self.tr("Not printed: {count}").format(count=formatting.count(count))
        self.setText(words)
        self.setAccessibleName(words)
        self.setVisible(count > 0 and self._operations.logged_in is not None)

    def _on_bus_changed(self, changes: Changes) -> None:
        if any(change.record is Record.PRINT_JOB for change in changes):
            self.count()
