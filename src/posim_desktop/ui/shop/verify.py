"""File › Verify: every rule of the shop's records, one after the other. Serves "Keep the records safe" in the guide."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QProgressBar, QPushButton, QWidget
from shiboken6 import isValid
from typing_extensions import override

from posim_desktop.domain.errors import TroubleError
from posim_desktop.queries.verify import RULES, Violation
from posim_desktop.services.verifying import check_by_itself
from posim_desktop.ui import formatting
from posim_desktop.ui.database_thread import Job
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.widgets.chips import Banner, Tone
from posim_desktop.ui.widgets.form_dialog import FormDialog
from posim_desktop.ui.widgets.sheet_saving import save_bytes

_SHOWN = 200


class VerifyDialog(FormDialog):
    """Verifies rule by rule, so that others' questions are answered in between; Cancel stops after the one at work.

    What is found is named in English, as ``posim-desktop verify`` does: it is for whoever looks after the database.
    """

    def __init__(self, parent: QWidget, operations: Operations) -> None:
        super().__init__(parent, "", accept="", cancel="", width=640)
        self.setObjectName("verify")
        self.setWindowTitle(self.tr("Verify"))
        self._operations = operations
        self._rules = tuple(RULES)
        self._done = 0
        self._is_stopped = False
        self._found: list[Violation] = []
        self.say_first(
            self.tr(
                "Every figure is worked out again from its history, and every record is laid beside the audit. Nothing "
                "is changed. In a large shop this takes some minutes; best when nobody sells."
            )
        )
        self._build()
        for button, label in ((self.accept_button, self.tr("Verify")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def _build(self) -> None:
        self.progress_bar = QProgressBar()
        self.progress_bar.setObjectName("progress_bar")
        self.progress_bar.setAccessibleName(self.tr("Progress"))
        self.progress_bar.setFormat(self.tr("Rules: %v of %m"))
        self.progress_bar.setRange(0, len(self._rules))
        self.progress_bar.hide()
        self.result_banner = Banner()
        self.result_banner.setObjectName("result_banner")
        self.found_text = QPlainTextEdit()
        self.found_text.setObjectName("found_text")
        self.found_text.setAccessibleName(self.tr("What was found"))
        self.found_text.setReadOnly(True)
        self.found_text.setTabChangesFocus(True)
        self.found_text.hide()
        self.save_button = QPushButton(self.tr("Save As…"))
        self.save_button.setObjectName("save_button")
        self.save_button.hide()
        self.save_button.clicked.connect(self._on_save_button_clicked)
        for widget in (self.progress_bar, self.result_banner, self.found_text):
            self.body.addWidget(widget)
        self.body.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_accept_button_clicked(self) -> None:
        self.accept_button.setEnabled(False)
        self.progress_bar.show()
        self.cancel_button.setFocus()
        self.grow()
        self._ask()

    def _ask(self) -> None:
        self._operations.begin_reading(check_by_itself, self._on_answered, self._rules[self._done])

    def _on_answered(self, job: Job[tuple[Violation, ...]]) -> None:
        if not isValid(self) or self._is_stopped:
            return
        try:
            self._found += job.answer()
        except TroubleError as trouble:
            self._say("bad", words_of_trouble(trouble))
            return
        self._done += 1
        self.progress_bar.setValue(self._done)
        if self._done < len(self._rules):
            self._ask()
        else:
            self._tell()

    def _tell(self) -> None:
        if not self._found:
            self._say("good", self.tr("The records agree: {count} rules.").format(count=len(self._rules)))
            return
        words = self.tr(
            "Problems found: {count}. Nothing was changed. Save what was found, keep a copy of the database as it is, "
            "and call whoever looks after it."
        )
        self.found_text.setPlainText("\n".join(map(str, self._found[:_SHOWN])))
        self.found_text.show()
        self.save_button.show()
        self._say("bad", words.format(count=formatting.count(len(self._found))))

    def _say(self, tone: Tone, words: str) -> None:
        self.result_banner.show_message(tone, words)
        self.accept_button.hide()
        self.cancel_button.setText(self.tr("Close"))
        self.cancel_button.setAccessibleName(self.tr("Close"))
        self.grow()

    def _on_save_button_clicked(self) -> None:
        dialog = QFileDialog(self, self.tr("Save What Was Found"), "verify.txt")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda file: self.write(Path(file)))
        dialog.open()

    def write(self, file: Path) -> None:
        """Write all that was found, a line each."""
        save_bytes(self, file, "".join(f"{each}\n" for each in self._found).encode())

    @override
    def reject(self) -> None:
        self._is_stopped = True
        super().reject()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._is_stopped = True
        super().closeEvent(event)
