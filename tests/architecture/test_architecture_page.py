"""The page for newcomers names what exists."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "posim_desktop"
PAGE = ROOT / "docs" / "architecture.md"


def missing(page: str) -> list[str]:
    """List the files, folders and names that a page puts in backquotes and that do not exist."""
    quoted = re.findall(r"`([\w./-]+?)(?::([\w.]+))?`", page)
    return [f"{path}:{name}" for path, name in quoted if not is_there(path, name)]


def is_there(path: str, name: str) -> bool:
    """Look for what a pair of backquotes names; a word without a slash, a dot or a name may be anything."""
    place = next((root / path for root in (PACKAGE, ROOT) if (root / path).exists()), None)
    if place is None:
        return "NNNN" in path or not (name or "/" in path or path.endswith(".py"))
    return not name or name in names_of(place)


def names_of(module: Path) -> set[str]:
    """Collect what a module defines, and the methods of its classes as ``Class.method``."""
    names: set[str] = set()
    for node in ast.parse(module.read_text("utf-8")).body:
        match node:
            case ast.FunctionDef() | ast.ClassDef():
                names.add(node.name)
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                names.add(name)
        if isinstance(node, ast.ClassDef):
            names |= {f"{node.name}.{each.name}" for each in node.body if isinstance(each, ast.FunctionDef)}
    return names


def test_what_the_page_names_exists() -> None:
    assert missing(PAGE.read_text("utf-8")) == []


def test_a_name_that_is_gone_is_found() -> None:
    page = "`domain/nothing.py`, `services/transaction.py:Nobody`, `services/transaction.py:Transactor.run`, `Done`"

    assert missing(page) == ["domain/nothing.py:", "services/transaction.py:Nobody"]
