"""The shop's preferences as they are stored: JSON by name."""

from collections.abc import Mapping
from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.orm import Preference
from posim_desktop.orm.base import insert_rows, table_of
from posim_desktop.services.session import Session


class _Preference(NamedTuple):
    name: str
    value: str


_preferences = table_of(Preference)
_DELETE = sa.delete(_preferences).where(_preferences.c.name.in_(sa.bindparam("names", expanding=True)))


def write(session: Session, written: Mapping[str, str]) -> None:
    """Store preferences in place of what they were."""
    session.connection().execute(_DELETE, {"names": list(written)})
    insert_rows(session.connection(), _preferences, [_Preference(name, value) for name, value in written.items()])
