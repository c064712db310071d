"""Help › About: which program this is, which database it works on, and the licences of all its parts."""

import platform

from PySide6 import __version__ as qt_version
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from posim_desktop.settings import APP_NAME, program_version
from posim_desktop.ui.parts import Part, parts
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.screen_size import resize_on_screen

_WIDTH = 160 * SPACE
_LICENCES_HEIGHT = 70 * SPACE


class AboutDialog(QDialog):
    """Facts that can be copied into a letter to whoever helps, and the licences below."""

    def __init__(self, parent: QWidget, title: str, database: str, workstation: str) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        self.setWindowTitle(self.tr("About"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        heading = QLabel(title)
        mark(heading, role="title")
        self.facts_label = QLabel(
            self.tr(
                "{program} {version}\nDatabase: {database}\nWorkstation: {workstation}\nPython {python}, Qt {qt}"
            ).format(
                program=APP_NAME,
                version=program_version(),
                database=database,
                workstation=workstation,
                python=platform.python_version(),
                qt=qt_version,
            )
        )
        self.facts_label.setObjectName("facts_label")
        self.facts_label.setWordWrap(True)
        self.facts_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(6 * SPACE, 5 * SPACE, 6 * SPACE, 5 * SPACE)
        rows.setSpacing(3 * SPACE)
        rows.addWidget(heading)
        rows.addWidget(self.facts_label)
        rows.addLayout(self._build_licences(), 1)
        rows.addLayout(self._build_buttons())
        resize_on_screen(self, _WIDTH, self.sizeHint().height() + _LICENCES_HEIGHT)
        self.close_button.setFocus()

    def _build_licences(self) -> QVBoxLayout:
        caption = QLabel(self.tr("&Licences"))
        mark(caption, role="label")
        self.licences_text = QPlainTextEdit(_licences(parts(), self.tr("Qt for Python is used under the LGPL-3.0.")))
        self.licences_text.setObjectName("licences_text")
        self.licences_text.setAccessibleName(self.tr("Licenses"))
        self.licences_text.setReadOnly(True)
        self.licences_text.setTabChangesFocus(True)
        caption.setBuddy(self.licences_text)
        rows = QVBoxLayout()
        rows.setSpacing(SPACE)
        rows.addWidget(caption)
        rows.addWidget(self.licences_text, 1)
        return rows

    def _build_buttons(self) -> QHBoxLayout:
        self.close_button = QPushButton(self.tr("&Close"))
        self.close_button.setObjectName("close_button")
        self.close_button.setAccessibleName(self.tr("Close"))
        self.close_button.setDefault(True)
        mark(self.close_button, primary=True)
        self.close_button.clicked.connect(self.accept)
        columns = QHBoxLayout()
        columns.addStretch(1)
        columns.addWidget(self.close_button)
        return columns


def _licences(listed: tuple[Part, ...], remark: str) -> str:
    overview = "\n".join(f"{part.name} {part.version} – {part.licence}" for part in listed)
    texts = "".join(f"\n\n\n―― {part.name} ――\n\n{part.text}" for part in listed if part.text)
    return f"{overview}\n\n{remark}{texts}"
