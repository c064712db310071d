"""Backups: what they are called, which are kept, when one is due or too old. Serves the guide's page "Backups".

Moments are those of the shop's own clock and time zone; the shop's day has nothing to do with them.
"""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from posim_desktop.domain.folding import fold
from posim_desktop.domain.preferences import NO_HOUR

MONTHS_KEPT = 12
LAPSES_AFTER = timedelta(hours=1)
"""How long a backup may be at work before another is begun all the same: its computer was switched off meanwhile."""
PRACTICE = "PRACTICE"
_STAMP = "%Y%m%d-%H%M%S"
_NAME = re.compile(r"(?P<shop>.+)-(?P<taken>\d{8}-\d{6})(?P<suffix>\.sqlite|\.dump)")
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")
_LONGEST_SHOP = 40


class BackupState(StrEnum):
    """How far a backup came; the values are stored and never change their meaning."""

    RUNNING = "running"
    GOOD = "good"
    FAILED = "failed"


class Occasion(StrEnum):
    """Why a backup was made; the values are stored and never change their meaning."""

    BY_HAND = "by hand"
    CLOSING = "closing"
    HOUR = "hour"
    RESTORED = "restored"
    """The one from which the shop was restored: it was read and verified then."""


class Second(StrEnum):
    """What became of the copy in the second folder; the values are stored and never change their meaning."""

    NONE = "none"
    COPIED = "copied"
    MISSING = "missing"


class Proof(StrEnum):
    """How a backup was proved; the values are stored and never change their meaning."""

    WHOLE = "whole"
    """It was opened, and every rule of verify holds in it."""
    LISTED = "listed"
    """The server's own program could read what is in it; nobody could open it beside the shop."""


class NamedBackup(NamedTuple):
    """What the name of a backup's file says."""

    shop: str
    taken: datetime
    suffix: str


def shop_in_names(store_name: str, *, is_practice: bool) -> str:
    """Write the part of a file's name that says whose backup it is: ``harbor-books``."""
    plain = _NOT_IN_NAMES.sub("-", fold(store_name)).strip("-")[:_LONGEST_SHOP].strip("-") or "shop"
    return f"{PRACTICE}-{plain}" if is_practice else plain


def file_name(shop: str, taken: datetime, suffix: str) -> str:
    """Name the file of a backup: ``harbor-books-20261130-211500.sqlite``."""
    return f"{shop}-{taken.strftime(_STAMP)}{suffix}"


def named(name: str) -> NamedBackup | None:
    """Read the name of a file; None for one that no backup has."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    try:
        taken = datetime.strptime(found["taken"], _STAMP)  # noqa: DTZ007 - of the shop's own clock
    except ValueError:
        return None
    return NamedBackup(found["shop"], taken, found["suffix"])


def outdated(names: Sequence[str], shop: str, now: datetime, keep_days: int) -> tuple[str, ...]:
    """Choose the files that need no longer be kept.

    Kept are all of the last days, of what is older the last of each month for a year, and always the newest.

    Args:
        names: The files of a folder; those of other shops and whatever else lies there are left alone.
        shop: Whose, as :func:`shop_in_names` writes it.
        now: The moment by the shop's clock.
        keep_days: How many days back all are kept.
    """
    own = sorted((each.taken, name) for name in names if (each := named(name)) is not None and each.shop == shop)
    last_of_months = [list(group)[-1] for _, group in groupby(own, key=lambda each: each[0].strftime("%Y%m"))]
    kept = {name for _, name in (*own[-1:], *last_of_months[-MONTHS_KEPT:])}
    oldest = _naive(now) - timedelta(days=keep_days)
    return tuple(name for taken, name in own if taken < oldest and name not in kept)


def is_due(now: datetime, hour: int, last_begun: datetime | None) -> bool:
    """Tell whether the set hour came since a backup was last begun; never where no hour is set."""
    if hour == NO_HOUR:
        return False
    return last_begun is None or last_begun < last_struck(now, hour)


def last_struck(now: datetime, hour: int) -> datetime:
    """Return when it was last so many hours of the day."""
    today = now.replace(hour=hour, minute=0, second=0, microsecond=0)
    return today if today <= now else today - timedelta(days=1)


def is_too_old(last_good: datetime | None, first_work: datetime | None, now: datetime, warn_days: int) -> bool:
    """Tell whether the shop has worked too long without a good backup.

    Args:
        last_good: When the newest good one was begun.
        first_work: When the first thing was done in the shop; None where nothing was.
        now: The moment.
        warn_days: After how many days it is told; 0 for never.
    """
    since = last_good or first_work
    return warn_days > 0 and since is not None and now - since > timedelta(days=warn_days)


def _naive(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)
