"""Every shop that was ever frozen comes up to date with its figures unchanged, on both databases."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from migrations import freeze
from migrations.schema import objects_of
from posim_desktop.queries.verify import verify
from posim_desktop.services.database import open_engine, snapshot
from posim_desktop.services.upgrade import migrate

REVISIONS = freeze.revisions()


def test_there_is_a_shop_of_the_first_revision() -> None:
    assert REVISIONS[0] == "0001"
    assert all(file.stat().st_size < 1_000_000 for file in freeze.DUMPS.iterdir())


def told_alike(objects: dict[str, str]) -> dict[str, str]:
    """Leave out the casts and brackets that PostgreSQL writes into a check when it reads one from a dump."""
    return {name: re.sub(r"::(text|character varying)(\[\])?|[()]", "", words) for name, words in objects.items()}


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_frozen_shop_comes_up_to_date(
    revision: str, empty_url: str, made_anew: Callable[[str], dict[str, str]], tmp_path: Path
) -> None:
    freeze.restore(revision, empty_url)
    migrate(empty_url, tmp_path)
    upgraded = open_engine(empty_url)
    assert told_alike(objects_of(upgraded)) == told_alike(made_anew(upgraded.dialect.name))
    before = json.loads((freeze.DUMPS / f"{revision}.figures.json").read_text("utf-8"))
    after = freeze.figures(upgraded)
    new_numbers = [number for number in after["running numbers"] if number not in before["running numbers"]]
    assert after == before | {"running numbers": sorted([*before["running numbers"], *new_numbers])}
    assert all(value == 0 for _name, value in new_numbers)
    with snapshot(upgraded) as connection:
        assert verify(connection) == ()
    upgraded.dispose()
