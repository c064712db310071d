"""What the pages of preferences are made of."""

from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.edits import with_hint


def heading(words: str) -> QLabel:
    """Make the heading of a part of a page."""
    label = QLabel(words)
    mark(label, role="title")
    return label


def explanation(words: str) -> QLabel:
    """Make the muted text that says what a preference means, as wide as its page."""
    label = QLabel(words)
    label.setWordWrap(True)
    mark(label, role="muted")
    return label


def named_box(name: str, label: str) -> QCheckBox:
    """Make a box to tick, with its object name and its label."""
    box = QCheckBox(label)
    box.setObjectName(name)
    box.setAccessibleName(label)
    return box


def form_page() -> tuple[QWidget, QFormLayout]:
    """Make a page with a form at its top."""
    page = QWidget()
    return page, form_of(page)


def form_of(page: QWidget) -> QFormLayout:
    """Put a form at the top of a page."""
    rows = QVBoxLayout(page)
    rows.setContentsMargins(0, 0, 0, 0)
    form = QFormLayout()
    form.setVerticalSpacing(3 * SPACE)
    form.setHorizontalSpacing(4 * SPACE)
    rows.addLayout(form)
    rows.addStretch(1)
    return form


def add_row(inputs: dict[str, QWidget], form: QFormLayout, field: str, label: str, widget: QWidget) -> None:
    """Add an input with its caption to a form, and to the inputs that refusals are shown at, by its field's name."""
    widget.setObjectName(f"{field}_edit")
    widget.setAccessibleName(label)
    caption = QLabel(label)
    caption.setBuddy(widget)
    mark(caption, role="label")
    inputs[field] = widget
    form.addRow(caption, with_hint(widget))
