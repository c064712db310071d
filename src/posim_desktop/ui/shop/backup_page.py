"""The preferences of backups: where, when, how long, and how the last one went. Serves the guide's page "Backups"."""

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QSpinBox, QWidget

from posim_desktop.domain import text
from posim_desktop.domain.preferences import LAST_HOUR, MAX_BACKUP_DAYS, NO_HOUR, ShopPreferences
from posim_desktop.queries.shop.backups import Safety
from posim_desktop.ui.shop.backup_words import newest_words
from posim_desktop.ui.shop.page_parts import add_row, explanation, form_of, named_box
from posim_desktop.ui.style import SPACE
from posim_desktop.ui.widgets.edits import TextEdit
from posim_desktop.ui.widgets.table_dialog import small_button

_NUMBER_WIDTH = 32 * SPACE


class BackupPage(QWidget):
    """Where copies of the shop go, when they are made, and how long they are kept."""

    def __init__(self, before: ShopPreferences, safety: Safety) -> None:
        super().__init__()
        self.inputs: dict[str, QWidget] = {}
        self._form = form_of(self)
        self._build_folders(before)
        self._build_times(before)
        told = self.tr(
            "The second folder may be on a drive that you carry away. Of older copies the last of each month is kept "
            "for a year."
        )
        self._form.addRow("", explanation(told))
        self.newest_label = explanation(newest_words(safety))
        self.newest_label.setObjectName("newest_label")
        self._form.addRow("", self.newest_label)

    def _build_folders(self, before: ShopPreferences) -> None:
        form = self._form
        self.folder_edit, self.second_folder_edit = TextEdit(text.NOTE), TextEdit(text.NOTE)
        self.folder_edit.setPlaceholderText(self.tr("The program's own folder on each computer"))
        self.folder_edit.set_value(before.backup_folder)
        self.second_folder_edit.set_value(before.backup_second_folder)
        add_row(self.inputs, form, "backup_folder", self.tr("Folder"), self.folder_edit)
        form.addRow("", self._chooser("choose_folder_button", self.tr("Choose Folder…"), self.folder_edit))
        second = self.tr("Second folder")
        add_row(self.inputs, form, "backup_second_folder", second, self.second_folder_edit)
        choose = self.tr("Choose Second Folder…")
        form.addRow("", self._chooser("choose_second_folder_button", choose, self.second_folder_edit))

    def _build_times(self, before: ShopPreferences) -> None:
        form = self._form
        self.hour_edit = QComboBox()
        self.hour_edit.addItem(self.tr("At no hour"), NO_HOUR)
        for hour in range(LAST_HOUR + 1):
            self.hour_edit.addItem(f"{hour:02}:00", hour)
        self.hour_edit.setCurrentIndex(self.hour_edit.findData(before.backup_hour))
        add_row(self.inputs, form, "backup_hour", self.tr("Every day at"), self.hour_edit)
        self.at_closing_box = named_box("backup_at_closing_box", self.tr("When the last window is closed"))
        self.at_closing_box.setChecked(before.backup_at_closing)
        form.addRow("", self.at_closing_box)
        self.keep_days_edit = self._days(1, before.backup_keep_days)
        add_row(self.inputs, form, "backup_keep_days", self.tr("Keep all for"), self.keep_days_edit)
        self.warn_days_edit = self._days(0, before.backup_warn_days)
        self.warn_days_edit.setSpecialValueText(self.tr("Never"))
        add_row(self.inputs, form, "backup_warn_days", self.tr("Warn without one after"), self.warn_days_edit)

    def on(self, preferences: ShopPreferences) -> ShopPreferences:
        """Put what was chosen on this page into the preferences."""
        return replace(
            preferences,
            backup_folder=self.folder_edit.value().strip(),
            backup_second_folder=self.second_folder_edit.value().strip(),
            backup_at_closing=self.at_closing_box.isChecked(),
            backup_hour=int(self.hour_edit.currentData()),
            backup_keep_days=self.keep_days_edit.value(),
            backup_warn_days=self.warn_days_edit.value(),
        )

    def _days(self, least: int, days: int) -> QSpinBox:
        edit = QSpinBox(minimum=least, maximum=MAX_BACKUP_DAYS)
        edit.setSuffix(self.tr(" days"))
        edit.setFixedWidth(_NUMBER_WIDTH)
        edit.setValue(days)
        return edit

    def _chooser(self, name: str, label: str, edit: TextEdit) -> QHBoxLayout:
        button = small_button(label)
        button.setObjectName(name)
        button.clicked.connect(lambda: self._choose(edit))
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        return row

    def _choose(self, edit: TextEdit) -> None:
        dialog = QFileDialog(self, self.tr("Choose Folder"), edit.value())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(edit.set_value)
        dialog.open()
