"""`posim-desktop journal` writes a file for the books, as its name says, or says why not."""

from pathlib import Path

import pytest

from posim_desktop.cli.main import run
from seeding import open_till

DAYS = ("--from", "2026-11-01", "--to", "2026-11-30")


def test_the_days_of_a_shop_are_written(sqlite_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    till = open_till(sqlite_url)
    till.stores("mug", on_hand="3")
    till.posts(till.rings_up(("mug", "1")))
    till.engine.dispose()
    table, plain = tmp_path / "november.csv", tmp_path / "november.journal"
    assert run(["--database", sqlite_url, "journal", *DAYS, str(table)]) == 0
    assert capsys.readouterr().out == "Days written: 1\n"
    assert table.read_text("utf-8-sig").startswith("Day,Account,Debit,Credit,Note\n2026-11-02,Income:Sales,,24.00,")
    assert run(["--database", sqlite_url, "journal", *DAYS, str(plain)]) == 0
    assert plain.read_text("utf-8").startswith("2026-11-02 Point of sale\n    Income:Sales ")


def test_what_is_no_day_is_told(sqlite_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(tmp_path / "november.csv")
    assert run(["--database", sqlite_url, "journal", "--from", "November", "--to", "2026-11-30", file]) == 2
    assert "--from takes a day like 2026-11-30." in capsys.readouterr().err
    assert run(["--database", sqlite_url, "journal", "--from", "2026-11-30", "--to", "2026-11-01", file]) == 1
    assert "The last day is before the first." in capsys.readouterr().err
    assert not Path(file).exists()
