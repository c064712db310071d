"""What the dialogs have in common: labeled inputs, refusals at the field, the primary button bottom right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from posim_desktop.domain.errors import Refusal
from posim_desktop.ui.refusals import words_of
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.button_bar import AnswerButtons
from posim_desktop.ui.widgets.edits import clear_refusals, show_refusal, with_hint
from posim_desktop.ui.widgets.screen_size import room_on_screen
from posim_desktop.ui.widgets.scrolled import Scrolled

OK_KEY = "F12"


class FormDialog(QDialog):
    """A dialog with a heading, labeled inputs and two buttons.

    Attributes:
        inputs: The inputs by the field names of their refusals.
        accept_button: The primary action; Enter after the last input and :data:`OK_KEY` press it.
        cancel_button: Gives up; Esc presses it.
    """

    def __init__(self, parent: QWidget | None, title: str, *, accept: str, cancel: str, width: int = 460) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.inputs: dict[str, QWidget] = {}
        self.first_focus: QWidget | None = None
        self.setMinimumWidth(min(width, room_on_screen(self).width()))
        content = QWidget()
        self._rows = QVBoxLayout(content)
        self._rows.setContentsMargins(6 * SPACE, 5 * SPACE, 6 * SPACE, SPACE)
        self._rows.setSpacing(3 * SPACE)
        self.body = QVBoxLayout()
        self.body.setSpacing(3 * SPACE)
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(4 * SPACE)
        self.form.setVerticalSpacing(3 * SPACE)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._rows.addLayout(self.body)
        self._rows.addLayout(self.form)
        self._rows.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Scrolled(content), 1)
        whole.addLayout(self._build_foot(accept, cancel))

    def _build_foot(self, accept: str, cancel: str) -> QVBoxLayout:
        """Build what stays in sight when a small screen lets the rest scroll."""
        self.trouble_label = QLabel()
        self.trouble_label.setObjectName("trouble_label")
        self.trouble_label.setWordWrap(True)
        mark(self.trouble_label, role="field-error")
        self.trouble_label.hide()
        buttons = AnswerButtons(accept, cancel)
        self.accept_button, self.cancel_button = buttons.accept_button, buttons.cancel_button
        self.accept_button.setToolTip(OK_KEY)
        self.cancel_button.clicked.connect(self.reject)
        QShortcut(QKeySequence(OK_KEY), self, autoRepeat=False).activated.connect(self._on_ok_key_pressed)
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(6 * SPACE, 2 * SPACE, 6 * SPACE, 5 * SPACE)
        self._foot.setSpacing(4 * SPACE)
        self._foot.addWidget(self.trouble_label)
        self._foot.addLayout(buttons)
        return self._foot

    def _on_ok_key_pressed(self) -> None:
        if self.accept_button.isDefault():  # no key in haste does what cannot be undone
            self.accept_button.click()

    def say_first(self, text: str) -> QLabel:
        """Write a paragraph above the inputs."""
        label = QLabel(text)
        label.setWordWrap(True)
        mark(label, role="muted")
        self.body.addWidget(label)
        return label

    def add_input(self, field: str, label: str, widget: QWidget) -> None:
        """Put an input under its label; refusals of the field are shown there."""
        widget.setObjectName(f"{field}_edit")
        widget.setAccessibleName(label)
        caption = QLabel(label)
        caption.setBuddy(widget)
        mark(caption, role="label")
        self.inputs[field] = widget
        self.form.addRow(caption, with_hint(widget))

    def put_labels_above(self) -> None:
        """Give each label the whole width above its input, and as many lines as it needs: it is a sentence."""
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for row in range(self.form.rowCount()):
            place = self.form.itemAt(row, QFormLayout.ItemRole.LabelRole)
            caption = None if place is None else place.widget()
            if isinstance(caption, QLabel):
                caption.setWordWrap(True)
        self.grow()

    def show_refusal(self, refusal: Refusal) -> bool:
        """Show a refusal at its input, or above the buttons when it is about no input; what was typed stays."""
        self.clear_refusals()
        if not show_refusal(self.inputs, refusal):
            self.trouble_label.setText(words_of(refusal))
            self.trouble_label.show()
        self.grow()
        return True

    def clear_refusals(self) -> None:
        """Take all refusals away before the next attempt."""
        clear_refusals(self.inputs.values())
        self.trouble_label.hide()

    def grow(self) -> None:
        """Make room for what is said under the inputs, or asked besides, as far as the screen has any."""
        self.resize(self.width(), max(self.height(), min(self._wanted_height(), room_on_screen(self).height())))

    def _wanted_height(self) -> int:
        wanted = 0
        for layout in (self._rows, self._foot):
            layout.activate()
            wraps = layout.hasHeightForWidth()
            wanted += layout.totalHeightForWidth(self.width()) if wraps else layout.totalSizeHint().height()
        return wanted

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.resize(self.width(), min(self._wanted_height(), room_on_screen(self).height()))
        first = self.first_focus or next((each for each in self.inputs.values() if each.isEnabled()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
