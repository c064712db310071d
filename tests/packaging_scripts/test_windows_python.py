"""The Python that is shipped for Windows has every module that the program asks for."""

import ast
import importlib
from pathlib import Path

import posim_desktop

PROGRAM = Path(posim_desktop.__file__).parent


def _imported() -> set[str]:
    trees = [ast.parse(file.read_text("utf-8")) for file in PROGRAM.rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return plain | {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}


def test_nothing_that_the_program_imports_is_left_out() -> None:
    script = importlib.import_module("windows_python")
    left_out = {Path(name).stem for name in script._LEFT_OUT_OF_LIB | script._LEFT_OUT_OF_DLLS}
    imported = {name.partition(".")[0] for name in _imported()}
    assert "winsound" in imported, "this looks at what is imported where it is needed, too"
    assert imported & left_out == set()
