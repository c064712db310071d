"""`posim-desktop grant`: a till's user may do what a till does, also after an upgrade, and nothing else."""

from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa
from psycopg import sql
from sqlalchemy.exc import DBAPIError

from migrations import busy_shop
from migrations.conftest import NextVersion
from posim_desktop.cli.main import run
from posim_desktop.orm.rights import rights
from posim_desktop.queries.verify import verify
from posim_desktop.services.database import for_writing, open_engine, snapshot
from posim_desktop.services.upgrade import migrate
from postgres_server import SUPERUSER, PostgresServer

OTHERS = ("kim", '100% kim\'s "till"')
TILL = "small till"  # quoted wherever it is written
Said = pytest.CaptureFixture[str]

# Each cell of the privileges that the server knows of a table or of one of its columns.
HELD = sa.text(
    "SELECT table_name, privilege_type, '' FROM information_schema.role_table_grants WHERE grantee = :till "
    "UNION SELECT c.table_name, c.privilege_type, c.column_name FROM information_schema.role_column_grants c "
    "WHERE c.grantee = :till AND NOT EXISTS (SELECT 1 FROM information_schema.role_table_grants t "
    "WHERE t.grantee = c.grantee AND t.table_name = c.table_name AND t.privilege_type = c.privilege_type)"
)

# What no till does: the audit and ledgers grow, a promise stands, a number is not taken back.
FORBIDDEN = (
    "UPDATE audit_events SET reason = 'x'",
    "DELETE FROM audit_events",
    "TRUNCATE audit_events",
    "UPDATE stock_ledger SET quantity = 1",
    "DELETE FROM backorder_events",
    "UPDATE allocation_events SET after = 1",
    "UPDATE backorders SET item_id = 1",
    "DELETE FROM backorders",
    "DELETE FROM invoices",
    "UPDATE tenders SET amount = 1",
    "DELETE FROM operations",
    "UPDATE operations SET fingerprint = 'x'",
    "INSERT INTO counters (name, value) VALUES ('x', 1)",
    "DELETE FROM counters",
    "UPDATE alembic_version SET version_num = '0001'",
    "DROP TRIGGER audit_events_append_only ON audit_events",
    "ALTER TABLE audit_events DISABLE TRIGGER ALL",
    "CREATE TABLE mine (id integer)",
)


@pytest.fixture
def till_url(postgres_url: str, postgres_server: PostgresServer) -> Iterator[str]:
    """The same shop as the tills' user sees it, which as yet may do nothing."""
    where = f"host={postgres_server.folder} user={SUPERUSER} dbname={sa.make_url(postgres_url).database}"
    name = sql.Identifier(TILL)
    with psycopg.connect(where, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE ROLE {} LOGIN").format(name))
        yield sa.make_url(postgres_url).set(username=TILL).render_as_string(hide_password=False)
        connection.execute(sql.SQL("DROP OWNED BY {}").format(name))
        connection.execute(sql.SQL("DROP ROLE {}").format(name))


def held(url: str) -> set[tuple[str, str, str]]:
    engine = open_engine(url)
    with engine.connect() as connection:
        found = {(row[0], row[1], row[2]) for row in connection.execute(HELD, {"till": TILL})}
    engine.dispose()
    return found


def meant() -> set[tuple[str, str, str]]:
    found = set()
    for table, given in rights():
        for right in given:
            name, _, columns = right.rstrip(")").partition(" (")
            found |= {(table, name, column) for column in columns.split(", ")}
    return found


def test_a_till_does_all_its_work_and_nothing_else(postgres_url: str, till_url: str, capsys: Said) -> None:
    assert run(["--database", postgres_url, "grant", TILL]) == 0
    assert f"{TILL} may work at a till" in capsys.readouterr().out
    assert held(postgres_url) == meant()

    busy_shop.fill(till_url)
    engine = open_engine(till_url)
    with snapshot(engine) as connection:
        assert verify(connection) == ()
    for statement in FORBIDDEN:
        with (
            for_writing(engine).begin() as connection,
            pytest.raises(DBAPIError, match=r"permission denied|must be owner"),
        ):
            connection.exec_driver_sql(statement)
    engine.dispose()


def test_an_upgrade_leaves_a_till_no_more_than_it_needs(
    postgres_url: str, till_url: str, tmp_path: Path, next_version: NextVersion
) -> None:
    """As the page on installing used to say it: every right on every table, also on those to come."""
    engine = open_engine(postgres_url)
    with engine.begin() as connection:
        for words in (
            "GRANT {} ON ALL TABLES IN SCHEMA public",
            "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT {} ON TABLES",
        ):
            connection.exec_driver_sql(words.format("SELECT, INSERT, UPDATE, DELETE") + f' TO "{TILL}"')
    next_version("op.create_table('loyalty_points', sa.Column('id', sa.BigInteger()))")
    migrate(postgres_url, tmp_path)
    engine.dispose()
    assert held(postgres_url) == meant()
    till = open_engine(till_url)
    with till.connect() as connection, pytest.raises(DBAPIError, match="permission denied"):
        connection.exec_driver_sql("DELETE FROM loyalty_points")
    till.dispose()


@pytest.fixture
def as_superuser(postgres_url: str, postgres_server: PostgresServer) -> Iterator[Callable[[str], object]]:
    """What whoever looks after the server does there; the roles it makes go again."""
    where = f"host={postgres_server.folder} user={SUPERUSER} dbname={sa.make_url(postgres_url).database}"
    with psycopg.connect(where, autocommit=True) as connection:
        yield lambda statement: connection.execute(statement.encode())
        for role in OTHERS:
            if connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone():
                connection.execute(sql.SQL("DROP OWNED BY {}").format(sql.Identifier(role)))
                connection.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(role)))


