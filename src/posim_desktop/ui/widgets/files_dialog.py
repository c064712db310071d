"""The pictures and files beside what a customer ordered. Serves the guide's page "Pictures and files"."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from posim_desktop.domain.backorders.attachments import AttachmentKind
from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Refusal, RefusedError, TroubleError
from posim_desktop.printing.attached import ENDINGS, MAX_FILE_BYTES, kept_file
from posim_desktop.queries import attachments
from posim_desktop.queries.attachments import AttachedFile
from posim_desktop.services.sales import attachments as verbs
from posim_desktop.ui import formatting
from posim_desktop.ui.models.fixed_rows import FixedRows, TableColumn
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.refusals import words_of, words_of_failure, words_of_trouble
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.button_bar import named_button
from posim_desktop.ui.widgets.choice_table import ChoiceTable
from posim_desktop.ui.widgets.screen_size import resize_on_screen

_WIDTH, _HEIGHT = 200 * SPACE, 110 * SPACE
_SHOWN = QSize(70 * SPACE, 70 * SPACE)
_KILOBYTE = 1000

Read = Callable[[Any], tuple[AttachedFile, ...]]


class FilesDialog(QDialog):
    """Lists files, shows the chosen picture, attaches, saves and removes them."""

    def __init__(
        self,
        parent: QWidget,
        operations: Operations,
        about: str,
        read: Read,
        beside: Mapping[str, int],
        *,
        may_change: bool = True,
    ) -> None:
        """Read the files.

        Args:
            parent: The card.
            operations: Runs queries and verbs.
            about: What they are beside.
            read: Reads them.
            beside: What they are beside, as the verb takes it.
            may_change: Whether files can be attached and removed.

        Raises:
            TroubleError: The database cannot be reached.
        """
        super().__init__(parent)
        self.operations = operations
        self._read, self._beside, self._may_change = read, dict[str, Any](beside), may_change
        self._attempt = Attempt()
        self._files: tuple[AttachedFile, ...] = ()
        self.setObjectName("files_dialog")
        self.setWindowTitle(self.tr("Pictures and Files"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build(about)
        resize_on_screen(self, _WIDTH, _HEIGHT)
        self._reload()
        self.finished.connect(parent.activateWindow)

    def _build(self, about: str) -> None:
        told = QLabel(about)
        told.setWordWrap(True)
        mark(told, role="muted")
        self.trouble_label = QLabel()
        self.trouble_label.setObjectName("trouble_label")
        self.trouble_label.setWordWrap(True)
        mark(self.trouble_label, role="field-error")
        self.trouble_label.hide()
        columns = QHBoxLayout()
        columns.setSpacing(3 * SPACE)
        columns.addWidget(self._build_table(), 1)
        self.picture_label = QLabel()
        self.picture_label.setObjectName("picture_label")
        self.picture_label.setFixedWidth(_SHOWN.width())
        self.picture_label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        columns.addWidget(self.picture_label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(5 * SPACE, 4 * SPACE, 5 * SPACE, 4 * SPACE)
        layout.setSpacing(3 * SPACE)
        layout.addWidget(told)
        layout.addLayout(columns, 1)
        layout.addWidget(self.trouble_label)
        layout.addLayout(self._build_buttons())

    def _build_table(self) -> ChoiceTable:
        columns: tuple[TableColumn[AttachedFile], ...] = (
            TableColumn(self.tr("Name"), lambda row: row.name),
            TableColumn(self.tr("Size"), self._size, numeric=True),
            TableColumn(self.tr("Added By"), lambda row: row.by),
            TableColumn(self.tr("Date"), lambda row: formatting.day_of(row.at)),
        )
        self.rows: FixedRows[AttachedFile] = FixedRows(columns, self)
        self.table = ChoiceTable(self.rows, self.tr("Files"))
        self.table.setObjectName("table")
        self.table.chosen.connect(lambda _row: self._ask_where_to_save())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        return self.table

    def _build_buttons(self) -> QHBoxLayout:
        self.remove_button = named_button("remove_button", self.tr("&Remove"), "trash-2")
        mark(self.remove_button, destructive=True)
        self.save_button = named_button("save_button", self.tr("&Save As…"), "download")
        self.attach_button = named_button("attach_button", self.tr("&Attach…"), "plus")
        mark(self.attach_button, primary=True)
        self.close_button = named_button("close_button", self.tr("&Close"))
        self.remove_button.clicked.connect(self._on_remove_button_clicked)
        self.save_button.clicked.connect(self._ask_where_to_save)
        self.attach_button.clicked.connect(self._ask_for_file)
        self.close_button.clicked.connect(self.reject)
        columns = QHBoxLayout()
        columns.setSpacing(2 * SPACE)
        columns.addWidget(self.remove_button)
        columns.addWidget(self.save_button)
        columns.addStretch(1)
        columns.addWidget(self.close_button)
        columns.addWidget(self.attach_button)
        return columns

    def _size(self, row: AttachedFile) -> str:
        return self.tr("{size} KB").format(size=formatting.count(max(1, row.size // _KILOBYTE)))

    # ---- showing ----

    def _reload(self) -> None:
        self._files = self.operations.read(self._read)
        self.rows.show_rows(self._files)
        if self._files:
            self.table.selectRow(len(self._files) - 1)
        (self.table if self._files else self.attach_button).setFocus()
        self._show_chosen()

    @property
    def _chosen(self) -> AttachedFile | None:
        row = self.table.currentIndex().row()
        return self._files[row] if 0 <= row < len(self._files) else None

    def _show_chosen(self) -> None:
        chosen = self._chosen
        self.attach_button.setEnabled(self._may_change)
        closed = self.tr("This special order no longer changes. Attach files on the Backorder card.")
        self.attach_button.setToolTip("" if self._may_change else closed)
        removable = (
            chosen is not None
            and self._may_change
            and ("backorder_id" not in self._beside or not chosen.is_of_special_order)
        )
        self.remove_button.setEnabled(removable)
        self.save_button.setEnabled(chosen is not None)
        self.picture_label.clear()
        if chosen is None:
            self.picture_label.setText(self.tr("No files yet"))
            return
        self.picture_label.setAccessibleName(chosen.name)
        if chosen.kind is AttachmentKind.PDF:
            self.picture_label.setText(self.tr("PDF file. Save it to look at it."))
            self.picture_label.setWordWrap(True)
            return
        content = self._content(chosen)
        picture = QImage.fromData(content) if content else QImage()
        if not picture.isNull():
            ratio = self.devicePixelRatioF()
            shown = QPixmap.fromImage(picture).scaled(
                _SHOWN * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            shown.setDevicePixelRatio(ratio)
            self.picture_label.setPixmap(shown)

    def _content(self, file: AttachedFile) -> bytes:
        try:
            return self.operations.read(attachments.content, file.id) or b""
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return b""

    def show_refusal(self, refusal: Refusal) -> bool:
        """Say why a file was not kept."""
        self.trouble_label.setText(words_of(refusal))
        self.trouble_label.show()
        return True

    # ---- actions ----

    def _ask_for_file(self) -> None:
        kinds = " ".join(f"*.{ending}" for ending in ENDINGS)
        filters = self.tr("Pictures and PDF files ({kinds})").format(kinds=kinds)
        dialog = QFileDialog(self, self.tr("Attach"), "", filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: self.attach(Path(chosen)))
        dialog.open()

    def attach(self, file: Path) -> bool:
        """Keep a file; False after saying why it cannot be kept."""
        self.trouble_label.hide()
        try:
            with file.open("rb") as opened:
                content = kept_file(opened.read(MAX_FILE_BYTES + 1))
        except OSError as error:
            words = self.tr("{file} cannot be read: {why}.")
            say(self, words.format(file=file.name, why=words_of_failure(error)))
            return False
        except RefusedError as refused:
            return not self.show_refusal(refused.refusal)
        verb = partial(verbs.attach, name=file.name, content=content, **self._beside)
        if not isinstance(self.operations.run(self, verb, self._attempt, self.show_refusal), Done):
            return False
        self._reload()
        return True

    def _on_remove_button_clicked(self) -> None:
        self.trouble_label.hide()
        if self._chosen is not None:
            verb = partial(verbs.remove, attachment_id=self._chosen.id)
            if isinstance(self.operations.run(self, verb, self._attempt, self.show_refusal), Done):
                self._reload()

    def _ask_where_to_save(self) -> None:
        chosen = self._chosen
        if chosen is None:
            return
        dialog = QFileDialog(self, self.tr("Save As"), chosen.name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda where: self.save(chosen, Path(where)))
        dialog.open()

    def save(self, file: AttachedFile, where: Path) -> None:
        """Write a kept file out."""
        try:
            where.write_bytes(self._content(file))
        except OSError as error:
            words = self.tr("{file} cannot be written: {why}.")
            say(self, words.format(file=where.name, why=words_of_failure(error)))
