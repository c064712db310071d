"""Guide: "Currencies" — the command, and an import into a shop that counts otherwise."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from posim_desktop.cli.main import run
from posim_desktop.orm import Item
from posim_desktop.services import shop_money
from posim_desktop.services.database import open_engine

Said = pytest.CaptureFixture[str]


def stored(url: str) -> list[tuple[str, str, str, int]]:
    """Read the items: code, price and cost, and the price as the table has it."""
    engine = open_engine(url)
    with engine.connect() as connection:
        shop_money.learn(connection)
        read = connection.execute(sa.select(Item.code, Item.price, Item.cost).order_by(Item.code)).all()
        kept = connection.scalars(sa.text("SELECT price FROM items ORDER BY code")).all()
    engine.dispose()
    return [(code, str(price), str(cost), cents) for (code, price, cost), cents in zip(read, kept, strict=True)]


@pytest.mark.parametrize(
    ("chosen", "prices", "kept", "rounded"),
    [
        (["jpy"], ("¥1500", "1500.00", "0.5"), ("1500", 1500), "1"),
        (["HUF", "--decimals", "0"], ("1500", "1500", "0.5"), ("1500", 1500), "1"),
        (["KWD"], ("1.555", "1.5550", "0.0005"), ("1.555", 1555), "0.001"),
        (["EUR"], ("€1.50", "1.5", "0.005"), ("1.50", 150), "0.01"),
    ],
)
def test_goods_are_imported_in_the_money_of_the_shop(
    database_url: str,
    tmp_path: Path,
    capsys: Said,
    chosen: list[str],
    prices: tuple[str, str, str],
    kept: tuple[str, int],
    rounded: str,
) -> None:
    file = tmp_path / "prices.csv"
    rows = (f"A{number},Pot,{price}\n" for number, price in enumerate(prices))
    file.write_text(f"code,description,price\n{''.join(rows)}", "utf-8")
    assert run(["--database", database_url, "currency", *chosen]) == 0
    assert chosen[0].upper() in capsys.readouterr().out

    assert run(["--database", database_url, "import", "items", str(file)]) == 0
    assert f"note: line 4: price “{prices[2]}”: This is finer than the field holds; {rounded} is used." in (
        capsys.readouterr().out
    )
    assert [(price, cents) for _, price, _, cents in stored(database_url)] == [kept, kept, (rounded, 1)]

    assert run(["--database", database_url, "currency", "TND", "--decimals", "1"]) == 1
    assert run(["--database", database_url, "currency", "USD", "--decimals", "3" if kept[1] != 1555 else "2"]) == 1
    assert "decimal places" in capsys.readouterr().err


def test_it_only_shows_the_currency_of_a_shop(sqlite_url: str, capsys: Said) -> None:
    assert run(["--database", sqlite_url, "currency"]) == 0
    assert "that of the region en_US, with 2 decimal places" in capsys.readouterr().out
    assert run(["--database", sqlite_url, "currency", "XYZ"]) == 1
    assert "There is no currency" in capsys.readouterr().err
