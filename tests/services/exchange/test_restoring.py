"""A shop is restored from a backup that was proved; what was there is kept, and no number on paper comes twice."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import sqlalchemy as sa

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.errors import ShopRestoredError, TroubleError
from posim_desktop.domain.exchange.backups import BackupState, Occasion
from posim_desktop.domain.exchange.numbers_given import Given
from posim_desktop.orm import AuditEvent, Backup, Drawer, Invoice, SkippedNumbers
from posim_desktop.queries import feed
from posim_desktop.queries.shop import restored
from posim_desktop.queries.verify import verify
from posim_desktop.services import checksums, scratch
from posim_desktop.services.database import for_writing, open_engine, snapshot
from posim_desktop.services.exchange import restoring
from posim_desktop.services.exchange.backups import Backups
from posim_desktop.services.exchange.practice_shop import PracticeShop
from posim_desktop.services.exchange.restoring import Restoring
from posim_desktop.services.transaction import Transactor
from seeding import Till, open_till

_NOTHING = Given()


@dataclass
class Shop:
    """A shop that can be closed, and opened again as whatever it is by then."""

    url: str
    folder: Path
    till: Till = field(init=False)

    def __post_init__(self) -> None:
        self.till = open_till(self.url)
        self.till.stores("kettle", on_hand="90")

    def sells(self, how_often: int) -> None:
        for _ in range(how_often):
            self.till.posts(self.till.rings_up(("kettle", "1")))

    def backs_up(self) -> Path:
        made = Backups(self.url, self.folder, "till 1").make(Occasion.BY_HAND)
        assert made is not None
        assert made.problem == ""
        return Path(made.folder) / made.file

    def closes(self) -> None:
        self.till.engine.dispose()

    def opens(self) -> None:
        """Open the shop as a program does that starts."""
        engine = open_engine(self.url)
        with engine.connect() as connection:
            restored.learn(connection)
        self.till = Till(engine, Transactor(engine, self.till.transactor.now), self.till.employee_id, self.till.items)

    def restores(self, file: Path, given: Given = _NOTHING, url: str = "") -> str:
        self.closes()
        with Restoring(url or self.url, file, "till 1").prepared() as prepared:
            return Restoring(url or self.url, file, "till 1").replace(prepared, given)

    def numbers(self) -> list[int]:
        found: list[int] = self.asks(lambda connection: list(connection.scalars(_NUMBERS)))
        return found

    def asks(self, query: Callable[[sa.Connection], object]):  # type: ignore[no-untyped-def] # noqa: ANN201
        with snapshot(self.till.engine) as connection:
            return query(connection)


_NUMBERS = sa.select(Invoice.number).where(Invoice.number.is_not(None)).order_by(Invoice.number)


@pytest.fixture(params=["sqlite", "postgresql"])
def shop(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Shop]:
    """A shop whose database nobody else has a connection to."""
    if request.param == "sqlite":
        opened = Shop(request.getfixturevalue("sqlite_url"), tmp_path / "data")
        yield opened
        opened.closes()
        return
    server, template = request.getfixturevalue("postgres_server"), request.getfixturevalue("postgres_shop")
    with server.database(like=template.template) as name:
        opened = Shop(server.url(name), tmp_path / "data")
        yield opened
        opened.closes()
        for left in server.names_like(f"{name}_%"):
            scratch.drop(sa.make_url(server.url(left)))


@pytest.fixture
def in_file(sqlite_url: str, tmp_path: Path) -> Iterator[Shop]:
    """A shop in a file."""
    opened = Shop(sqlite_url, tmp_path / "data")
    yield opened
    opened.closes()


def test_numbers_go_on_above_what_was_handed_out(shop: Shop) -> None:
    shop.sells(2)
    file = shop.backs_up()
    shop.sells(3)
    last_slip = shop.till.rings_up(("kettle", "1"))
    kept = shop.restores(file)

    shop.opens()
    assert shop.numbers() == [1, 2]
    shop.sells(1)
    assert shop.numbers() == [1, 2, 6]
    assert shop.asks(verify) == ()
    left_out = shop.asks(lambda connection: connection.execute(sa.select(SkippedNumbers)).one())
    assert (left_out.counter, left_out.first, left_out.last) == ("invoice", 3, 5)
    event = shop.asks(
        lambda connection: connection.execute(
            sa.select(AuditEvent).where(AuditEvent.action == AuditAction.RESTORE_SHOP)
        ).one()
    )
    assert event.id == left_out.event_id
    assert '"skipped": {"invoice": "3-5"}' in event.after
    assert shop.asks(lambda connection: connection.scalar(sa.select(sa.func.max(Invoice.id)))) > last_slip
    row = shop.asks(lambda connection: connection.execute(sa.select(Backup)).one())
    assert (row.state, row.file) == (BackupState.GOOD, file.name)
    shop.closes()
    before = open_till_at(shop, kept)
    with before.connect() as connection:
        assert list(connection.scalars(_NUMBERS)) == [1, 2, 3, 4, 5]
    before.dispose()


def open_till_at(shop: Shop, kept: str) -> sa.Engine:
    url = sa.make_url(shop.url)
    return open_engine(url.set(database=kept).render_as_string(hide_password=False))


def test_one_restore_after_the_other_leaves_out_what_each_handed_out(shop: Shop) -> None:
    shop.sells(1)
    first = shop.backs_up()
    shop.sells(1)
    shop.restores(first)
    shop.opens()
    shop.sells(1)  # 3
    shop.restores(first)
    shop.opens()
    shop.sells(1)
    assert shop.numbers() == [1, 4]
    assert shop.asks(verify) == ()
    second = shop.backs_up()
    shop.sells(1)
    shop.restores(second)
    shop.opens()
    shop.sells(1)
    assert shop.numbers() == [1, 4, 6]
    assert shop.asks(verify) == ()


def test_what_somebody_knows_counts_where_nothing_is_replaced(in_file: Shop, tmp_path: Path) -> None:
    in_file.sells(2)
    file = in_file.backs_up()
    in_file.closes()
    elsewhere = f"sqlite:///{tmp_path / 'other' / 'shop.sqlite'}"
    assert in_file.restores(file, Given({"invoice": 40}, {}, 70), elsewhere) == ""
    in_file.url = elsewhere
    in_file.opens()
    in_file.sells(1)
    assert in_file.numbers() == [1, 2, 41]
    assert in_file.asks(lambda connection: connection.scalar(sa.select(sa.func.max(Invoice.id)))) == 71
    assert in_file.asks(verify) == ()


def test_a_window_that_was_open_stops(shop: Shop) -> None:
    file = shop.backs_up()
    shop.sells(1)
    shop.restores(file)
    # The engine opens a connection of its own again, and knows of no restore.
    with pytest.raises(ShopRestoredError, match="restored from a backup meanwhile"):
        shop.sells(1)
    with shop.till.engine.connect() as connection, pytest.raises(ShopRestoredError):
        feed.since(connection, 0)
    shop.closes()
    shop.opens()
    assert shop.numbers() == []


def test_a_z_does_not_come_twice(in_file: Shop) -> None:
    file = in_file.backs_up()
    in_file.closes()
    with Restoring(in_file.url, file, "till 1").prepared() as prepared:
        drawer = next(iter(prepared.contents.given.drawers))
        Restoring(in_file.url, file, "till 1").replace(prepared, Given({}, {drawer: 7}))
    in_file.opens()
    numbers = in_file.asks(lambda connection: list(connection.scalars(sa.select(Drawer.last_number))))
    assert 7 in numbers
    assert in_file.asks(verify) == ()


# ---- what is refused ----


def told_of(shop: Shop, file: Path) -> str:
    shop.closes()
    with pytest.raises(TroubleError) as told, Restoring(shop.url, file, "till 1").prepared():
        pass
    shop.opens()
    assert shop.asks(verify) == ()
    assert shop.asks(lambda connection: connection.scalar(sa.select(sa.func.count(Backup.id)))) == 1
    return str(told.value)


def flipped(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(bytes(content))


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1000])


@pytest.mark.parametrize(
    ("harm", "says"),
    [
        (flipped, "is damaged"),
        (cut, "is damaged"),
        (lambda file: checksums.beside(file).unlink(), "has no checksum beside it"),
        (lambda file: file.unlink(), "There is no backup"),
    ],
)
def test_a_damaged_backup_is_refused(shop: Shop, harm: Callable[[Path], None], says: str) -> None:
    file = shop.backs_up()
    harm(file)
    assert says in told_of(shop, file)


def rewritten(shop: Shop, statement: str) -> Path:
    file = shop.backs_up()
    engine = open_engine(f"sqlite:///{file}")
    with for_writing(engine).begin() as connection:
        connection.execute(sa.text(statement))
    engine.dispose()
    checksums.write(file)
    return file


def test_a_backup_whose_records_do_not_agree_is_refused(in_file: Shop) -> None:
    file = rewritten(in_file, "UPDATE items SET on_hand = on_hand - 500")
    assert "S1: item kettle" in told_of(in_file, file)


def test_a_backup_of_a_newer_program_is_refused(in_file: Shop) -> None:
    file = rewritten(in_file, "UPDATE alembic_version SET version_num = '9999'")
    assert "made by a newer version" in told_of(in_file, file)


def test_another_programs_file_is_refused(in_file: Shop, tmp_path: Path) -> None:
    in_file.backs_up()
    file = tmp_path / "notes.sqlite"
    engine = sa.create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE notes (id INTEGER)"))
    engine.dispose()
    checksums.write(file)
    assert "no backup of a shop" in told_of(in_file, file)
    other = tmp_path / "letter.txt"
    other.write_text("Dear Lee")
    assert "no backup of a shop" in told_of(in_file, other)


def test_a_backup_of_the_other_kind_of_database_is_refused(in_file: Shop, tmp_path: Path) -> None:
    in_file.backs_up()
    file = tmp_path / "shop-20261130-100000.dump"
    file.write_bytes(b"PGDMP and so on")
    checksums.write(file)
    assert "a shop on a server" in told_of(in_file, file)


def test_practice_does_not_replace_a_real_shop(in_file: Shop, tmp_path: Path) -> None:
    practice = tmp_path / "practice.sqlite"
    PracticeShop(in_file.till.engine, practice, "till 1").make(in_file.till.employee_id)
    made = Backups(f"sqlite:///{practice}", in_file.folder, "till 1").make(Occasion.BY_HAND)
    assert made is not None
    assert made.file.startswith("PRACTICE-")
    real = in_file.backs_up()
    assert "a practice shop, and does not replace" in told_of(in_file, Path(made.folder) / made.file)
    with (
        pytest.raises(TroubleError, match="does not replace a practice shop"),
        Restoring(f"sqlite:///{practice}", real, "till 1").prepared(),
    ):
        pass


# ---- what is replaced ----


def test_a_shop_that_cannot_be_read_is_kept_as_it_is(in_file: Shop) -> None:
    in_file.sells(1)
    file = in_file.backs_up()
    in_file.closes()
    shop_file = Path(str(sa.make_url(in_file.url).database))
    shop_file.write_bytes(b"not a database any more " * 1000)
    kept = Path(in_file.restores(file, Given({"invoice": 3})))
    assert kept.read_bytes().startswith(b"not a database")
    in_file.opens()
    in_file.sells(1)
    assert in_file.numbers() == [1, 4]


def test_a_shop_in_which_somebody_writes_is_not_replaced(in_file: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    file = in_file.backs_up()
    monkeypatch.setattr(restoring, "_WAITS_SECONDS", 0.05)
    other = open_engine(in_file.url)
    with for_writing(other).begin(), pytest.raises(TroubleError, match="Another program is at work"):
        in_file.restores(file)
    other.dispose()
    in_file.opens()
    assert in_file.asks(verify) == ()


_RESTORES = """
import os, signal, sys
from pathlib import Path
from posim_desktop.domain.exchange.numbers_given import Given
from posim_desktop.services import copies, scratch
from posim_desktop.services.exchange import restoring
from posim_desktop.services.exchange.restoring import Restoring
url, file, step = sys.argv[1:]
steps = 0
def dies(work):
    def counted(*given, **named):
        global steps
        steps += 1
        if str(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)
        return work(*given, **named)
    return counted
