"""A new PIN, typed twice, after the old one where it is one's own. Serves the guide's page "Log in"."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from posim_desktop.domain.errors import Field, RefusedError, refuse, require
from posim_desktop.domain.people.pins import TriedPin, pin_refusal
from posim_desktop.domain.why import Why
from posim_desktop.ui.key_rules import key_rules
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.people.pin_panel import PinEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog


def new_pin(first: PinEdit, second: PinEdit) -> str:
    """Return the PIN that was typed into two fields.

    Raises:
        RefusedError: It may not be a PIN, or the two are not the same; at the fields ``pin`` and ``pin_again``.
    """
    require(pin_refusal(first.value()))
    if first.value() != second.value():
        raise refuse(Why.PINS_DIFFER, Field("pin_again"))
    return first.value()


def hashed(operations: Operations, pin: str) -> str:
    """Hash a new PIN off the window's thread.

    Raises:
        TroubleError: The person stopped waiting.
    """
    return operations.work_out(partial(_make, pin))


def held_against(operations: Operations, pin_hash: str, pin: str) -> TriedPin:
    """Find out off the window's thread whether a typed PIN is the right one.

    Raises:
        TroubleError: The person stopped waiting.
    """
    return operations.work_out(partial(_hold_against, pin_hash, pin))


def _make(pin: str) -> str:
    from posim_desktop.services.people import pin_hashes  # noqa: PLC0415 - loaded off the window's thread

    return pin_hashes.make(pin)


def _hold_against(pin_hash: str, pin: str) -> TriedPin:
    from posim_desktop.services.people import pin_hashes  # noqa: PLC0415 - loaded off the window's thread

    return pin_hashes.held_against(pin_hash, pin)


class NewPinDialog(FormDialog):
    """Asks for a new PIN; whoever opened it says what came of it.

    Signals:
        given(str, str): The old PIN, ``""`` where none is asked for, and the new one; it may be one.
    """

    given = Signal(str, str)

    def __init__(self, parent: QWidget, name: str, *, first: str = "", asks_old: bool = False) -> None:
        """Ask for somebody's new PIN.

        Args:
            parent: The window that asks.
            name: Whose.
            first: Said above the fields.
            asks_old: Whether the old PIN is asked for.
        """
        super().__init__(parent, "", accept="", cancel="")
        key_rules()  # Enter goes on here too, and the first PIN is asked for before there is a client
        self.setObjectName("new_pin")
        self.setWindowTitle(self.tr("PIN of {name}").format(name=name))
        for button, label in ((self.accept_button, self.tr("Set PIN")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self.say_first(first or self.tr("At least four digits; no run like 1234, and not all the same."))
        self.old_pin_edit = PinEdit()
        self.pin_edit, self.pin_again_edit = PinEdit(), PinEdit()
        if asks_old:
            self.add_input("old_pin", self.tr("Old PIN"), self.old_pin_edit)
        self.add_input("pin", self.tr("New PIN"), self.pin_edit)
        self.add_input("pin_again", self.tr("New PIN Again"), self.pin_again_edit)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        try:
            pin = new_pin(self.pin_edit, self.pin_again_edit)
        except RefusedError as refused:
            self.show_refusal(refused.refusal)
            return
        self.given.emit(self.old_pin_edit.value(), pin)
