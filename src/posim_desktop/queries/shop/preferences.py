"""The shop's preferences as they stand."""

import json
from dataclasses import fields

import sqlalchemy as sa

from posim_desktop.domain.preferences import LogInAsked, ShopPreferences
from posim_desktop.orm import Preference

_ALL = sa.select(Preference.name, Preference.value)


def load(connection: sa.Connection) -> ShopPreferences:
    """Read the shop's preferences; what was never set has its starting value."""
    known = {field.name for field in fields(ShopPreferences)}
    written = {name: json.loads(value) for name, value in connection.execute(_ALL) if name in known}
    if "log_in_asked" in written:
        written["log_in_asked"] = LogInAsked(written["log_in_asked"])
    return ShopPreferences(**written)
