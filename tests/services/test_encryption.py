"""The way to a server: as safe as it can be made, and never less safe afterwards."""

import random
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa

from posim_desktop.cli.chosen import PASSWORD_VARIABLE
from posim_desktop.cli.main import run
from posim_desktop.domain.errors import TroubleError
from posim_desktop.services.encryption import Way, strictest
from posim_desktop.services.upgrade import migrate
from posim_desktop.settings import load_settings
from postgres_server import SUPERUSER, PostgresServer, running_server

PASSWORD = "p@ss word"  # noqa: S105 - of a server of these tests


@dataclass(frozen=True)
class NetworkServer:
    """A server on an address of its own on this computer, with users who have a password; ``url`` is of one."""

    server: PostgresServer
    address: str

    @property
    def certificate(self) -> Path:
        """What it shows: it has signed it itself."""
        return self.server.folder / "data" / "server.crt"

    def url(self) -> sa.URL:
        """Write where its database is, as a person describes it."""
        return sa.URL.create("postgresql", "till", PASSWORD, self.address, database="postgres")

    def offers_tls(self, *, offered: bool) -> None:
        """Begin or end to encrypt, and wait until it does."""
        self.does(f"ALTER SYSTEM SET ssl = {'on' if offered else 'off'}", "SELECT pg_reload_conf()")
        while self._is_encrypting() is not offered:
            pass  # nothing tells when a server has read its settings again

    def does(self, *commands: str) -> None:
        """Say something to it as its superuser."""
        with psycopg.connect(
            host=str(self.server.folder), user=SUPERUSER, dbname="postgres", autocommit=True
        ) as connection:
            for command in commands:
                connection.execute(command.encode())

    def _is_encrypting(self) -> bool:
        with psycopg.connect(host=self.address, user="till", password=PASSWORD, dbname="postgres") as connection:
            return connection.pgconn.ssl_in_use


@pytest.fixture(scope="module")
def networked() -> Iterator[NetworkServer]:
    address = ".".join(("127", *(str(random.randint(2, 250)) for _ in range(3))))  # noqa: S311 - no secret
    with running_server(f"listen_addresses={address}") as server:
        data = server.folder / "data"
        found = NetworkServer(server, address)
        _sign(data, address)
        rules = data / "pg_hba.conf"
        rules.write_text(f"host all till {address}/8 scram-sha-256\n{rules.read_text('utf-8')}", "utf-8")
        found.does(f"CREATE ROLE till LOGIN SUPERUSER PASSWORD '{PASSWORD}'", "SELECT pg_reload_conf()")
        yield found


def _sign(folder: Path, address: str) -> None:
    """Let a server sign a certificate of its address itself."""
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    command += ["-days", "2", "-subj", "/CN=shop", "-addext", f"subjectAltName=IP:{address}"]
    key, own = folder / "server.key", folder / "server.crt"
    subprocess.run([*command, "-keyout", str(key), "-out", str(own)], check=True, capture_output=True)
    key.chmod(0o600)
    for file in (key, own):
        shutil.chown(file, folder.stat().st_uid, folder.stat().st_gid)


def test_an_encrypting_server_proves_itself_and_is_held_to_it(networked: NetworkServer, tmp_path: Path) -> None:
    networked.offers_tls(offered=True)
    url, way = strictest(networked.url())
    assert (way, url.query) == (Way.PROVEN, {"sslmode": "require", "channel_binding": "require"})
    networked.offers_tls(offered=False)
    with pytest.raises(TroubleError, match="no longer encrypts"):
        migrate(url.render_as_string(hide_password=False), tmp_path)


def test_a_server_without_tls_is_used_and_told(networked: NetworkServer) -> None:
    networked.offers_tls(offered=False)
    assert strictest(networked.url()) == (networked.url(), Way.PLAIN)


def test_a_server_that_asks_for_no_password_proves_nothing(networked: NetworkServer) -> None:
    networked.offers_tls(offered=True)
    url, way = strictest(networked.url().set(username=SUPERUSER))
    assert (way, url.query) == (Way.ENCRYPTED, {"sslmode": "require"})


def test_a_certificate_is_checked_with_the_name_of_the_server(networked: NetworkServer, tmp_path: Path) -> None:
    networked.offers_tls(offered=True)
    url, way = strictest(networked.url(), networked.certificate)
    assert (way, url.query["sslmode"]) == (Way.CERTIFIED, "verify-full")
    (elsewhere := tmp_path / "other").mkdir()
    _sign(elsewhere, networked.address)
    other = url.update_query_dict({"sslrootcert": str(elsewhere / "server.crt")})
    with pytest.raises(TroubleError, match="no longer proves"):
        migrate(other.render_as_string(hide_password=False), tmp_path)


def test_the_way_by_a_socket_leads_nowhere_else(networked: NetworkServer) -> None:
    here = sa.make_url(networked.server.url("postgres"))
    assert strictest(here) == (here, Way.ON_THIS_COMPUTER)


def test_connect_says_which_way_it_goes_and_keeps_it(
    networked: NetworkServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(PASSWORD_VARIABLE, PASSWORD)
    networked.does("CREATE DATABASE shop")
    file = tmp_path / "settings.toml"
    file.write_text("", "utf-8")
    where = ("--host", networked.address, "--name", "shop", "--user", "till")
    for offered, said, kept in (
        (False, "not encrypted", ""),
        (True, "proves that it knows", "channel_binding=require"),
    ):
        networked.offers_tls(offered=offered)
        assert run(["--settings", str(file), "connect", *where]) == 0
        told = capsys.readouterr().out
        assert said in told
        assert PASSWORD not in told
        assert kept in load_settings(file).database_url
    asked = ("--certificate", str(networked.certificate))
    assert run(["--settings", str(file), "connect", *where, *asked]) == 0
    assert "certificate is checked" in capsys.readouterr().out
