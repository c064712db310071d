"""The shop's preferences as they stand."""

import json
from base64 import b64decode
from dataclasses import fields, replace
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.accounts import NamedAccount
from posim_desktop.domain.label_formats import LabelFormat, Meaning
from posim_desktop.domain.preferences import LogInAsked, ShopPreferences
from posim_desktop.orm import Invoice, Item, Preference
from posim_desktop.orm.preference import DECIMALS

LOGO = "logo"
_ALL = sa.select(Preference.name, Preference.value).where(Preference.name != LOGO)
_LOGO = sa.select(Preference.value).where(Preference.name == LOGO)
_HAS_AMOUNTS = sa.select(sa.or_(sa.exists(sa.select(Item.id)), sa.exists(sa.select(Invoice.id))))
_HAS_DECIMALS = sa.select(sa.exists(sa.select(Preference.name).where(Preference.name == DECIMALS)))


def are_decimals_written(connection: sa.Connection) -> bool:
    """Tell whether somebody said how many decimal places money has."""
    return bool(connection.scalar(_HAS_DECIMALS))


def are_decimals_decided(connection: sa.Connection) -> bool:
    """Tell whether they can no longer be chosen: somebody said, or amounts are kept that have them."""
    return are_decimals_written(connection) or bool(connection.scalar(_HAS_AMOUNTS))


def load(connection: sa.Connection) -> ShopPreferences:
    """Read the shop's preferences without the logo; what was never set has its starting value."""
    known = {field.name for field in fields(ShopPreferences)}
    return ShopPreferences(**{name: read(name, value) for name, value in connection.execute(_ALL) if name in known})


def read(name: str, value: str) -> Any:  # noqa: ANN401 - each preference has a type of its own
    """Read one preference as it is stored.

    Raises:
        KeyError: It holds rows that lack something.
        TypeError: It holds something else altogether.
        ValueError: It is no JSON, or holds a word that nobody knows.
    """
    written = json.loads(value)
    match name:
        case "log_in_asked":
            return LogInAsked(written)
        case "label_formats":
            return tuple(LabelFormat(**row | {"meaning": Meaning(row["meaning"])}) for row in written)
        case "accounts":
            return tuple(NamedAccount(**row) for row in written)
    return written


def on_paper(connection: sa.Connection) -> ShopPreferences:
    """Read the shop's preferences with the logo, for what is printed."""
    return replace(load(connection), logo=logo(connection))


def logo(connection: sa.Connection) -> bytes:
    """Read the shop's logo; empty when there is none."""
    written = connection.scalar(_LOGO)
    return b"" if written is None else b64decode(json.loads(written))
