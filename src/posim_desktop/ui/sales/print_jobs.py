"""Print Jobs: what was printed, what waits, and why. Serves the guide's page "Print jobs"."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from posim_desktop.domain.changes import Done, Record
from posim_desktop.domain.errors import Refusal
from posim_desktop.domain.sales.print_jobs import JobState, Printing, again_refusal, change_refusal
from posim_desktop.printing.sales.receipt_printer import printer_refusal
from posim_desktop.queries import print_jobs as queries
from posim_desktop.queries.print_jobs import PrintJobRow
from posim_desktop.services.sales import print_jobs
from posim_desktop.ui import formatting
from posim_desktop.ui.models.fixed_rows import TableColumn
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.widgets.button_bar import named_button
from posim_desktop.ui.widgets.drop_down import DropDown
from posim_desktop.ui.widgets.form_dialog import FormDialog
from posim_desktop.ui.widgets.outbox_dialog import OutboxDialog

_WHY = 3


def printing_words(job: PrintJobRow) -> str:
    """Say what a job prints."""
    words = {
        Printing.RECEIPT: _tr("Receipt {number}"),
        Printing.GIFT_RECEIPT: _tr("Gift receipt {number}"),
        Printing.DRAWER: _tr("Drawer"),
        Printing.INVOICE_PAPER: _tr("Invoice {number}"),
        Printing.ORDER_PAPER: _tr("Purchase order {number}"),
        Printing.CONFIRMATION: _tr("Confirmation with invoice {number}"),
        Printing.CONFIRMATION_PAPER: _tr("Confirmation with invoice {number}"),
        Printing.X_REPORT: _tr("X of a drawer"),
        Printing.Z_REPORT: _tr("Z {number} of a drawer"),
        Printing.X_REPORT_PAPER: _tr("X of a drawer"),
        Printing.Z_REPORT_PAPER: _tr("Z {number} of a drawer"),
        Printing.VENDOR_RETURN: _tr("Return to vendor {number}"),
        Printing.VENDOR_RETURN_PAPER: _tr("Return to vendor {number}"),
    }
    if job.printing in words:
        return words[job.printing].format(number="" if job.number is None else job.number)
    of_customer = {
        Printing.SLIP: _tr("Pick-up slip for {customer}"),
        Printing.SLIP_PAPER: _tr("Pick-up slip for {customer}"),
        Printing.BOX_LABELS: _tr("Box labels for {customer}"),
        Printing.BOX_LABELS_PAPER: _tr("Box labels for {customer}"),
        Printing.STATEMENT: _tr("Statement for {customer}"),
        Printing.STATEMENT_PAPER: _tr("Statement for {customer}"),
    }
    return of_customer[job.printing].format(customer=job.customer or _tr("a customer without a card"))


def state_words(state: JobState) -> str:
    """Say how far a job is."""
    words = {
        JobState.WAITING: _tr("Waiting"),
        JobState.SENDING: _tr("Being sent"),
        JobState.PRINTED: _tr("Printed"),
        JobState.MAYBE_PRINTED: _tr("Maybe printed"),
        JobState.STOPPED: _tr("Not printed"),
        JobState.DELETED: _tr("Deleted"),
    }
    return words[state]


def _reason(job: PrintJobRow) -> str:
    if job.state is JobState.MAYBE_PRINTED:
        look = _tr("Look at the paper, then press Again or Delete.")
        return f"{_sentence(_tr('Stopped on the way: {why}').format(why=job.reason))} {look}" if job.reason else look
    if job.state is JobState.WAITING and job.attempts:
        return _tr("{why} It is tried again by itself.").format(why=_sentence(job.reason))
    return _sentence(job.reason)


def _sentence(words: str) -> str:
    begun = words[:1].upper() + words[1:]
    return begun if not begun or begun.endswith(".") else f"{begun}."


def _tr(words: str) -> str:
    return QCoreApplication.translate("PrintJobsDialog", words)


class PrintJobsDialog(OutboxDialog[PrintJobRow]):
    """Lists print jobs, what is not printed first; one can be printed again, elsewhere, or no more."""

    def __init__(self, operations: Operations, parent: QWidget) -> None:
        super().__init__(operations, parent, Record.PRINT_JOB, queries.listed)
        self.setObjectName("print_jobs_dialog")
        self.setWindowTitle(self.tr("Print Jobs"))
        self.delete_button = named_button("delete_button", self.tr("&Delete"), "trash-2")
        self.other_button = named_button("other_button", self.tr("&Other Printer…"), "printer")
        self.again_button = named_button("again_button", self.tr("&Again"), "refresh-cw")
        self.close_button = named_button("close_button", self.tr("&Close"))
        columns: tuple[TableColumn[PrintJobRow], ...] = (
            TableColumn(self.tr("When"), lambda job: formatting.date_time(job.at)),
            TableColumn(self.tr("What"), printing_words),
            TableColumn(self.tr("State"), lambda job: state_words(job.state)),
            TableColumn(self.tr("Why"), _reason),
            TableColumn(self.tr("Printer"), self._where),
        )
        buttons = (self.delete_button, self.other_button, self.again_button)
        self.build(columns, _WHY, self.tr("Nothing was printed yet."), buttons, self.close_button)
        self.table.setObjectName("jobs_table")
        self.again_button.clicked.connect(self.print_again)
        self.other_button.clicked.connect(self.choose_printer)
        self.delete_button.clicked.connect(self.delete)

    def _where(self, job: PrintJobRow) -> str:
        """Name the printer, and the workstation when it is another one."""
        if job.workstation == self._operations.workstation:
            return job.printer
        return f"{job.printer} ({job.workstation})"

    @override
    def why(self, row: PrintJobRow) -> str:
        return _reason(row)

    @override
    def refusals(self, row: PrintJobRow) -> Mapping[QPushButton, Refusal | None]:
        again = again_refusal(row.printing, row.state)
        return {self.again_button: again, self.other_button: again, self.delete_button: change_refusal(row.state)}

    # ---- what can be done ----

    def print_again(self) -> None:
        """Print the job once more where it was to be printed; letters that cannot be printed are spelled out then."""
        if self.chosen is not None:
            self._print(self.chosen, self.chosen.printer)

    def choose_printer(self) -> None:
        """Ask for another printer."""
        job = self.chosen
        if job is None:
            return
        dialog = OtherPrinterDialog(self, self._operations.read(queries.printers, self._operations.workstation))
        dialog.accepted.connect(lambda: self._print(job, dialog.printer))
        dialog.open()

    def _print(self, job: PrintJobRow, printer: str) -> None:
        stopped = job.state is JobState.STOPPED
        self._operations.run(self, partial(print_jobs.again, job_id=job.id, printer=printer, spells_out=stopped))

    def delete(self) -> None:
        """Print the job no more."""
        if self.chosen is not None:
            self._operations.run(self, partial(print_jobs.delete, job_id=self.chosen.id))


class OtherPrinterDialog(FormDialog):
    """Asks for a printer: one that was used here before, or another."""

    def __init__(self, parent: QWidget, used_before: tuple[str, ...]) -> None:
        super().__init__(parent, "", accept="", cancel="")
        self.setObjectName("other_printer")
        self.setWindowTitle(self.tr("Other Printer"))
        for button, label in ((self.accept_button, self.tr("OK")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self.printer_edit = DropDown()
        self.printer_edit.setEditable(True)
        self.printer_edit.setInsertPolicy(DropDown.InsertPolicy.NoInsert)
        self.printer_edit.addItems(list(used_before))
        self.add_input("printer", self.tr("Printer"), self.printer_edit)
        self.first_focus = self.printer_edit
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    @property
    def printer(self) -> str:
        """The printer that was chosen."""
        return self.printer_edit.currentText().strip()

    def _on_accept_button_clicked(self) -> None:
        refusal: Refusal | None = printer_refusal(self.printer, field="printer")
        if refusal is None and self.printer:
            self.accept()
        elif refusal is not None:
            self.show_refusal(refusal)


class NoSaleDialog(FormDialog):
    """Asks why the drawer is opened without a sale."""

    def __init__(self, parent: QWidget, operations: Operations, printer: str) -> None:
        super().__init__(parent, "", accept="", cancel="")
        self._operations = operations
        self._printer = printer
        self.setObjectName("no_sale")
        self.setWindowTitle(self.tr("No Sale"))
        for button, label in ((self.accept_button, self.tr("Open Drawer")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self.say_first(self.tr("Opens the drawer without a sale. The audit keeps who did it and why."))
        self.reason_edit = DropDown()
        self.reason_edit.setEditable(True)
        self.reason_edit.setInsertPolicy(DropDown.InsertPolicy.NoInsert)
        self.reason_edit.addItems([self.tr("Change for a customer"), self.tr("Coins brought"), self.tr("Counted")])
        self.reason_edit.setCurrentIndex(-1)
        self.reason_edit.clearEditText()
        self.add_input("reason", self.tr("Reason"), self.reason_edit)
        self.first_focus = self.reason_edit
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def _on_accept_button_clicked(self) -> None:
        verb = partial(print_jobs.open_drawer, printer=self._printer, reason=self.reason_edit.currentText())
        if isinstance(self._operations.run(self, verb, on_refusal=self.show_refusal), Done):
            self.accept()
