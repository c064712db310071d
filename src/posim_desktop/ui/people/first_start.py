"""The first start: an empty shop gets its name, its Owner and its tax. Serves the guide's page on it."""

from decimal import Decimal
from functools import partial
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QTimeZone, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from posim_desktop.domain import text
from posim_desktop.domain.changes import Done
from posim_desktop.domain.currencies import usual_decimals
from posim_desktop.domain.errors import Refusal, RefusedError, TroubleError
from posim_desktop.domain.people.permissions import EVERYTHING
from posim_desktop.domain.preferences import is_certified_till_asked
from posim_desktop.domain.why import Why
from posim_desktop.queries.shop import preferences
from posim_desktop.services.cards import shop
from posim_desktop.ui import formatting
from posim_desktop.ui.key_rules import key_rules
from posim_desktop.ui.operations import LoggedIn, Operations, say
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.people.new_pin import hashed, new_pin
from posim_desktop.ui.people.pin_panel import PinEdit
from posim_desktop.ui.people.role_names import OWNER
from posim_desktop.ui.refusals import words_of, words_of_trouble
from posim_desktop.ui.style import mark
from posim_desktop.ui.widgets.currency_box import CurrencyBox, DecimalsBox
from posim_desktop.ui.widgets.edits import TextEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog
from posim_desktop.ui.widgets.inputs import RateEdit
from posim_desktop.ui.widgets.region_box import RegionBox, system_locale

_EXAMPLE = Decimal("8.25")
_WIDTH = 512  # beside the scroll bar of a low screen the longest region is still whole
_USUAL_CURRENCY = "USD"  # where the region is half the world


