"""Guide: "Import items and customers" — the command, from the file to the cards."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa
import typer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pin_of import OTHER_PIN, PIN, pin_hash
from posim_desktop.cli.main import run
from posim_desktop.domain.exchange.import_kinds import ImportKind
from posim_desktop.domain.people.permissions import Role
from posim_desktop.orm import AuditEvent, Customer, Item
from posim_desktop.services.database import open_engine
from posim_desktop.services.people import pins
from seeding import add_employee, open_till

Said = pytest.CaptureFixture[str]
DIRTY = Path(__file__).parents[1] / "dirty_sales.csv"
GOOD_AND_BAD = "code,description,price\nA1,Pot,5.00\n5.01E+12,Pan,2.00\nA3,Lid,free\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A price list with a bad row."""
    file = tmp_path / "prices.csv"
    file.write_text(GOOD_AND_BAD)
    return file


def codes(url: str, entity: type[Item] | type[Customer] = Item) -> list[str]:
    engine = open_engine(url)
    with engine.connect() as connection:
        found = list(connection.scalars(sa.select(entity.code).order_by(entity.code)))
    engine.dispose()
    return found


def test_good_rows_come_in_and_refused_ones_are_told(database_url: str, file: Path, capsys: Said) -> None:
    assert run(["--database", database_url, "import", "items", str(file)]) == 0

    assert codes(database_url) == ["A1", "A3"]
    said = capsys.readouterr().out
    assert "line 3: code “5.01E+12”: A spreadsheet rounded this number; export the column as text." in said
    assert "note: line 4: price “free”: “free” is not a number." in said
    assert "Imported: 2 added, 0 changed. This is import 1." in said


def test_all_or_nothing_imports_nothing(database_url: str, file: Path, capsys: Said) -> None:
    assert run(["--database", database_url, "import", "items", str(file), "--all-or-nothing"]) == 1

    assert codes(database_url) == []
    assert "Nothing was imported. Rows refused: 1." in capsys.readouterr().err


def test_a_dry_run_imports_nothing(database_url: str, file: Path, capsys: Said) -> None:
    assert run(["--database", database_url, "import", "items", str(file), "--dry-run"]) == 0

    assert codes(database_url) == []
    assert "New cards: 2" in capsys.readouterr().out


def test_a_real_shops_dirty_sales_become_items_and_customers(database_url: str, capsys: Said) -> None:
    assert run(["--database", database_url, "import", "items", str(DIRTY)]) == 0
    assert run(["--database", database_url, "import", "customers", str(DIRTY)]) == 0

    assert codes(database_url) == ["10123A", "30789", "40111"]
    assert codes(database_url, Customer) == ["16446", "17850", "17851", "17852", "17853"]
    assert "Rows read: 16\nNew cards: 3\nRows that repeat a card: 2\nRows refused: 11" in capsys.readouterr().out


def test_the_report_has_every_refused_row_and_no_formula(sqlite_url: str, tmp_path: Path) -> None:
    file, report = tmp_path / "items.csv", tmp_path / "report.csv"
    file.write_text("code,description,price\n=cmd(),Pot,=1+1\n", encoding="utf-8")

    run(["--database", sqlite_url, "import", "items", str(file), "--report", str(report)])

    with report.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))
    assert rows[0] == ["line", "outcome", "field", "value", "reason"]
    assert rows[1][:4] == ["2", "note", "price", "'=1+1"]


def test_the_report_never_overwrites_the_file(sqlite_url: str, file: Path) -> None:
    assert run(["--database", sqlite_url, "import", "items", str(file), "--report", str(file)]) == 2
    assert file.read_text() == GOOD_AND_BAD


def test_columns_delimiter_and_decimal_comma_can_be_told(sqlite_url: str, tmp_path: Path) -> None:
    file = tmp_path / "artikel.csv"
    file.write_bytes("Nummer\tBezeichnung\tPreis\nA1\tTörtchenform\t4,50\n".encode("cp1252"))
    mapping = "code=Nummer,description=Bezeichnung,price=Preis"

    told = ["--map", mapping, "--delimiter", "tab", "--decimal-comma"]
    assert run(["--database", sqlite_url, "import", "items", str(file), *told]) == 0

    engine = open_engine(sqlite_url)
    with engine.connect() as connection:
        item = connection.execute(sa.select(Item.description, Item.price)).one()
    engine.dispose()
    assert (item.description, str(item.price)) == ("Törtchenform", "4.50")


def test_a_second_import_changes_nothing(sqlite_url: str, file: Path, capsys: Said) -> None:
    for _ in range(2):
        assert run(["--database", sqlite_url, "import", "items", str(file), "--existing", "update"]) == 0
    said = capsys.readouterr().out
    assert "Cards on file that stay as they are: 2" in said
    assert said.endswith("There was nothing to import.\n")