@pytest.mark.parametrize("made", ["CREATE ROLE {} SUPERUSER", "CREATE ROLE {}; GRANT shop TO {}"])
def test_who_is_as_good_as_the_owner_is_told(
    made: str, postgres_url: str, as_superuser: Callable[[str], object], capsys: Said
) -> None:
    for statement in made.format(*['"kim"'] * 2).split("; "):
        as_superuser(statement)
    assert run(["--database", postgres_url, "grant", "kim"]) == 2
    assert "owns the tables" in capsys.readouterr().err


def test_tables_of_others_beside_the_shop_are_no_matter(
    postgres_url: str, till_url: str, as_superuser: Callable[[str], object]
) -> None:
    as_superuser("CREATE TABLE of_another_program (id integer)")
    as_superuser(f'GRANT SELECT ON of_another_program TO "{TILL}"')
    assert run(["--database", postgres_url, "grant", TILL]) == 0
    assert held(postgres_url) <= meant()
    till = open_engine(till_url)
    with till.connect() as connection:
        assert connection.exec_driver_sql("SELECT * FROM of_another_program").all() == []
    till.dispose()


def test_what_a_till_handed_on_is_taken_back_with_its_own(
    postgres_url: str, till_url: str, as_superuser: Callable[[str], object]
) -> None:
    as_superuser('CREATE ROLE "100% kim\'s ""till"""')
    as_superuser(f'GRANT DELETE ON audit_events TO "{TILL}" WITH GRANT OPTION')
    till = open_engine(till_url)
    with till.begin() as connection:
        connection.exec_driver_sql('GRANT DELETE ON audit_events TO "100%% kim\'s ""till"""')
    till.dispose()
    assert run(["--database", postgres_url, "grant", TILL]) == 0
    assert held(postgres_url) == meant()
    assert run(["--database", postgres_url, "grant", OTHERS[1]]) == 0


@pytest.mark.parametrize(("role", "said"), [("nobody here", "no user nobody here"), ("shop", "owns the tables")])
def test_only_a_user_of_the_tills_is_granted(postgres_url: str, role: str, said: str, capsys: Said) -> None:
    assert run(["--database", postgres_url, "grant", role]) == 2
    assert said in capsys.readouterr().err


def test_a_file_has_no_users(sqlite_url: str, capsys: Said) -> None:
    assert run(["--database", sqlite_url, "grant", TILL]) == 2
    assert "a file is its owner's" in capsys.readouterr().err