class FirstStartDialog(FormDialog):
    """Asks for what a shop needs before its first sale, and logs its Owner in.

    Signals:
        exit_requested: The person leaves the program instead.
        already_set_up(str): Somebody else was first; the words to say so.
    """

    exit_requested = Signal()
    already_set_up = Signal(str)

    def __init__(self, parent: QWidget | None, operations: Operations) -> None:
        key_rules()
        super().__init__(parent, "", accept="", cancel="", width=_WIDTH)
        self.operations = operations
        self._attempt = Attempt(one_action=True)
        self._hashed = ("", "")
        self._is_own_currency = False
        self.setObjectName("first_start")
        self.setWindowTitle(self.tr("Welcome"))
        for button, label in ((self.accept_button, self.tr("Start")), (self.cancel_button, self.tr("Exit"))):
            button.setText(label)
            button.setAccessibleName(label)
        self._build()
        self.accept_button.clicked.connect(self._on_accept_button_clicked)
        self.cancel_button.clicked.disconnect()
        self.cancel_button.clicked.connect(self.exit_requested)

    def _build(self) -> None:
        self.say_first(
            self.tr(
                "This is a new shop. Tell us about it; you can change it all later, except how amounts are written."
            )
        )
        words = self.tr(
            "In this country many shops need a till that is certified or tells the tax office of each sale. This "
            "program is not certified and tells nobody. Ask your tax adviser before you sell with it."
        )
        self.certified_label = self.say_first(words)
        self.certified_label.setObjectName("certified_label")
        mark(self.certified_label, role="attention")
        self.store_name_edit = TextEdit(text.NAME)
        self.employee_name_edit = TextEdit(text.NAME)
        self.pin_edit, self.pin_again_edit = PinEdit(), PinEdit()
        self.tax_name_edit = TextEdit(text.CODE)
        self.tax_name_edit.set_value(self.tr("Sales Tax"))
        self.tax_rate_edit = RateEdit("tax_rate")
        self.region_box = RegionBox()
        self.region_box.set_value(system_locale())
        self.currency_box, self.decimals_box = CurrencyBox(), DecimalsBox()
        self._write_as_there()
        self.region_box.currentIndexChanged.connect(self._write_as_there)
        self._build_money()
        self.add_input("store_name", self.tr("Store Name"), self.store_name_edit)
        self.add_input("employee_name", self.tr("Your Name"), self.employee_name_edit)
        self.add_input("locale", self.tr("Region"), self.region_box)
        self.add_input("currency", self.tr("Currency"), self.currency_box)
        self.add_input("decimals", self.tr("Amounts"), self.decimals_box)
        self.add_input("tax_name", self.tr("Tax Name"), self.tax_name_edit)
        self.add_input("tax_rate", self.tr("Tax Rate in Percent"), self.tax_rate_edit)
        self.add_input("pin", self.tr("Your PIN"), self.pin_edit)
        self.add_input("pin_again", self.tr("Your PIN Again"), self.pin_again_edit)

    def _build_money(self) -> None:
        """Propose the region's currency, and the decimals that are usual in it, unless they were decided already."""
        self.currency_box.activated.connect(self._on_currency_box_activated)
        if self.operations.read(preferences.are_decimals_decided):
            decided = self.operations.read(preferences.load)
            self._is_own_currency = bool(decided.currency)
            self.currency_box.set_value(decided.currency)
            self.decimals_box.set_value(decided.decimals)
            self.decimals_box.setEnabled(False)
            self.decimals_box.setToolTip(self.tr("It was decided when amounts were imported."))

    def _on_currency_box_activated(self) -> None:
        self._is_own_currency = True
        self._propose_decimals()

    def _propose_decimals(self) -> None:
        self.decimals_box.show_samples(self.currency_box.value())
        if self.decimals_box.isEnabled():
            self.decimals_box.set_value(usual_decimals(self.currency_box.value()))

    def _write_as_there(self) -> None:
        """Write and read numbers as the chosen region does; there is no shop yet that could have decided it."""
        try:
            rate = self.tax_rate_edit.value()
        except RefusedError:
            rate = None  # stays as it was typed
        self.certified_label.setVisible(is_certified_till_asked(self.region_box.value()))
        if self.isVisible():
            self.grow()
        formatting.use_store_format(self.region_box.value(), system_time_zone())
        if not self._is_own_currency:
            self.currency_box.set_value(formatting.currency() or _USUAL_CURRENCY)
            self._propose_decimals()
        self.decimals_box.show_samples(self.currency_box.value())
        example = self.tr("e.g. {rate}, or 0 for no sales tax")
        self.tax_rate_edit.setPlaceholderText(example.format(rate=formatting.quantity(_EXAMPLE)))
        if rate is not None:
            self.tax_rate_edit.set_value(rate)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        if self.isVisible():
            self.exit_requested.emit()

    @override
    def reject(self) -> None:
        """Esc does not lead into a shop that is not set up."""

    def _hash_of(self, pin: str) -> str:
        """Hash a PIN once: tried again after a lost answer, the same content has the same hash."""
        if self._hashed[0] != pin:
            self._hashed = (pin, hashed(self.operations, pin))
        return self._hashed[1]

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        edits = (self.store_name_edit, self.employee_name_edit, self.tax_name_edit)
        try:
            names = shop.clean_names(*(edit.value() for edit in edits))
            rate = self.tax_rate_edit.value()
            pin_hash = self._hash_of(new_pin(self.pin_edit, self.pin_again_edit))
        except RefusedError as refused:
            self.show_refusal(refused.refusal)
            return
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return
        verb = partial(
            shop.set_up,
            store_name=names.store,
            employee_name=names.employee,
            pin_hash=pin_hash,
            tax_name=names.tax,
            tax_rate=rate,
            locale=self.region_box.value(),
            time_zone=system_time_zone(),
            currency=self.currency_box.value(),
            decimals=self.decimals_box.value(),
        )
        result = self.operations.run(self, verb, self._attempt, self._show_why_not)
        if isinstance(result, Done):
            self.operations.log_in(LoggedIn(result.record_id, names.employee, OWNER, EVERYTHING))
            self.accept()

    def _show_why_not(self, refusal: Refusal) -> bool:
        if refusal.why is Why.ALREADY_SET_UP:
            self.already_set_up.emit(words_of(refusal))
            return True
        return self.show_refusal(refusal)


def system_time_zone() -> str:
    """Return the IANA name of this computer's time zone, UTC when it has none that is known."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return "UTC"
    return name
