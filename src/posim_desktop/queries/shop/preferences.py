"""The shop's preferences as they stand."""

import json
from dataclasses import fields

import sqlalchemy as sa

from posim_desktop.domain.preferences import LogInAsked, ShopPreferences
from posim_desktop.orm import Invoice, Item, Preference
from posim_desktop.orm.preference import DECIMALS

_ALL = sa.select(Preference.name, Preference.value)


_HAS_AMOUNTS = sa.select(sa.or_(sa.exists(sa.select(Item.id)), sa.exists(sa.select(Invoice.id))))
_HAS_DECIMALS = sa.select(sa.exists(sa.select(Preference.name).where(Preference.name == DECIMALS)))


def are_decimals_written(connection: sa.Connection) -> bool:
    """Tell whether somebody said how many decimal places money has."""
    return bool(connection.scalar(_HAS_DECIMALS))


def are_decimals_decided(connection: sa.Connection) -> bool:
    """Tell whether they can no longer be chosen: somebody said, or amounts are kept that have them."""
    return are_decimals_written(connection) or bool(connection.scalar(_HAS_AMOUNTS))


def load(connection: sa.Connection) -> ShopPreferences:
    """Read the shop's preferences; what was never set has its starting value."""
    known = {field.name for field in fields(ShopPreferences)}
    written = {name: json.loads(value) for name, value in connection.execute(_ALL) if name in known}
    if "log_in_asked" in written:
        written["log_in_asked"] = LogInAsked(written["log_in_asked"])
    return ShopPreferences(**written)
