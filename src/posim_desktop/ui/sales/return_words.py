"""What is said of goods that come back. Serves the guide's page "Returns"."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.sales.returns import Paid
from posim_desktop.domain.sales.tenders import SHIPPED, TenderKind
from posim_desktop.printing.sales.invoice import tender_name
from posim_desktop.ui import formatting
from posim_desktop.ui.widgets.return_reasons import known_reasons


def reasons(shop: ShopPreferences) -> tuple[str, ...]:
    """List why goods come back: the shop's own reasons, or those that the program knows."""
    own = tuple(filter(None, map(str.strip, shop.return_reasons.splitlines())))
    return own or known_reasons()


def paid_by(roads: Sequence[Paid]) -> str:
    """Say how a sale was paid, and what of it was refunded already."""
    said = []
    for road in roads:
        words = _tr("{tender} {amount}, {gave} of it refunded") if road.gave else _tr("{tender} {amount}")
        amounts = {"amount": formatting.money(road.took), "gave": formatting.money(road.gave)}
        said.append(words.format(tender=_tender(road.name), **amounts))
    return _tr("Paid by {tenders}").format(tenders="; ".join(said)) if said else ""


def _tender(name: str) -> str:
    kind = next((kind for kind, terms in SHIPPED.items() if terms.name == name), TenderKind.OTHER)
    return tender_name(kind, name)


def _tr(words: str) -> str:
    return QCoreApplication.translate("returns", words)
