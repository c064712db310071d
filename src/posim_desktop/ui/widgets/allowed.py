"""Buttons that not everybody may press: they stay in their place and say why. Serves the guide's page on roles."""

from PySide6.QtWidgets import QWidget

from posim_desktop.domain.errors import Refusal
from posim_desktop.ui.refusals import words_of


def allow(widget: QWidget, refusal: Refusal | None, tip: str = "") -> None:
    """Enable a widget, or disable it with the reason for eyes and for screen readers.

    Args:
        widget: A button or an input.
        refusal: Why it may not be used, or None.
        tip: What its tooltip says otherwise.
    """
    widget.setEnabled(refusal is None)
    widget.setToolTip(words_of(refusal) or tip)
    widget.setAccessibleDescription(words_of(refusal))
