"""The questions of a department, asked of a line of a special order. Serves the guide's page "Needs Information"."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from posim_desktop.domain import text
from posim_desktop.domain.changes import Done
from posim_desktop.queries.answers import Asked
from posim_desktop.services.sales import special_orders
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.sales.special_orders.words import tr
from posim_desktop.ui.widgets.edits import TextEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH = 520


class AnswersDialog(FormDialog):
    """Asks each question of the department; what is left blank is asked later, and keeps the goods waiting."""

    def __init__(self, parent: QWidget, operations: Operations, line_id: int, asked: Sequence[Asked]) -> None:
        super().__init__(parent, tr("Questions"), accept=tr("OK"), cancel=tr("Cancel"), width=_WIDTH)
        self.setObjectName("answers")
        self.operations = operations
        self._line_id, self._asked = line_id, tuple(asked)
        self._attempt = Attempt(one_action=True)
        self.say_first(tr("What is left open makes Needs Information: nothing is ordered until it is answered."))
        self.edits: list[TextEdit] = []
        for place, each in enumerate(self._asked):
            edit = TextEdit(text.REASON)
            edit.set_value(each.answer)
            self.edits.append(edit)
            self.add_input(f"answer_{place}", each.question, edit)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)
        self.finished.connect(parent.activateWindow)

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        answers = tuple((each.question, edit.value()) for each, edit in zip(self._asked, self.edits, strict=True))
        verb = partial(special_orders.answer_questions, line_id=self._line_id, answers=answers)
        if isinstance(self.operations.run(self, verb, self._attempt, self.show_refusal), Done):
            self.accept()
