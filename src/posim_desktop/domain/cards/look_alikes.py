"""Whether a new customer seems to be on file already. Serves the guide's page on customers."""

from enum import StrEnum

from posim_desktop.domain.cards.cards import CustomerFields
from posim_desktop.domain.folding import digits_of, fold

LEAST_DIGITS = 6
"""Shorter numbers are extensions, which many share."""


class Alike(StrEnum):
    """What two customers have in common."""

    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"


def alike(new: CustomerFields, on_file: CustomerFields) -> tuple[Alike, ...]:
    """Say what a new customer has in common with one on file, however it is written."""
    pairs = (
        (Alike.NAME, _names(new), _names(on_file)),
        (Alike.PHONE, _phones(new), _phones(on_file)),
        (Alike.EMAIL, {fold(new.email)}, {fold(on_file.email)}),
    )
    return tuple(what for what, ours, theirs in pairs if (ours & theirs) - {""})


def phone_key(phone: str) -> str:
    """Write a phone number as it is compared, ``""`` for one too short; 0049 and +49 (0) begin the same number."""
    digits = digits_of(phone.replace("(0)", "")).lstrip("0")
    return digits if len(digits) >= LEAST_DIGITS else ""


def _names(customer: CustomerFields) -> set[str]:
    return {" ".join(fold(name).replace("-", " ").split()) for name in (customer.name, customer.company)}


def _phones(customer: CustomerFields) -> set[str]:
    return {phone_key(customer.phone), phone_key(customer.phone2)}
