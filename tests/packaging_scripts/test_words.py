"""Nothing that a person reads is written past the translators."""

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

SOURCES = Path(__file__).resolve().parents[2] / "src" / "posim_desktop"
_READS_AS_WORDS = re.compile(r"[A-Za-z]{2,} [A-Za-z]|^&?[A-Z][a-z]{2,}")
_STYLES = re.compile(r"\{ (font|padding)")
_KEYS = re.compile(r"(Ctrl|Alt|Shift)\+\S+")
_TELL_NOBODY = frozenset(
    {"QKeySequence", "QShortcut", "QT_TRANSLATE_NOOP", "TypeVar", "cast", "getLogger", "setObjectName", "setProperty"}
    | {"mark", "mark_new"}  # what the style sheet reads
)
_LEVELS = frozenset({"debug", "info", "warning", "error", "exception", "critical"})
_TRANSLATE = frozenset({"tr", "_tr", "translate"})
_NAMES = frozenset({"Deutsch", "English", "Fusion", "Inter", "Refusals", "Word", "receipt printer"})
"""Languages in their own words; the names of a style, a font, a context, a way to write a fact, and a thread."""
_NOT_SCREENS = frozenset({"ui/parts.py"})  # reads the names that packages give to what they tell of themselves


def unmarked(module: str, tree: ast.Module, marked: frozenset[str]) -> list[str]:
    """List what reads as words in a module and can be shown to no translator."""
    nodes = list(ast.walk(tree))
    quiet = {inner for node in nodes for told in _quiet(node) for inner in ast.walk(told)}
    told_otherwise = marked | _NAMES
    found = [
        f"{module}:{node.lineno}: {node.value}"
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in quiet
        if _READS_AS_WORDS.search(node.value)
        if "<" not in node.value and not _STYLES.search(node.value) and not _KEYS.fullmatch(node.value)
        if node.value not in told_otherwise
    ]
    return sorted(found)


def _quiet(node: ast.AST) -> Iterator[ast.AST]:
    """Find in a node what no person reads, or what a translator does."""
    match node:
        case ast.Module() | ast.ClassDef() | ast.FunctionDef():
            yield from (
                each for each in node.body if isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant)
            )
            if isinstance(node, ast.FunctionDef) and node.returns is not None:
                yield node.returns
            if isinstance(node, ast.ClassDef) and any(ast.unparse(base).endswith("Enum") for base in node.bases):
                yield node
        case ast.Expr(value=ast.Constant()) | ast.Raise() | ast.Assert():
            yield node
        case ast.AnnAssign(annotation=annotation):
            yield annotation
        case ast.arg(annotation=ast.expr() as annotation):
            yield annotation
        case ast.Call(func=func):
            name = func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""
            log = name in _LEVELS and ast.unparse(func).split(".")[0] in {"log", "_log"}
            if name in _TELL_NOBODY | _TRANSLATE or name.endswith("Error") or log:
                yield node
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            yield node


def _shown_to_translators(context: str) -> frozenset[str]:
    """Read what the German file holds of a context: every word of the program, as a test of translations finds."""
    translations = importlib.import_module("translations")
    contexts = ET.parse(translations.FOLDER / "posim_de.ts").getroot().iter("context")  # noqa: S314 - ours
    return frozenset(
        message.findtext("source", "")
        for each in contexts
        if each.findtext("name") == context
        for message in each.iter("message")
    )


def test_every_word_of_a_screen_or_a_paper_goes_through_a_translator() -> None:
    translations = importlib.import_module("translations")
    marked = _shown_to_translators(translations.TROUBLE)
    files = [*(SOURCES / "ui").rglob("*.py"), *(SOURCES / "printing").rglob("*.py"), SOURCES / "start.py"]
    found = [
        words
        for file in sorted(files)
        if (module := file.relative_to(SOURCES).as_posix()) not in _NOT_SCREENS
        for words in unmarked(module, ast.parse(file.read_text("utf-8")), marked)
    ]
    assert found == []


def test_words_past_the_translators_are_found() -> None:
    source = '''
class Card:
    """A card."""

    def show(self, total: str) -> None:
        self.save.setText(self.tr("Save"))
        self.delete.setText("Delete")
        self.due.setText(f"Still due: {total}")
        self.save.setShortcut("Ctrl+S")
'''
    assert unmarked("card.py", ast.parse(source), frozenset()) == ["card.py:7: Delete", "card.py:8: Still due: "]
