"""A mail with a paper: to whom, and what it says. Serves the guide's pages "Mail an order" and "Mail a receipt"."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from posim_desktop.domain import text
from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import TroubleError
from posim_desktop.printing.pages import Pages
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.widgets.edits import TextEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog
from posim_desktop.ui.widgets.inputs import LinesEdit

_WIDTH = 620
_BODY_LINES = 8


@dataclass(frozen=True, slots=True)
class MailDraft:
    """What a mail says before somebody changes it."""

    recipient: str
    subject: str
    body: str


class MailDialog(FormDialog):
    """Shows the mail as it goes out; Send puts it among the outgoing mail. What is mailed is a kind's own affair."""

    def __init__(self, parent: QWidget, operations: Operations, draft: MailDraft, *, first: str) -> None:
        """Build the dialog.

        Args:
            parent: Over which it opens.
            operations: The road to the verbs.
            draft: What the mail says.
            first: What is said above it.
        """
        super().__init__(parent, "", accept="", cancel="", width=_WIDTH)
        self.operations, self._attempt = operations, Attempt(one_action=True)
        for button, label in ((self.accept_button, self.tr("Send")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self.recipient_edit, self.subject_edit = TextEdit(text.EMAIL), TextEdit(text.DESCRIPTION)
        self.body_edit = LinesEdit(_BODY_LINES)
        self.say_first(first)
        self.add_input("recipient", self.tr("To"), self.recipient_edit)
        self.add_input("subject", self.tr("Subject"), self.subject_edit)
        self.add_input("body", self.tr("Text"), self.body_edit)
        self.recipient_edit.set_value(draft.recipient)
        self.subject_edit.set_value(draft.subject[: text.DESCRIPTION])
        self.body_edit.set_value(draft.body)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)
        self.finished.connect(parent.activateWindow)

    def paper(self) -> Pages:
        """Lay out what is mailed.

        Raises:
            TroubleError: The database cannot be reached.
        """
        raise NotImplementedError

    def verb(self) -> partial[Done]:
        """Bind the verb that mails it, without the mail itself."""
        raise NotImplementedError

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        try:
            pages = self.paper()
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return
        verb = partial(
            self.verb(),
            recipient=self.recipient_edit.value(),
            subject=self.subject_edit.value(),
            body=self.body_edit.value(),
            file_name=f"{pages.title}.pdf",
            content=pages.pdf(),
        )
        if isinstance(self.operations.run(self, verb, self._attempt, self.show_refusal), Done):
            self.accept()
