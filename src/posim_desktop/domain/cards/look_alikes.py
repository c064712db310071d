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
    common = {what for what, _key in keys(new).keys() & keys(on_file).keys()}
    return tuple(what for what in Alike if what in common)


def keys(customer: CustomerFields) -> dict[tuple[Alike, str], str]:
    """Write what a customer is compared by in one way, and the field in which each of it stands."""
    written = (
        (Alike.EMAIL, fold(customer.email), "email"),
        (Alike.PHONE, phone_key(customer.phone2), "phone2"),
        (Alike.PHONE, phone_key(customer.phone), "phone"),
        (Alike.NAME, _name_key(customer.company), "company"),
        (Alike.NAME, _name_key(customer.name), "name"),
    )
    return {(what, key): field for what, key, field in written if key}


def phone_key(phone: str) -> str:
    """Write a phone number as it is compared, ``""`` for one too short; 0049 and +49 (0) begin the same number."""
    digits = digits_of(phone.replace("(0)", "")).lstrip("0")
    return digits if len(digits) >= LEAST_DIGITS else ""


def _name_key(name: str) -> str:
    return " ".join(fold(name).replace("-", " ").split())
