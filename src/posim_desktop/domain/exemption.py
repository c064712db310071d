"""Who pays no tax, and on whose word. Serves the guide's page on customers."""

from dataclasses import dataclass

from posim_desktop.domain import text
from posim_desktop.domain.errors import Field, refuse
from posim_desktop.domain.why import Why


@dataclass(frozen=True, slots=True)
class Exemption:
    """The number under which somebody is exempt from tax, and why; without a number nobody is."""

    number: str = ""
    reason: str = ""

    def __bool__(self) -> bool:
        """Say whether no tax is paid."""
        return bool(self.number)


TAXED = Exemption()


def clean_exemption(exemption: Exemption) -> Exemption:
    """Bring an exemption into the form that is stored.

    Raises:
        RefusedError: Names ``exempt_number`` or ``exempt_reason``; a reason alone exempts nobody.
    """
    number = text.clean(exemption.number, field="exempt_number", limit=text.SHORT, label=text.Label.EXEMPT_NUMBER)
    reason = text.clean(exemption.reason, field="exempt_reason", limit=text.REASON, label=text.Label.REASON)
    if reason and not number:
        raise refuse(Why.EXEMPT_NUMBER_MISSING, Field("exempt_number"))
    return Exemption(number, reason)
