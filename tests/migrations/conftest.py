"""Databases with nothing in them, and the next version of the program, as far as its migrations go."""

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from migrations.schema import objects_of
from posim_desktop.orm.base import REVISION
from posim_desktop.services import migrator, upgrade
from posim_desktop.services.database import open_engine
from posim_desktop.settings import own_folder
from posim_desktop.settings import sqlite_url as url_of_file

if TYPE_CHECKING:
    from postgres_server import PostgresServer

NextVersion = Callable[[str], None]


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database with nothing in it."""
    if request.param == "sqlite":
        yield url_of_file(tmp_path / "empty.sqlite")
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    with server.database() as name:
        yield server.url(name)


@pytest.fixture(scope="session")
def made_anew(request: pytest.FixtureRequest) -> Callable[[str], dict[str, str]]:
    """The objects of a shop that no older program made, by the kind of its database."""

    @cache
    def objects(kind: str) -> dict[str, str]:
        # The templates of all tests: made once, and nothing was done to them since.
        if kind == "sqlite":
            url = url_of_file(request.getfixturevalue("sqlite_template"))
        else:
            url = request.getfixturevalue("postgres_server").url(request.getfixturevalue("postgres_shop").template)
        engine = open_engine(url)
        found = objects_of(engine)
        engine.dispose()
        return found

    return objects


@pytest.fixture
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> NextVersion:
    """Install the next version, whose one more migration, revision 9000, does what is given."""

    def install(deed: str) -> None:
        folder = tmp_path / "100% next"
        shutil.copytree(own_folder("migrations"), folder, ignore=shutil.ignore_patterns("__pycache__"))
        indented = deed.replace("\n", "\n    ")
        (folder / "versions" / "9000_next.py").write_text(
            '"""The next version."""\nimport sqlalchemy as sa\nfrom alembic import op\n'
            f'from rebuilding import rebuilt\n\nrevision = "9000"\ndown_revision = "{REVISION}"\n\n\n'
            f"def upgrade() -> None:\n    {indented}\n",
            "utf-8",
        )
        monkeypatch.setattr(migrator, "own_folder", lambda _name: folder)
        monkeypatch.setattr(upgrade, "REVISION", "9000")

    return install
