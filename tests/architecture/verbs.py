"""Finding the verbs of the services in their text, and what a verb and everything that it calls names."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import posim_desktop

PACKAGE = "posim_desktop"
ROOT = Path(posim_desktop.__file__).parent
SERVICES = "services."


def named_in(verb: str, kind: str) -> set[str]:
    """Collect the members of an enumeration that a verb and what it calls name: ``{"RECEIVE"}`` of ``Permission``."""
    module, _, function = verb.rpartition(".")
    return {
        part.attr
        for node in _reached(SERVICES + module, function)
        for part in ast.walk(node)
        if isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name) and part.value.id == kind
    }


def _reached(module: str, function: str) -> Iterator[ast.AST]:
    """Give a function of the services and all that it calls in the services and the rules of sales, each once."""
    seen: set[tuple[str, str]] = set()
    ahead = [(module, function)]
    while ahead:
        here = ahead.pop()
        node = _functions(here[0]).get(here[1])
        if here in seen or node is None:
            continue
        seen.add(here)
        yield node
        ahead += _called(here[0], node)


def _called(module: str, node: ast.AST) -> Iterator[tuple[str, str]]:
    """Name the functions that a function mentions."""
    imports, own = _imports(module), _functions(module)
    for part in ast.walk(node):
        if isinstance(part, ast.Name) and part.id in own:
            yield module, part.id
        elif isinstance(part, ast.Name) and part.id in imports and imports[part.id] not in _known():
            there, _, function = imports[part.id].rpartition(".")
            if there in _known():
                yield there, function
        elif isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name):
            there = imports.get(part.value.id, "")
            if there in _known() and part.attr in _functions(there):
                yield there, part.attr


@cache
def _imports(module: str) -> dict[str, str]:
    """Read what the names of a module lead to: a module of the program, or something in one."""
    return {
        alias.asname or alias.name: f"{node.module}.{alias.name}".removeprefix(f"{PACKAGE}.")
        for node in ast.walk(_tree(module))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(f"{PACKAGE}.")
        for alias in node.names
    }


@cache
def _functions(module: str) -> dict[str, ast.FunctionDef]:
    return {node.name: node for node in _tree(module).body if isinstance(node, ast.FunctionDef)}


@cache
def _tree(module: str) -> ast.Module:
    return ast.parse((ROOT / (module.replace(".", "/") + ".py")).read_text(encoding="utf-8"))


@cache
def _known() -> frozenset[str]:
    files = (path for room in ("services", "domain/sales") for path in (ROOT / room).rglob("*.py"))
    return frozenset(".".join(path.relative_to(ROOT).with_suffix("").parts) for path in files)


def _verbs() -> Iterator[str]:
    for module in sorted(_known()):
        for name, node in _functions(module).items():
            if (
                module.startswith(SERVICES)
                and not name.startswith("_")
                and node.args.kwonlyargs
                and [arg.arg.lstrip("_") for arg in node.args.args] == ["session", "stamp"]
                and isinstance(node.returns, ast.Name)
                and node.returns.id == "Done"
            ):
                yield f"{module}.{name}".removeprefix(SERVICES)


VERBS = tuple(_verbs())
"""Every verb of the services, ``verb(session, stamp, *, ...) -> Done``: ``"cards.items.add"``."""
