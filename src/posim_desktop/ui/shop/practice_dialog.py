"""File › Practice: the way into a copy of the shop. Serves the guide's page "Practice"."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from posim_desktop.domain.errors import TroubleError
from posim_desktop.services.exchange.practice_shop import PracticeShop
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.style import mark
from posim_desktop.ui.widgets.button_bar import AnswerButtons, named_button
from posim_desktop.ui.widgets.form_dialog import FormDialog


class PracticeDialog(FormDialog):
    """Says what practice is; where there was some before, it goes on with that or begins anew.

    Signals:
        made(str): The practice shop is there, under this database URL.
    """

    made = Signal(str)

    def __init__(self, parent: QWidget, operations: Operations, shop: PracticeShop) -> None:
        super().__init__(parent, "", accept="", cancel="")
        self._operations = operations
        self._shop = shop
        self.setObjectName("practice_dialog")
        self.setWindowTitle(self.tr("Practice"))
        is_there = shop.stands()
        start = self.tr("Continue") if is_there else self.tr("Start")
        for button, label in ((self.accept_button, start), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        words = self.say_first(
            self.tr(
                "You work in a copy of this shop's items, customers, vendors and people, with your own PINs and no "
                "documents. Nothing there is real: every paper says PRACTICE, the drawer stays shut, no mail is sent "
                "and no card terminal is asked. The shop itself is not touched."
            )
        )
        mark(words, role="value")
        self.say_first(self.tr("What is open here is closed first."))
        if is_there:
            self.say_first(
                self.tr(
                    "Continue goes on with what you practiced. Start Anew throws it away and copies the cards again."
                )
            )
        self.anew_button = named_button("anew_button", self.tr("Start Anew"))
        self.anew_button.setVisible(is_there)
        self.anew_button.setAutoDefault(False)
        foot = self._foot.itemAt(self._foot.count() - 1)
        answers = None if foot is None else foot.layout()
        if isinstance(answers, AnswerButtons):
            answers.insertWidget(0, self.anew_button)
        self.first_focus = self.accept_button
        self.anew_button.clicked.connect(self._make)
        self.accept_button.clicked.connect(self._enter if is_there else self._make)

    def _make(self) -> None:
        employee = self._operations.logged_in
        if employee is None:
            return
        try:
            self._operations.work_out(partial(self._shop.make, employee.employee_id))
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return
        self._enter()

    def _enter(self) -> None:
        self.accept()
        self.made.emit(self._shop.url)
