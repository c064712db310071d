"""Each transaction counts in the money of its own shop, whichever shops the program has opened before.

A shop decides once how many decimal places its money has. What is known of that stays with the engine, so that it is
asked once for a shop that is opened, and set again at the beginning of each of its transactions.
"""

from dataclasses import dataclass

import sqlalchemy as sa

from posim_desktop.domain.money import USUAL_DECIMALS, count_in
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.queries.shop import preferences

_MONEY = "posim_money"


@dataclass(slots=True)
class _Money:
    decimals: int = USUAL_DECIMALS


def follow(engine: sa.Engine) -> None:
    """Have each transaction of an engine count as its shop does; as most do, until that was learned."""
    engine.update_execution_options(**{_MONEY: _Money()})  # those made of this engine have the same
    sa.event.listen(engine, "begin", _begin)


def learn(connection: sa.Connection) -> ShopPreferences:
    """Read a shop's preferences and count as they say from now on; asked when it is opened, and when they changed."""
    shop = preferences.load(connection)
    settle(connection, shop.decimals)
    return shop


def settle(connection: sa.Connection, decimals: int) -> None:
    """Count in so many places from now on; for who decides it."""
    connection.get_execution_options()[_MONEY].decimals = decimals
    count_in(decimals)


def _begin(connection: sa.Connection) -> None:
    count_in(connection.get_execution_options()[_MONEY].decimals)
