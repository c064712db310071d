"""What a department asks of what was just promised at the till. Serves the guide's page "Needs Information"."""

from functools import partial

from PySide6.QtWidgets import QWidget

from posim_desktop.domain import text
from posim_desktop.domain.changes import Done
from posim_desktop.queries import answers
from posim_desktop.queries.sales.processed_invoices import InvoiceBackorder
from posim_desktop.services.backorders import questions
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.widgets.edits import TextEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH = 520


class DepartmentQuestionsDialog(FormDialog):
    """Asks each question of a new backorder; what is left blank is asked later, and keeps the goods waiting."""

    def __init__(self, parent: QWidget, operations: Operations, backorder: InvoiceBackorder) -> None:
        super().__init__(parent, "", accept="", cancel="", width=_WIDTH)
        self.setObjectName("department_questions")
        self.setWindowTitle(self.tr("Backorder {number}: {item}").format(number=backorder.number, item=backorder.item))
        for button, label in ((self.accept_button, self.tr("OK")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self.operations = operations
        self._backorder_id = backorder.id
        self._attempt = Attempt(one_action=True)
        self.say_first(self.tr("What is left open makes Needs Information: nothing is ordered until it is answered."))
        self._asked = operations.read(answers.open_questions, backorder.id)
        self.edits: list[TextEdit] = []
        for place, question in enumerate(self._asked):
            edit = TextEdit(text.REASON)
            self.edits.append(edit)
            self.add_input(f"answer_{place}", question, edit)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)
        self.finished.connect(parent.activateWindow)

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        said = tuple((question, edit.value()) for question, edit in zip(self._asked, self.edits, strict=True))
        verb = partial(questions.answer_each, backorder_id=self._backorder_id, answers=said)
        if isinstance(self.operations.run(self, verb, self._attempt, self.show_refusal), Done):
            self.accept()
