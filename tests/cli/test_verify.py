"""`posim-desktop verify` says of every rule whether it holds, names what breaks it, and ends with a code."""

import pytest
import sqlalchemy as sa

from posim_desktop.cli.main import run
from posim_desktop.queries.verify import RULES
from posim_desktop.services.database import for_writing
from seeding import open_till


def test_a_sound_shop_ends_with_0(database_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    till = open_till(database_url)
    till.stores("kettle", on_hand="3")
    till.posts(till.rings_up(("kettle", "1")))
    till.engine.dispose()

    assert run(["--database", database_url, "verify"]) == 0
    said = capsys.readouterr().out
    assert [line.split()[:2] for line in said.splitlines()[1:-1]] == [[rule, "ok"] for rule in RULES]
    assert said.endswith("The records agree.\n")


def test_a_wrong_shop_ends_with_1_and_the_records(database_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    till = open_till(database_url)
    for number in range(25):
        till.stores(f"kettle {number}", on_hand="3")
    with for_writing(till.engine).begin() as connection:
        connection.execute(sa.text("UPDATE items SET on_hand = on_hand - 500"))
    till.engine.dispose()

    assert run(["--database", database_url, "verify"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert "S1  25 WRONG  On hand is the sum of the stock ledger" in said
    assert "    S1: item kettle 0: on hand is 2.500, but the stock ledger comes to 3.000" in said
    assert "    … and 5 more; --all names them" in said
    assert said[-1] == "Problems found: 25. Nothing was changed."

    assert run(["--database", database_url, "verify", "--all"]) == 1
    assert sum("S1: item kettle" in line for line in capsys.readouterr().out.splitlines()) == 25
