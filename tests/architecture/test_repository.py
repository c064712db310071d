"""What the repository promises about itself."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ("src", "tests", "migrations", "packaging", "benchmarks")
MODULES = sorted(file for room in SOURCES for file in (ROOT / room).rglob("*.py"))
TEST_COMMAND = "python3 packaging/fresh.py test"


@pytest.mark.parametrize("word", ["utils", "helpers", "common", "manager"])
def test_no_module_has_a_name_that_says_nothing(word: str) -> None:
    assert [str(file) for file in MODULES if word in re.split(r"[_.]", file.name)] == []
    assert [str(file) for file in MODULES if word in file.relative_to(ROOT).parts] == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [file for file in MODULES if not ast.get_docstring(ast.parse(file.read_text("utf-8")))]

    assert [str(file.relative_to(ROOT)) for file in silent] == []


def test_the_test_command_of_the_readme_is_what_ci_runs() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    commands = [line for line in (ROOT / ".ci" / "run").read_text("utf-8").splitlines() if line[:1] != "#"]

    assert TEST_COMMAND in re.findall(r"^\s*(python3 .*)$", readme, flags=re.MULTILINE)
    assert commands == ["set -euo pipefail", 'cd "$(dirname "${BASH_SOURCE[0]}")/.."', TEST_COMMAND]


def test_decision_records_are_numbered_once_each() -> None:
    names = [file.name for file in (ROOT / "docs" / "decisions").glob("*.md")]
    numbers = [name[:4] for name in names]

    assert all(re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", name) for name in names), names
    assert len(set(numbers)) == len(numbers), sorted(names)


def test_nothing_loads_the_object_mapper() -> None:
    """No object is mapped, and a till would wait for the mapper at each start."""
    loading = [
        str(module.relative_to(ROOT))
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if (isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sqlalchemy.orm"))
        or (isinstance(node, ast.Import) and any(name.name.startswith("sqlalchemy.orm") for name in node.names))
    ]

    assert loading == []