@pytest.mark.parametrize("typed", [PIN, OTHER_PIN])
def test_who_imports_types_their_pin(
    database_url: str, file: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    till = open_till(database_url)
    with till.writing() as session:
        kim = add_employee(session, "KIM", role=Role.CLERK)
    till.run(pins.give, employee_id=kim, pin_hash=pin_hash())
    monkeypatch.setattr(typer, "prompt", lambda *_asked, **_how: typed)

    ended = run(["--database", database_url, "import", "items", str(file), "--employee", "kim"])

    said = capsys.readouterr()
    with till.engine.connect() as connection:
        told = connection.scalars(sa.select(AuditEvent.action).order_by(AuditEvent.id.desc()).limit(1)).one()
    till.engine.dispose()
    if typed == PIN:
        assert (ended, codes(database_url)) == (0, ["A1", "A3"])
    else:
        assert (ended, codes(database_url), told) == (1, [], "wrong pin")
        assert "PIN" in said.err
    assert typed not in said.out + said.err


def test_a_shop_with_employees_asks_who_imports(database_url: str, file: Path, capsys: Said) -> None:
    till = open_till(database_url)
    till.engine.dispose()

    assert run(["--database", database_url, "import", "items", str(file)]) == 1
    assert "Say who imports" in capsys.readouterr().err
    assert codes(database_url) == []


@contextmanager
def ctrl_c_at_the_audit() -> Iterator[None]:
    """Interrupt the program when everything but the audit is written."""

    def interrupt(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith(f"INSERT INTO {AuditEvent.__tablename__}"):
            raise KeyboardInterrupt

    sa.event.listen(sa.Engine, "before_cursor_execute", interrupt)
    try:
        yield
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", interrupt)


def test_ctrl_c_leaves_nothing_behind(database_url: str, file: Path, capsys: Said) -> None:
    with ctrl_c_at_the_audit():
        assert run(["--database", database_url, "import", "items", str(file)]) == 130

    assert codes(database_url) == []
    assert "Stopped; nothing was imported." in capsys.readouterr().err


HEADERS = st.sampled_from(
    [b"code,description,price\n", b"CustomerID;Name\n", b"StockCode,Description,Quantity,Date\n", b""]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(header=HEADERS, rest=st.binary(max_size=200), kind=st.sampled_from(list(ImportKind)))
def test_no_bytes_end_in_a_traceback(sqlite_url: str, tmp_path: Path, header: bytes, rest: bytes, kind: str) -> None:
    file = tmp_path / "any.csv"
    file.write_bytes(header + rest)

    assert run(["--database", sqlite_url, "import", kind, str(file), "--existing", "update", "--dry-run"]) in {0, 1, 2}


def test_what_is_open_is_asked_and_answered(sqlite_url: str, tmp_path: Path, capsys: Said) -> None:
    file = tmp_path / "items.csv"
    file.write_text("sku,name,price,department,min\nA1,Pot,1,Kitchen,4\n")
    importing = ["--database", sqlite_url, "import", "items", str(file)]

    assert run(importing) == 1
    said = capsys.readouterr()
    assert "--answer departments=make or --answer departments=leave-blank" in said.out
    assert "The file leaves something open: departments, max-stock." in said.err
    assert codes(sqlite_url) == []

    assert run([*importing, "--answer", "max-stock=9", "--yes"]) == 0
    engine = open_engine(sqlite_url)
    with engine.connect() as connection:
        assert str(connection.scalar(sa.select(Item.max_stock))) == "9.000"
    engine.dispose()


def test_imports_are_listed_and_undone_by_their_numbers(sqlite_url: str, file: Path, capsys: Said) -> None:
    run(["--database", sqlite_url, "import", "items", str(file)])
    assert run(["--database", sqlite_url, "import", "list"]) == 0
    assert "items from prices.csv: 2 added, 0 changed, 1 refused" in capsys.readouterr().out

    assert run(["--database", sqlite_url, "import", "undo", "1"]) == 0
    assert run(["--database", sqlite_url, "import", "undo", "1"]) == 1
    assert "Import 1 was undone already." in capsys.readouterr().err


@pytest.mark.parametrize("wrong", ["pots x.csv", "items", "undo x", "items x.csv --answer why=not"])
def test_wrong_use_is_told(sqlite_url: str, wrong: str, capsys: Said) -> None:
    assert run(["--database", sqlite_url, "import", *wrong.split()]) == 2
    assert capsys.readouterr().err.startswith("posim-desktop: ")
