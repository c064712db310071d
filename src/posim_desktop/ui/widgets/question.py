"""A question before an act that cannot be undone, or that is not as expected."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from posim_desktop.ui import sounds
from posim_desktop.ui.sounds import Sound
from posim_desktop.ui.style import mark
from posim_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH = 420


class Question(FormDialog):
    """Asks whether to go on; ``accepted`` and ``rejected`` are the answer, and the keyboard goes back to the window.

    The buttons are named by what they do. The one that gives up has the keyboard, so that Enter pressed in haste does
    no harm; Esc gives up too.
    """

    def __init__(
        self, parent: QWidget, title: str, question: str, *, act: str, give_up: str, destructive: bool = False
    ) -> None:
        """Make the question, to be opened.

        Args:
            parent: The window that asks.
            title: Its title.
            question: What is asked.
            act: What going on does.
            give_up: What giving up does.
            destructive: Whether going on takes something away for good.
        """
        super().__init__(parent, title, accept=act, cancel=give_up, width=_WIDTH)
        self.setObjectName("question")
        self.question_label = self.say_first(question)
        self.question_label.setObjectName("question_label")
        self.note_label = self.say_first("")
        self.note_label.setObjectName("note_label")
        self.note_label.hide()
        mark(self.question_label, role="value")
        mark(self.accept_button, destructive=destructive)
        self.accept_button.setToolTip("")
        self.cancel_button.setDefault(True)
        self.first_focus = self.cancel_button
        self.accept_button.clicked.connect(self.accept)
        for answered in (self.accepted, self.rejected):
            answered.connect(parent.activateWindow)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        sounds.play(Sound.ATTENTION)

    def show_note(self, note: str) -> None:
        """Say something more below the question."""
        self.note_label.setText(note)
        self.note_label.show()
        self.grow()
