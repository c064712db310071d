"""Choosers of the shop's currency, and of how many decimal places its amounts have."""

from PySide6.QtWidgets import QWidget

from posim_desktop.domain.currencies import CURRENCIES
from posim_desktop.domain.money import DECIMALS
from posim_desktop.ui import currency_signs, formatting
from posim_desktop.ui.widgets.drop_down import DropDown


class CurrencyBox(DropDown):
    """Every currency by its three letters, with its sign as the store's region writes it."""

    def __init__(self, parent: QWidget | None = None, *, region: bool = False) -> None:
        """Offer all currencies.

        Args:
            parent: Owner.
            region: Offer that of the region first, whichever it is.
        """
        super().__init__(parent)
        if region:
            self.addItem(self.tr("That of the region"), "")
        locale = formatting.store_format().locale.name()
        for code in sorted(CURRENCIES):
            sign = currency_signs.sign_of(code, locale)
            self.addItem(code if sign == code else f"{code}  {sign}", code)

    def value(self) -> str:
        """Return the three letters of the currency that is chosen."""
        return str(self.currentData() or "")

    def set_value(self, code: str) -> None:
        """Choose a currency; one that is not listed leaves the choice as it is."""
        place = self.findData(code)
        if place >= 0:
            self.setCurrentIndex(place)


class DecimalsBox(DropDown):
    """How many decimal places amounts have, each shown by what an amount then looks like."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for places in DECIMALS:
            self.addItem("", places)
        self.show_samples("")

    def show_samples(self, currency: str) -> None:
        """Write the choices as the store's region writes amounts of a currency."""
        before, after = currency_signs.around(formatting.store_format().locale.name(), currency)
        for place, places in enumerate(DECIMALS):
            self.setItemText(place, f"{before}{formatting.sample(places)}{after}")

    def value(self) -> int:
        """Return how many decimal places are chosen."""
        return int(self.currentData())

    def set_value(self, places: int) -> None:
        """Choose so many decimal places."""
        self.setCurrentIndex(self.findData(places))
