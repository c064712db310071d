"""Whether the shop is still the one that was opened: a restored one is another. Serves the guide's page "Backups".

A restore writes a mark that nobody else has. What it is stays with the engine from the moment the shop is opened, and
each verb and each look for news compares it: what a window shows may not be in the restored shop, or be something else.
"""

import json
from dataclasses import dataclass

import sqlalchemy as sa

from posim_desktop.domain.errors import ShopRestoredError
from posim_desktop.orm import Preference
from posim_desktop.orm.preference import RESTORED

_KEPT = "posim_restored"
_NEVER = json.dumps("")
_STANDING = sa.select(Preference.value).where(Preference.name == RESTORED)


@dataclass(slots=True)
class _Mark:
    text: str | None = None


def follow(engine: sa.Engine) -> None:
    """Have an engine keep the mark of its shop."""
    engine.update_execution_options(**{_KEPT: _Mark()})  # those made of this engine have the same


def learn(connection: sa.Connection) -> None:
    """Read the mark of a shop that is opened; never again afterwards."""
    connection.get_execution_options()[_KEPT].text = _read(connection)


def require_same(connection: sa.Connection) -> None:
    """Make sure that the shop is the one that was opened.

    Raises:
        ShopRestoredError: It was restored since then.
    """
    if known(connection) != _read(connection):
        raise another_shop()


def another_shop() -> ShopRestoredError:
    """Say that the shop is another one than was opened."""
    return ShopRestoredError(
        "This shop was restored from a backup meanwhile, so what was shown here may be gone. Nothing was done. Log in "
        "again, and look what is there."
    )


def known(connection: sa.Connection) -> str:
    """Return the mark of the shop that was opened; whoever did not read it then reads it with the first thing done."""
    mark: _Mark = connection.get_execution_options()[_KEPT]
    if mark.text is None:
        mark.text = _read(connection)
    return mark.text


def is_same(mark: sa.BindParameter[str]) -> sa.ColumnElement[bool]:
    """Write as a condition of a statement that the shop's mark is the one that was read when it was opened."""
    return sa.func.coalesce(_STANDING.scalar_subquery(), _NEVER) == mark


def _read(connection: sa.Connection) -> str:
    standing: str | None = connection.scalar(_STANDING)
    return _NEVER if standing is None else standing
