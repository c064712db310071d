"""File › Restore: a backup is looked through first, and told what it holds, before it replaces the shop.

Serves the guide's page "Backups".
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QProgressBar, QSpinBox, QWidget
from shiboken6 import isValid
from typing_extensions import override

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.exchange.numbers_given import DOCUMENTS, SLIP, Given
from posim_desktop.services.checksums import StoppedError
from posim_desktop.services.exchange import restored
from posim_desktop.services.exchange.restoring import Prepared, Restoring
from posim_desktop.ui import formatting
from posim_desktop.ui.database_thread import DatabaseThread, Job
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.refusals import words_of_failure, words_of_trouble
from posim_desktop.ui.style import mark
from posim_desktop.ui.widgets.button_bar import named_button
from posim_desktop.ui.widgets.edits import TextEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog

_LONGEST_PATH = 2000
_MOST = 999_999_999
_ENDING_SECONDS = 2


class RestoreDialog(FormDialog):
    """Asks for a file, looks it through in a thread of its own, and asks for numbers where the shop cannot tell them.

    Signals:
        chosen(Restoring, Given): The shop is to be replaced, and these are the numbers that somebody knows of.
    """

    chosen = Signal(object, object)
    _answered = Signal(object)

    def __init__(self, parent: QWidget, operations: Operations, url: str, folder: Path) -> None:
        """Make the dialog.

        Args:
            parent: The window it belongs to.
            operations: The road to the shop that would be replaced.
            url: Where that is.
            folder: Where backups lie.
        """
        super().__init__(parent, "", accept="", cancel="", width=640)
        self._operations = operations
        self._url = url
        self._folder = folder
        self._attempt = Attempt(one_action=True)
        self._restoring: Restoring | None = None
        self._is_stopped = False
        self._thread = DatabaseThread()
        self.number_edits: dict[str, QSpinBox] = {}
        self._build()
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)

    def _build(self) -> None:
        self.setObjectName("restore")
        self.setWindowTitle(self.tr("Restore"))
        for button, label in ((self.accept_button, self.tr("Restore")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self.say_first(
            self.tr(
                "The shop becomes what it was when the backup was made. What is there now is kept beside it. Close the "
                "windows on all other workstations first."
            )
        )
        self.file_edit = TextEdit(_LONGEST_PATH)
        self.add_input("file", self.tr("Backup"), self.file_edit)
        self.choose_button = named_button("choose_file_button", self.tr("Choose File…"))
        row = QHBoxLayout()
        row.addWidget(self.choose_button)
        row.addStretch(1)
        self.form.addRow("", row)
        self.progress_bar = QProgressBar()
        self.progress_bar.setRange(0, 0)
        self.progress_bar.setAccessibleName(self.tr("Looking the backup through"))
        self.progress_bar.setVisible(False)
        self.found_label = QLabel()
        self.found_label.setObjectName("found_label")
        self.found_label.setWordWrap(True)
        mark(self.found_label, role="value")
        self.form.addRow(self.progress_bar)
        self.form.addRow(self.found_label)
        self.accept_button.setEnabled(False)
        self.first_focus = self.choose_button
        self.choose_button.clicked.connect(self._ask_file)
        self.file_edit.editingFinished.connect(self._on_file_edit_finished)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def look_through(self, file: Path) -> None:
        """Begin to look a backup through; nothing is replaced by that."""
        self.file_edit.set_value(str(file))
        self._restoring = Restoring(self._url, file, self._operations.workstation)
        self._is_stopped = False
        self.accept_button.setEnabled(False)
        self.clear_refusals()
        self.found_label.setText(self.tr("Looking the backup through…"))
        self.progress_bar.setVisible(True)
        self._thread.put(Job(partial(_looked_through, self._restoring, lambda: self._is_stopped), self._ring))
        self.grow()

    @override
    def done(self, result: int) -> None:
        """Close; what is being looked through is given up."""
        self._is_stopped = True
        self._thread.close(_ENDING_SECONDS)
        super().done(result)

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose Backup"), str(self._folder))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Backups (*.sqlite *.dump)"), self.tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda file: self.look_through(Path(file)))
        dialog.open()

    def _on_file_edit_finished(self) -> None:
        typed = self.file_edit.value().strip()
        known = "" if self._restoring is None else str(self._restoring.file)
        if typed and typed != known and not self.progress_bar.isVisibleTo(self):
            self.look_through(Path(typed))

    def _ring(self, job: Job[Prepared]) -> None:
        if isValid(self):
            self._answered.emit(job)

    def _on_answered(self, job: Job[Prepared]) -> None:
        self.progress_bar.setVisible(False)
        try:
            prepared = job.answer()
        except StoppedError:
            return
        except TroubleError as trouble:
            self._say_wrong(words_of_trouble(trouble))
        except OSError as error:
            words = self.tr("{file} cannot be read: {why}.")
            self._say_wrong(words.format(file=self.file_edit.value(), why=words_of_failure(error)))
        else:
            self._show(prepared)

    def _say_wrong(self, words: str) -> None:
        self.found_label.setText("")
        self.trouble_label.setText(words)
        self.trouble_label.show()
        self.grow()

    def _show(self, prepared: Prepared) -> None:
        found = prepared.contents
        when = formatting.date_time(found.last_work) if found.last_work else "–"
        told = [
            self.tr("{shop}, as it was {when}. The backup is whole and its records agree.").format(
                shop=found.store_name, when=when
            )
        ]
        if not prepared.knows_numbers:
            if prepared.replaced is not None:
                told.append(self.tr("It is of another shop than the one that is open here."))
            told.append(
                self.tr(
                    "Nobody here can tell which numbers were handed out after it. Type the highest ones that you find "
                    "on paper, so that none comes twice."
                )
            )
            self._ask_numbers(prepared)
        self.found_label.setText("\n".join(told))
        self.accept_button.setEnabled(True)
        # No key in haste replaces a shop.
        first = next(iter(self.number_edits.values()), None)
        (self.cancel_button if prepared.knows_numbers or first is None else first).setFocus()
        self.grow()

    def _ask_numbers(self, prepared: Prepared) -> None:
        given = {**prepared.contents.given.counters, SLIP: prepared.contents.given.slip}
        for kind, label in _numbers().items():
            if kind not in self.number_edits:
                self.number_edits[kind] = QSpinBox(maximum=_MOST)
                self.add_input(f"last_{kind}", label, self.number_edits[kind])
            self.number_edits[kind].setMinimum(given.get(kind, 0))
            self.number_edits[kind].setValue(given.get(kind, 0))

    def _on_accept_button_clicked(self) -> None:
        if self._restoring is None:
            return
        verb = partial(restored.replace, file=self._restoring.file.name)
        if isinstance(self._operations.run(self, verb, self._attempt, self.show_refusal), Done):
            told = {kind: edit.value() for kind, edit in self.number_edits.items()}
            slip = told.pop(SLIP, 0)
            restoring = self._restoring
            self.accept()
            self.chosen.emit(restoring, Given(told, {}, slip))


def _looked_through(restoring: Restoring, stop: Callable[[], bool]) -> Prepared:
    with restoring.prepared(stop) as prepared:
        return prepared


def _numbers() -> dict[str, str]:
    """Name the kinds of numbers on paper, in the order of the counters."""
    names = {
        "invoice": _tr("Last invoice"),
        "backorder": _tr("Last backorder"),
        "purchase_order": _tr("Last purchase order"),
        "receiving_log": _tr("Last receiving log"),
        "receiving_correction": _tr("Last correction of a receiving log"),
        "special_order": _tr("Last special order"),
        "vendor_return": _tr("Last return to a vendor"),
        "stock_count": _tr("Last stock count"),
        SLIP: _tr("Last number under the bars of a slip"),
    }
    return {kind: names[kind] for kind in (*DOCUMENTS, SLIP)}


def _tr(words: str) -> str:
    return QCoreApplication.translate("RestoreDialog", words)
