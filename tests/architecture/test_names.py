"""A public class has a name of its own: whoever searches for it finds one place."""

import ast
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "posim_desktop"


def shared_names(modules: Mapping[str, str]) -> dict[str, list[str]]:
    """Map each public class name that several modules use to those modules, given the text of each module."""
    places: dict[str, list[str]] = defaultdict(list)
    for module, text in modules.items():
        for node in ast.parse(text).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(module)
    return {name: found for name, found in places.items() if len(found) > 1}


def test_every_public_class_has_a_name_of_its_own() -> None:
    modules = {str(file.relative_to(PACKAGE)): file.read_text("utf-8") for file in sorted(PACKAGE.rglob("*.py"))}

    assert shared_names(modules) == {}


def test_a_name_used_twice_is_found() -> None:
    modules = {"a.py": "class Line: ...\nclass _Row: ...", "b.py": "class Line: ...\nclass _Row: ...\nclass Sum: ..."}

    assert shared_names(modules) == {"Line": ["a.py", "b.py"]}
