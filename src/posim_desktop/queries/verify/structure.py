"""Rules T1 and C8: the database has every table, check, key, index and trigger of the program; search knows all cards.

What a file holds is compared in its own words with a database made for that in memory. A server writes what it was
given in words of its own, so there names are compared, whether a trigger or an index is in force, and what a function
does.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.orm import Base
from posim_desktop.orm.base import create_tables
from posim_desktop.orm.triggers import SEARCHED, postgresql_search, postgresql_triggers
from posim_desktop.queries.verify.violation import Violation

_IN_FILE = sa.text("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'alembic%'")
_ON_SERVER = sa.text("""
    SELECT 'table', relname::text, '' FROM pg_class
     WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'
    UNION ALL
    SELECT 'column', c.relname || '.' || a.attname, CASE WHEN a.attnotnull THEN 'never empty' ELSE '' END
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
    UNION ALL
    SELECT 'constraint', c.relname || '.' || k.conname, CASE WHEN k.convalidated THEN '' ELSE 'not in force' END
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
     WHERE k.connamespace = current_schema()::regnamespace AND k.contype IN ('c', 'f', 'p', 'u')
    UNION ALL
    SELECT 'index', c.relname::text, CASE WHEN i.indisvalid THEN '' ELSE 'not in force' END
      FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE c.relnamespace = current_schema()::regnamespace
    UNION ALL
    SELECT 'trigger', c.relname || '.' || t.tgname,
           CASE WHEN t.tgenabled = 'O' THEN p.proname::text ELSE 'not in force' END
      FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
     WHERE c.relnamespace = current_schema()::regnamespace AND NOT t.tgisinternal
    UNION ALL
    SELECT 'function', p.proname::text, p.prosrc FROM pg_proc p
     WHERE p.pronamespace = current_schema()::regnamespace AND p.prorettype = 'trigger'::regtype
       AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')""")
_TRIGGER = re.compile(r"CREATE TRIGGER (\w+) .*? ON (\w+)\b.* EXECUTE FUNCTION (\w+)\(\)", re.DOTALL)
_FUNCTION = re.compile(r"CREATE FUNCTION (\w+)\(\).*? AS \$\$(.*)\$\$", re.DOTALL)
_INDEX = re.compile(r"CREATE INDEX (\w+)")

_UNKNOWN_TO_SEARCH = """
    SELECT c.id, c.code, 'is on file and not in the index by which it is found'
      FROM {table} c LEFT JOIN {table}_search_docsize s ON s.id = c.id WHERE s.id IS NULL
    UNION ALL
    SELECT s.id, NULL, 'is in the index by which cards are found and not on file'
      FROM {table}_search_docsize s LEFT JOIN {table} c ON c.id = s.id WHERE c.id IS NULL
    ORDER BY 1"""


class _Object(NamedTuple):
    kind: str
    name: str


def objects(connection: sa.Connection) -> Iterator[Violation]:
    """T1: compare what the database holds besides rows with what this program would make."""
    if connection.dialect.name == "sqlite":
        expected = _made_in_memory()
        found = _held_by(connection)
    else:
        expected = _made_on_server()
        found = {_Object(kind, name): words.strip() for kind, name, words in connection.execute(_ON_SERVER)}
    for each, words in sorted(expected.items()):
        if each not in found:
            yield _of(each, "is missing")
        elif found[each] != words:
            yield _of(each, found[each] if found[each] == "not in force" else "is not as this program makes it")
    for each in sorted(found.keys() - expected.keys()):
        if each.kind == "trigger":
            yield _of(each, "is none of this program's")


def unknown_to_search(connection: sa.Connection) -> Iterator[Violation]:
    """C8: look for cards that the index of a file does not know; on a server the index is the database's own affair."""
    if connection.dialect.name != "sqlite":
        return
    for table in SEARCHED:
        for card_id, code, problem in connection.execute(sa.text(_UNKNOWN_TO_SEARCH.format(table=table))):
            yield Violation("C8", table.removesuffix("s"), card_id, code or "", problem)


def _of(each: _Object, problem: str) -> Violation:
    return Violation("T1", each.kind, 0, each.name, problem)


def _held_by(connection: sa.Connection) -> dict[_Object, str]:
    return {_Object(kind, name): told_alike(words) for kind, name, words in connection.execute(_IN_FILE)}


@cache
def _made_in_memory() -> Mapping[_Object, str]:
    engine = sa.create_engine("sqlite://")
    with engine.begin() as connection:
        create_tables(connection)
        made = _held_by(connection)
    engine.dispose()
    return made


@cache
def _made_on_server() -> Mapping[_Object, str]:
    from sqlalchemy.dialects import postgresql  # noqa: PLC0415 - a till on SQLite needs none of it

    write = postgresql.dialect().identifier_preparer  # type: ignore[no-untyped-call]
    made = {}
    for table in Base.metadata.tables.values():
        made[_Object("table", table.name)] = ""
        for column in table.columns:
            made[_Object("column", f"{table.name}.{column.name}")] = "" if column.nullable else "never empty"
        for part in table.constraints:
            if isinstance(part, sa.PrimaryKeyConstraint) and not part.columns:
                continue
            made[_Object("constraint", f"{table.name}.{write.format_constraint(part)}")] = ""
        for index in table.indexes:
            made[_Object("index", str(write.format_index(index)))] = ""
    for statement in (*postgresql_triggers(), *postgresql_search()):
        if trigger := _TRIGGER.match(statement):
            made[_Object("trigger", f"{trigger[2]}.{trigger[1]}")] = trigger[3]
        elif function := _FUNCTION.match(statement):
            made[_Object("function", function[1])] = function[2].strip()
        elif index_of_texts := _INDEX.match(statement):
            made[_Object("index", index_of_texts[1])] = ""
    return made


@lru_cache(maxsize=2048)
def told_alike(words: str | None) -> str:
    """Take what differs in the telling only: blanks, quotes, and the order of a table's columns and constraints."""
    told = re.sub(r'[\s"]+', " ", words or "")
    if not told.startswith("CREATE TABLE"):
        return told
    head, _, rest = told.partition("(")
    body, _, tail = rest.rpartition(")")
    depth, parts, start = 0, [], 0
    for place, character in enumerate(body):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "," and depth == 0:
            parts.append(body[start:place].strip())
            start = place + 1
    parts.append(body[start:].strip())
    return f"{head}({', '.join(sorted(parts))}){tail}"
