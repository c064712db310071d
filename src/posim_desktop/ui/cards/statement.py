"""The statement of account: from when to when, then its preview. Serves the guide's page "Deposits and credit"."""

from datetime import date, datetime, timedelta

from PySide6.QtWidgets import QWidget

from posim_desktop.domain.errors import Field, Refusal, RefusedError, TroubleError
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.sales.print_jobs import Printing, PrintSubject
from posim_desktop.domain.why import Why
from posim_desktop.printing.pages import Pages
from posim_desktop.printing.sales.statement import StatementWriting, statement_pages, statement_strip
from posim_desktop.queries.sales import statements
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.widgets.date_edit import DateEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog
from posim_desktop.ui.widgets.kept_prints import kept_print, kept_receipt
from posim_desktop.ui.widgets.print_preview import PrintPreviewDialog, ReceiptForm, open_preview
from posim_desktop.ui.widgets.receipt_printing import strip_paper

WRITING = StatementWriting(formatting.money, formatting.amount, formatting.day_of)
_DAY = timedelta(days=1)


class StatementDialog(FormDialog):
    """Asks for the first and the last day of a statement; this month until today is proposed."""

    def __init__(self, parent: QWidget, operations: Operations, *, customer_id: int, customer: str) -> None:
        super().__init__(parent, "", accept="", cancel="")
        self._card = parent
        self._operations = operations
        self._customer_id = customer_id
        self.setObjectName("statement")
        self.setWindowTitle(self.tr("Statement of Account"))
        for button, label in ((self.accept_button, self.tr("Preview")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self.say_first(customer)
        self.first_edit, self.last_edit = DateEdit("first"), DateEdit("last")
        today = formatting.store_day(operations.now())
        self.first_edit.set_value(today.replace(day=1))
        self.last_edit.set_value(today)
        self.add_input("first", self.tr("From"), self.first_edit)
        self.add_input("last", self.tr("To"), self.last_edit)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        try:
            first, last = self._day(self.first_edit), self._day(self.last_edit)
        except RefusedError as refused:
            self.show_refusal(refused.refusal)
            return
        if last < first:
            self.show_refusal(Refusal(Why.ENDS_BEFORE_IT_BEGINS, Field("last")))
            return
        start, end = formatting.midnight(first), formatting.midnight(last + _DAY)
        if preview_statement(self._card.window(), self._operations, self._customer_id, start, end) is not None:
            self.accept()

    @staticmethod
    def _day(edit: DateEdit) -> date:
        day = edit.value()
        assert day is not None  # noqa: S101 - these inputs may not be blank
        return day


def preview_statement(
    window: QWidget, operations: Operations, customer_id: int, start: datetime, end: datetime
) -> PrintPreviewDialog | None:
    """Open the print preview of a statement; None after saying why there is none."""
    try:
        statement = operations.read(statements.statement, customer_id, start, end)
    except TroubleError as trouble:
        say(window, words_of_trouble(trouble))
        return None
    if statement is None:
        return None
    read, of = statement, [PrintSubject(customer_id=customer_id, start=start, end=end)]

    def lay_out(shop: ShopPreferences) -> Pages:
        return statement_pages(read, shop, WRITING)

    def form(shop: ShopPreferences) -> ReceiptForm:
        strip = statement_strip(read, shop, WRITING, strip_paper())
        return kept_receipt(window, operations, [strip], of, Printing.STATEMENT)

    paper = kept_print(window, operations, lay_out, of, Printing.STATEMENT_PAPER)
    return open_preview(window, operations, lay_out, form, paper)
