"""Stored records have keepers: no verb locks, writes or removes a row with a statement of its own."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SERVICES = Path(__file__).resolve().parents[2] / "src" / "posim_desktop" / "services"
# What stands below the keepers: the database itself. The audit, which every verb writes, is its own keeper.
GROUND = {
    "audit",
    "backup",
    "bounded_connection",
    "checksums",
    "copies",
    "database",
    "migrator",
    "network_share",
    "new_shop",
    "scratch",
    "server_programs",
    "session",
    "till_rights",
    "upgrade",
}
VERBS = sorted(
    file
    for file in SERVICES.rglob("*.py")
    if file.relative_to(SERVICES).parts[0].removesuffix(".py") not in {*GROUND, "records"}
)
# What a file or the demo shop's script holds has no type before it is read.
UNTYPED = {
    *(
        "exchange/demo.py",
        "exchange/demo_counter.py",
        "exchange/demo_customers.py",
        "exchange/demo_drawer.py",
        "exchange/demo_special_orders.py",
    ),
    *("exchange/demo_stock_room.py", "exchange/imports.py", "exchange/import_plans.py", "exchange/import_undo.py"),
}

STATEMENTS = {"update", "insert", "delete", "text"}
SESSION = {"add", "add_all", "delete", "merge", "flush"}
WRITERS = ("insert", "write", "execute", "values", "move", "raise", "finish", "step")


def offences(tree: ast.AST, *, untyped: bool = False) -> Iterator[str]:
    """Name what only a keeper may do."""
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(
                value=ast.Name(id="sa"), attr="Row" | "RowMapping" | "update" | "insert" | "delete" | "text"
            ):
                yield f"sa.{node.attr}"
            case ast.Attribute(attr="with_for_update"):
                yield "with_for_update"
            case ast.Attribute(value=ast.Name(id="session"), attr=attr) if attr in SESSION:
                yield f"session.{attr}"
            case ast.ImportFrom(module=str(module), names=names):
                yield from _imports(module, {each.name for each in names}, untyped=untyped)
            case ast.Call(func=function) if _name(function).startswith(WRITERS) and any(
                map(_holds_a_dict, _given(node))
            ):
                yield f"{_name(function)}({{…}})"


def _imports(module: str, names: set[str], *, untyped: bool) -> Iterator[str]:
    if module.startswith("sqlalchemy"):
        yield from sorted(names & (STATEMENTS | {"Row", "RowMapping"}))
    if module == "posim_desktop.orm.base":
        yield from sorted(names & {"insert_rows"})
    if module == "typing" and not untyped:
        yield from sorted(names & {"Any"})


def _name(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _given(call: ast.Call) -> Iterator[ast.expr]:
    """Give a call's positional content; what it is given by name has a type of its own."""
    yield from call.args
    yield from (keyword.value for keyword in call.keywords if keyword.arg is None)


def _holds_a_dict(given: ast.expr) -> bool:
    """Return whether a row is written as a dict: with names of columns, alone, in a list or made in a loop."""
    match given:
        case ast.Dict(keys=keys):
            return not keys or any(isinstance(key, ast.Constant) and isinstance(key.value, str) for key in keys)
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            return any(map(_holds_a_dict, parts))
        case ast.ListComp(elt=part) | ast.GeneratorExp(elt=part):
            return _holds_a_dict(part)
        case ast.BinOp(left=left, right=right):
            return _holds_a_dict(left) or _holds_a_dict(right)
    return False


def test_there_are_verbs_to_look_at() -> None:
    areas = {file.relative_to(SERVICES).parts[0] for file in VERBS}
    assert areas >= {"cards", "people", "purchasing", "backorders", "sales", "receiving", "exchange", "transaction.py"}


@pytest.mark.parametrize("file", VERBS, ids=lambda file: str(file.relative_to(SERVICES)))
def test_a_verb_leaves_stored_rows_to_their_keepers(file: Path) -> None:
    untyped = str(file.relative_to(SERVICES)) in UNTYPED
    assert list(offences(ast.parse(file.read_text("utf-8")), untyped=untyped)) == []


@pytest.mark.parametrize(
    ("program", "offence"),
    [
        ("session.execute(sa.update(Item).values(on_hand=1))", "sa.update"),
        ("session.execute(sa.insert(Item), rows)", "sa.insert"),
        ("session.execute(sa.delete(Item))", "sa.delete"),
        ("from sqlalchemy import update", "update"),
        ("from sqlalchemy.dialects.sqlite import insert", "insert"),
        ("session.execute(sa.select(Item).with_for_update())", "with_for_update"),
        ("def lines(row: sa.Row[int]) -> None: ...", "sa.Row"),
        ("from typing import Any", "Any"),
        ("session.add(Invoice())", "session.add"),
        ("from posim_desktop.orm.base import insert_rows", "insert_rows"),
        ("stock.insert(session, [{'item_id': 1}])", "insert({…})"),
        ("stock.insert(session, [{'item_id': each} for each in ids])", "insert({…})"),
        ("invoice_rows.write(session, 1, {'note': ''} | more)", "write({…})"),
        ("invoice_rows.write(session, 1, **{'note': ''})", "write({…})"),
    ],
)
def test_what_only_a_keeper_may_do_is_found(program: str, offence: str) -> None:
    assert offence in set(offences(ast.parse(program)))


def test_calls_of_keepers_are_no_offence() -> None:
    program = """
invoice = invoice_rows.lock(session, invoice_id)
backorder_rows.write(session, {backorder_id: figures}, [event])
stock.move(session, committed={item_id: -quantity for item_id, quantity in freed.items()})
invoice_rows.write(session, invoice_id, note=words)
entry = Entry("discard invoice", Record.INVOICE, invoice_id, before={"total": invoice.total})
"""
    assert list(offences(ast.parse(program))) == []
