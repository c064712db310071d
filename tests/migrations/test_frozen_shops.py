"""Every shop that was ever frozen comes up to date with its figures unchanged, on both databases."""

import json
import re
from pathlib import Path

import pytest

from migrations import freeze
from migrations.schema import objects_of
from posim_desktop.queries.verify import verify
from posim_desktop.services.database import open_engine, snapshot
from posim_desktop.services.upgrade import migrate

REVISIONS = sorted(file.name.split(".")[0] for file in freeze.DUMPS.glob("*.figures.json"))


def test_there_is_a_shop_of_the_first_revision() -> None:
    assert REVISIONS[0] == "0001"
    assert all(file.stat().st_size < 1_000_000 for file in freeze.DUMPS.iterdir())


def told_alike(objects: dict[str, str]) -> dict[str, str]:
    """Leave out the casts and brackets that PostgreSQL writes into a check when it reads one from a dump."""
    return {name: re.sub(r"::(text|character varying)(\[\])?|[()]", "", words) for name, words in objects.items()}


@pytest.fixture(scope="module")
def made_anew() -> dict[str, dict[str, str]]:
    """The objects of a shop that no older program made, by the kind of its database, once they were looked at."""
    return {}


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_frozen_shop_comes_up_to_date(
    revision: str, empty_urls: tuple[str, str], made_anew: dict[str, dict[str, str]], tmp_path: Path
) -> None:
    frozen, fresh = empty_urls
    freeze.restore(revision, frozen)
    migrate(frozen, tmp_path)
    upgraded = open_engine(frozen)
    kind = upgraded.dialect.name
    if kind not in made_anew:
        migrate(fresh, tmp_path)
        made = open_engine(fresh)
        made_anew[kind] = told_alike(objects_of(made))
        made.dispose()

    assert told_alike(objects_of(upgraded)) == made_anew[kind]
    before = json.loads((freeze.DUMPS / f"{revision}.figures.json").read_text("utf-8"))
    after = freeze.figures(upgraded)
    new_numbers = [number for number in after["running numbers"] if number not in before["running numbers"]]
    assert after == before | {"running numbers": sorted([*before["running numbers"], *new_numbers])}
    assert all(value == 0 for _name, value in new_numbers)
    with snapshot(upgraded) as connection:
        assert verify(connection) == ()
    upgraded.dispose()
