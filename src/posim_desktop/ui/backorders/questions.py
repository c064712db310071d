"""Needs Information: what a customer has to be asked, what they answered, and what else they will take.

Serves the guide's page "Needs Information".
"""

from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from posim_desktop.domain import text
from posim_desktop.domain.changes import Done
from posim_desktop.queries.backorders.backorders import BackorderDetails
from posim_desktop.services.backorders import questions
from posim_desktop.ui import formatting
from posim_desktop.ui.backorders.words import purchase_order_words, tr
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.widgets.edits import TextEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH = 520


class _WordsDialog(FormDialog):
    """Asks for one line of words and hands it to a verb."""

    def __init__(self, parent: QWidget, operations: Operations, name: str, title: str) -> None:
        super().__init__(parent, title, accept=tr("OK"), cancel=tr("Cancel"), width=_WIDTH)
        self.setObjectName(name)
        self.operations = operations
        self._attempt = Attempt(one_action=True)
        self.words_edit = TextEdit(text.REASON)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)
        self.finished.connect(parent.activateWindow)

    def _verb(self, words: str) -> partial[Done]:
        raise NotImplementedError

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        verb = self._verb(self.words_edit.value())
        if isinstance(self.operations.run(self, verb, self._attempt, self.show_refusal), Done):
            self.accept()


class AskDialog(_WordsDialog):
    """Asks what the customer has to be asked, and names what goes to others meanwhile."""

    def __init__(self, parent: QWidget, operations: Operations, details: BackorderDetails) -> None:
        super().__init__(parent, operations, "ask_customer", tr("Ask the Customer"))
        self._backorder_id = details.id
        self.say_first(
            tr(
                "Until {customer} answers, no {item} is ordered, allocated or set aside for this backorder. It keeps "
                "its place, and what is waiting for pick-up stays."
            ).format(customer=details.customer, item=details.item)
        )
        if details.orders:
            planned = ", ".join(
                tr("{units} on {order}").format(
                    units=formatting.quantity(order.quantity),
                    order=tr("a working order") if order.number is None else purchase_order_words(order.number),
                )
                for order in details.orders
            )
            released = self.say_first(tr("No longer planned for {customer}:").format(customer=details.customer))
            released.setText(f"{released.text()} {planned}")
            released.setObjectName("released_label")
        self.add_input("question", tr("Question"), self.words_edit)

    @override
    def _verb(self, words: str) -> partial[Done]:
        return partial(questions.ask, backorder_id=self._backorder_id, question=words)


class AnswerDialog(_WordsDialog):
    """Shows the open question and takes down the answer."""

    def __init__(self, parent: QWidget, operations: Operations, details: BackorderDetails) -> None:
        super().__init__(parent, operations, "answer_question", tr("Answer"))
        self._backorder_id = details.id
        phone = f" ({details.phone})" if details.phone else ""
        self.say_first(tr("Asked of {customer}:").format(customer=f"{details.customer}{phone}"))
        self.question_label = self.say_first(details.question)
        self.question_label.setObjectName("question_label")
        self.add_input("answer", tr("Answer"), self.words_edit)

    @override
    def _verb(self, words: str) -> partial[Done]:
        return partial(questions.answer, backorder_id=self._backorder_id, answer=words)


class WillAlsoTakeDialog(_WordsDialog):
    """Takes down what else the customer would take."""

    def __init__(self, parent: QWidget, operations: Operations, details: BackorderDetails) -> None:
        super().__init__(parent, operations, "will_also_take", tr("Will Also Take"))
        self._backorder_id = details.id
        self.say_first(
            tr(
                "What {customer} would take instead of {item}. It is shown and printed; nothing is ordered by it."
            ).format(customer=details.customer, item=details.item)
        )
        self.words_edit.setText(details.will_also_take)
        self.add_input("will_also_take", tr("Will Also Take"), self.words_edit)

    @override
    def _verb(self, words: str) -> partial[Done]:
        return partial(questions.note_will_also_take, backorder_id=self._backorder_id, will_also_take=words)