for module, name in WHERE:
    setattr(module, name, dies(getattr(module, name)))
with Restoring(url, Path(file), 'till 1').prepared() as prepared:
    Restoring(url, Path(file), 'till 1').replace(prepared, Given())
"""
_OF_A_FILE = (
    "(copies, 'copy_file'), (restoring, 'bring_up_to_date'), (restoring, '_held'), (restoring, '_copy_whole'), "
    "(restoring, '_write_over'), (restoring, '_throw_away')"
)
_OF_A_SERVER = (
    "(scratch, 'make'), (restoring, 'bring_up_to_date'), (scratch, 'require_alone'), (restoring, '_let_work'), "
    "(scratch, '_rename'), (restoring, '_throw_away')"
)


def test_killed_at_any_step_either_the_old_or_the_new_shop_opens(shop: Shop) -> None:
    shop.sells(1)
    file = shop.backs_up()
    shop.sells(1)
    shop.closes()
    where = _OF_A_FILE if shop.url.startswith("sqlite") else _OF_A_SERVER
    code = _RESTORES.replace("WHERE", f"[{where}]")
    found = []
    for step in range(1, 20):
        command = (sys.executable, "-c", code, shop.url, str(file), str(step))
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        shop.opens()
        assert shop.asks(verify) == ()
        found.append(shop.numbers())
        shop.closes()
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL, done.stderr
    assert found[0] == [1, 2]
    assert found[-1] == [1]
    assert [numbers for place, numbers in enumerate(found) if numbers not in found[:place]] == [[1, 2], [1]]
    shop.opens()
    shop.sells(1)
    assert shop.numbers() == [1, 3]


# ---- the guide's drill ----


def test_the_drill_on_another_computer(shop: Shop, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Guide: "On another computer: the drill", with an empty account and folder, the two files and the last invoice."""
    shop.sells(2)
    file = shop.backs_up()
    drill = tmp_path / "drill"
    drill.mkdir()
    for each in (file, checksums.beside(file)):
        shutil.copy(each, drill)
    place, server = f"sqlite:///{tmp_path / 'new' / 'shop.sqlite'}", None
    if shop.url.startswith("postgresql"):
        server = request.getfixturevalue("postgres_server")
        place = server.url(f"{sa.make_url(shop.url).database}_new")
    home = {f"XDG_{name}_HOME": str(tmp_path / "home" / name.lower()) for name in ("CONFIG", "DATA", "STATE")}
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path / "home"), "POSIM_DATABASE_URL": place, **home}

    def does(*arguments: str) -> "subprocess.CompletedProcess[str]":
        command = (sys.executable, "-m", "posim_desktop", *arguments)
        return subprocess.run(
            command, env=environment, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
        )

    unsaid = does("restore", str(drill / file.name))
    assert unsaid.returncode == 1
    assert "--as-backed-up" in unsaid.stderr
    done = does("restore", str(drill / file.name), "--last", "invoice=1240")
    assert done.returncode == 0, done.stderr
    told = does("verify")
    assert told.returncode == 0, told.stdout
    shop.closes()
    shop.url = place
    shop.opens()
    shop.sells(1)
    assert shop.numbers() == [1, 2, 1241]
    again = does("backup", "--to", str(drill))
    assert again.returncode == 0, again.stderr
    assert "its records agree" in again.stdout
