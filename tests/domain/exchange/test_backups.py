"""What backups are called, which are kept, when one is due, and which numbers a restored shop leaves out."""

from datetime import UTC, datetime, timedelta

import pytest

from posim_desktop.domain.exchange.backups import (
    file_name,
    is_due,
    is_too_old,
    last_struck,
    named,
    outdated,
    shop_in_names,
)
from posim_desktop.domain.exchange.numbers_given import DRAWER, Given, Skipped, skipped
from posim_desktop.domain.preferences import NO_HOUR

NOW = datetime(2026, 11, 30, 21, 15, tzinfo=UTC)


def name_of(day: str, shop: str = "books") -> str:
    return file_name(shop, datetime.fromisoformat(day), ".sqlite")


@pytest.mark.parametrize(
    ("store", "name"),
    [("Harbor Books", "harbor-books"), ("Käse & Öl", "kase-ol"), ("!!", "shop"), ("A" * 90, "a" * 40)],
)
def test_a_shop_is_named_in_plain_letters(store: str, name: str) -> None:
    assert shop_in_names(store, is_practice=False) == name
    assert shop_in_names(store, is_practice=True) == f"PRACTICE-{name}"


def test_a_name_says_what_it_was_made_of() -> None:
    name = file_name("harbor-books", NOW, ".dump")
    assert name == "harbor-books-20261130-211500.dump"
    found = named(name)
    assert found is not None
    assert (found.shop, found.taken, found.suffix) == ("harbor-books", NOW.replace(tzinfo=None), ".dump")


@pytest.mark.parametrize("name", ["notes.txt", "books-20261399-000000.sqlite", f"{name_of('2026-01-01')}.sha256"])
def test_other_files_are_no_backups(name: str) -> None:
    assert named(name) is None


def test_all_of_the_last_days_and_the_last_of_each_month_are_kept() -> None:
    days = ["2026-11-01", "2026-11-02", "2026-10-02", "2026-10-31", "2026-09-30", "2026-11-29"]
    gone = outdated([name_of(day) for day in days] + ["notes.txt"], "books", NOW, 29)
    assert gone == (name_of("2026-10-02"), name_of("2026-11-01"))


def test_months_are_kept_for_a_year() -> None:
    months = [name_of(f"{2025 + month // 12}-{month % 12 + 1:02}-15") for month in range(20)]
    assert outdated(months, "books", NOW, 30) == tuple(months[:8])


def test_other_shops_and_the_newest_are_left_alone() -> None:
    assert outdated([name_of("2020-01-01", "tools")], "books", NOW, 1) == ()
    assert outdated([name_of("2020-01-01")], "books", NOW, 1) == ()


def test_a_backup_is_due_once_the_hour_has_come() -> None:
    assert last_struck(NOW, 21) == NOW.replace(hour=21, minute=0)
    assert last_struck(NOW, 22) == NOW.replace(hour=22, minute=0) - timedelta(days=1)
    assert is_due(NOW, 21, None)
    assert is_due(NOW, 21, NOW - timedelta(hours=1))
    assert not is_due(NOW, 21, NOW - timedelta(minutes=10))
    assert not is_due(NOW, NO_HOUR, None)


def test_a_shop_is_warned_after_so_many_days() -> None:
    old, young = NOW - timedelta(days=3, minutes=1), NOW - timedelta(days=3)
    assert is_too_old(old, None, NOW, 3)
    assert not is_too_old(young, old, NOW, 3)
    assert is_too_old(None, old, NOW, 3)
    assert not is_too_old(None, None, NOW, 3)
    assert not is_too_old(old, old, NOW, 0)


def test_what_was_handed_out_after_the_backup_is_left_out() -> None:
    standing = Given({"invoice": 5, "backorder": 2, "item": 3}, {1: 4, 2: 0}, 9)
    given = Given({"invoice": 8, "backorder": 2, "item": 7}, {1: 5, 3: 2}, 12)
    assert skipped(standing, given) == (Skipped("invoice", None, 6, 8), Skipped(DRAWER, 1, 5, 5))
    assert [each.name for each in skipped(standing, given)] == ["invoice", "drawer 1"]
    assert standing.or_higher(given) == Given({"invoice": 8, "backorder": 2, "item": 7}, {1: 5, 2: 0, 3: 2}, 12)
