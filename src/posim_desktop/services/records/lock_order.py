"""In which order records are locked, and the watch that the tests keep over it.

Locks are taken in the order of :class:`Rank`, within a rank by id, so that no two transactions wait for each other.
Whoever must lock further up once more may do so only for what is held already.
"""

from collections.abc import Iterable
from enum import IntEnum
from typing import ClassVar

from posim_desktop.services.session import Session


class Rank(IntEnum):
    """What is locked before what, the first to be locked first; the operation's key comes before all of them."""

    OWNERS = 1
    FILE_IMPORT = 2
    CARD = 3
    PIN = 4
    VENDOR_RETURN = 5
    RECEIVING_LOG = 6
    PURCHASE_ORDER = 7
    SPECIAL_ORDER = 8
    STOCK_COUNT = 9
    INVOICE = 10
    ITEM_NUMBER = 11
    ITEM = 12
    ORDER_LINE = 13
    BACKORDER = 14
    CUSTOMER_MONEY = 15
    DRAWER = 16
    DAY = 17
    NUMBER = 18
    AUDIT = 19


Lock = tuple[Rank, str, int]
"""A locked row: its rank, which table or running number where a rank has several, and its id."""


class LockOrderError(Exception):
    """A verb locked out of order: two such transactions could deadlock."""


class _Watch:
    on: ClassVar[bool] = False


def watch_locks() -> None:
    """Start checking the lock order; used by the tests."""
    _Watch.on = True


def alone(session: Session) -> None:
    """Say that nobody else works in this database yet, so that no order of locks has to be kept."""
    session.is_alone = True


def climb(session: Session, rank: Rank, ids: Iterable[int], of: str = "") -> None:
    """Tell which rows were just locked.

    Args:
        session: The transaction.
        rank: What they are.
        ids: Which.
        of: The table or the running number, where a rank has several.

    Raises:
        LockOrderError: Locks are watched, and something that comes later is held already.
    """
    if not _Watch.on or session.is_alone:
        return
    new = {(rank, of, each) for each in ids} - session.locks
    if new and session.locks and min(new) < max(session.locks):
        raise LockOrderError(f"{min(new)} is locked after {max(session.locks)}")
    session.locks |= new
