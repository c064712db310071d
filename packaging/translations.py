"""Collects the words of the program into ``resources/translations`` and compiles what translators made of them.

Qt's own lupdate reads Python too, but files what a function says, or what an object says for another, under a context
that the program never asks for. This reads the syntax trees and knows how the program looks its words up.

Run ``python packaging/translations.py`` after a text changed, translate what is ``unfinished``, and run it again.
"""

import ast
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

from typing_extensions import override

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "src" / "posim_desktop"
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de", "en")
_PLURALS = {"de": 2, "en": 2}
_ONLY_PLURALS = frozenset({"en"})  # the program is written in English; only its numbers need two forms
_MARKERS = frozenset({"QCoreApplication.translate", "QT_TRANSLATE_NOOP"})
_TROUBLES = frozenset({"TroubleError", "NoBackupError", "ShopRestoredError"})
_IN_ENGLISH = "src/posim_desktop/cli/"  # the command line speaks English only
TROUBLE = "Trouble"


class UnreadableWordsError(ValueError):
    """Words that no translator can be shown, because they are put together while the program runs."""


@dataclass(frozen=True, order=True)
class Message:
    """Words as the program looks them up."""

    context: str
    source: str
    comment: str = ""
    plural: bool = field(default=False, compare=False)


def collect() -> list[Message]:
    """Find all words of the program, each once.

    Raises:
        UnreadableWordsError: A module says what no translator can be shown.
    """
    modules = {file: list(ast.walk(ast.parse(file.read_text("utf-8")))) for file in sorted(SOURCES.rglob("*.py"))}
    own_constants = {file: _constants(nodes) for file, nodes in modules.items()}
    own_contexts = {file: _translating_functions(nodes, own_constants[file]) for file, nodes in modules.items()}
    constants, contexts = _by_module(own_constants), _by_module(own_contexts)
    found: dict[Message, None] = {}
    for file, nodes in modules.items():
        known = own_constants[file] | _imported(nodes, constants)
        place = file.relative_to(ROOT).as_posix()
        words = _Words(nodes[0], own_contexts[file], _imported(nodes, contexts), known, place)
        found |= dict.fromkeys(words.messages)
    return sorted(found, key=lambda message: message.context)


def words_of(source: str, place: str) -> list[Message]:
    """Find the words of one module that imports none.

    Raises:
        UnreadableWordsError: It says what no translator can be shown.
    """
    nodes = list(ast.walk(ast.parse(source)))
    constants = _constants(nodes)
    return _Words(nodes[0], _translating_functions(nodes, constants), {}, constants, place).messages


def _constants(nodes: list[ast.AST]) -> dict[str, str]:
    """Return the words to which a module gives a name."""
    body = nodes[0].body if isinstance(nodes[0], ast.Module) else []
    return {
        _dotted(statement.targets[0]): str(statement.value.value)
        for statement in body
        if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant)
    }


def _translating_functions(nodes: list[ast.AST], constants: dict[str, str]) -> dict[str, str]:
    """Find the functions that only translate their argument, with the context that they name."""
    found: dict[str, str] = {}
    for node in nodes:
        if isinstance(node, ast.FunctionDef):
            last = node.body[-1]
            if isinstance(last, ast.Return) and isinstance(last.value, ast.Call):
                call = last.value
                if _name(call.func) == "translate" and len(call.args) > 1 and isinstance(call.args[1], ast.Name):
                    found[node.name] = _text(call.args[0], constants)
    return found


class _Words(ast.NodeVisitor):
    """Walks a module and keeps its words."""

    def __init__(
        self, tree: ast.AST, own: dict[str, str], imported: dict[str, str], constants: dict[str, str], place: str
    ) -> None:
        self.messages: list[Message] = []
        self._place = place
        self._own = own
        self._imported = imported
        self._constants = constants
        self._classes: list[str] = []
        self._functions: list[str] = []
        self.visit(tree)

    @override
    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    @override
    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._functions.append(node.name)
        self.generic_visit(node)
        self._functions.pop()

    @override
    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        if self._functions and self._functions[-1] in self._own:
            return
        name, called = _name(node.func), _dotted(node.func)
        if called in _MARKERS and len(node.args) > 1:
            self._keep(_text(node.args[0], self._constants), node, 1)
        elif called == "self.tr":  # Qt's own, whatever else the module calls tr
            self._keep(self._classes[-1], node, 0)
        elif called in self._imported:
            self._keep(self._imported[called], node, 0)
        elif name in self._own and (called == name or called.rpartition(".")[0] in {"self", *self._classes}):
            self._keep(self._own[name], node, 0)
        elif name in _TROUBLES and node.args and not self._place.startswith(_IN_ENGLISH):
            self._keep_trouble(node)
        elif name == "tr":
            self._refuse(node, "only an object itself, or a function that names a context, may translate")

    def _keep(self, context: str, node: ast.Call, first: int) -> None:
        words = node.args[first : first + 2]
        if isinstance(words[0], ast.Name | ast.Attribute | ast.Subscript):
            return  # marked for translators where it stands
        if not all(isinstance(word, ast.Constant) for word in words):
            self._refuse(node, "these words are put together while the program runs")
        source = ast.literal_eval(words[0])
        comment = ast.literal_eval(words[1]) if len(words) > 1 else ""
        self.messages.append(Message(context, source, comment or "", "%n" in source))

    def _keep_trouble(self, node: ast.Call) -> None:
        words = _text(node.args[0], self._constants)
        if words:
            self.messages.append(Message(TROUBLE, words))
        else:
            self._refuse(node, "these words are not in this module")

    def _refuse(self, node: ast.Call, why: str) -> None:
        raise UnreadableWordsError(f"{self._place}:{node.lineno}: {ast.unparse(node)}: {why}")


def _by_module(shared: dict[Path, dict[str, str]]) -> dict[str, dict[str, str]]:
    """Put what modules share under the names by which they are imported."""
    return {".".join(file.relative_to(SOURCES.parent).with_suffix("").parts): own for file, own in shared.items()}


def _imported(nodes: list[ast.AST], shared: dict[str, dict[str, str]]) -> dict[str, str]:
    """Return what a module imports of what the modules share, by the names that it has there."""
    found: dict[str, str] = {}
    for node in nodes:
        if isinstance(node, ast.ImportFrom):
            of_module = shared.get(node.module or "", {})
            for alias in node.names:
                here = alias.asname or alias.name
                if alias.name in of_module:
                    found[here] = of_module[alias.name]
                of_alias = shared.get(f"{node.module}.{alias.name}", {})
                found |= {f"{here}.{name}": what for name, what in of_alias.items()}
    return found


def _dotted(node: ast.expr) -> str:
    """Write a name as it is called, ``"self.tr"``; ``""`` for what is no name."""
    if isinstance(node, ast.Name):
        return node.id
    left = _dotted(node.value) if isinstance(node, ast.Attribute) else ""
    return f"{left}.{node.attr}" if left and isinstance(node, ast.Attribute) else ""


def _name(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""


def _text(node: ast.expr, constants: dict[str, str]) -> str:
    """Read a literal, or words that have a name; ``""`` when it is neither."""
    return str(node.value) if isinstance(node, ast.Constant) else constants.get(_dotted(node), "")


def update(language: str, messages: list[Message]) -> str:
    """Write a language's file anew with all messages and no other, keep what is translated, and return it."""
    file = FOLDER / f"posim_{language}.ts"
    known = _translated(file)
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for message in messages:
        if language in _ONLY_PLURALS and not message.plural:
            continue
        if message.context not in contexts:
            contexts[message.context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[message.context], "name").text = message.context
        _write(contexts[message.context], message, known.get(message, ()), _PLURALS[language])
    ET.indent(root, " ")
    text = ET.tostring(root, "unicode", short_empty_elements=True)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n'


def _write(context: ET.Element, message: Message, words: tuple[str, ...], forms: int) -> None:
    entry = ET.SubElement(context, "message", {"numerus": "yes"} if message.plural else {})
    ET.SubElement(entry, "source").text = message.source
    if message.comment:
        ET.SubElement(entry, "comment").text = message.comment
    translation = ET.SubElement(entry, "translation", {} if any(words) else {"type": "unfinished"})
    if message.plural:
        for place in range(forms):
            form = ET.SubElement(translation, "numerusform")
            form.text = words[place] if place < len(words) else ""
    elif words:
        translation.text = words[0]


def _translated(file: Path) -> dict[Message, tuple[str, ...]]:
    """Read what is translated already."""
    known: dict[Message, tuple[str, ...]] = {}
    if not file.is_file():
        return known
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314 - a file of this repository
        for entry in context.iter("message"):
            message = Message(context.findtext("name", ""), entry.findtext("source", ""), entry.findtext("comment", ""))
            forms = tuple(form.text or "" for form in entry.iter("numerusform"))
            words = forms or (entry.findtext("translation", ""),)
            if all(words):
                known[message] = words
    return known


def unfinished(text: str) -> list[str]:
    """List the messages of a language's file that nobody has translated."""
    return [
        entry.findtext("source", "")
        for entry in ET.fromstring(text).iter("message")  # noqa: S314 - a file of this repository
        if entry.find("translation[@type='unfinished']") is not None
    ]


def compile_into(ts_file: Path, qm_file: Path) -> None:
    """Compile a language's file with Qt's lrelease, which comes with Qt for Python."""
    lrelease = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run((lrelease, "-silent", ts_file, "-qm", qm_file), check=True)


def main() -> None:
    """Bring the files of all languages up to date."""
    FOLDER.mkdir(exist_ok=True)
    messages = collect()
    for language in LANGUAGES:
        file = FOLDER / f"posim_{language}.ts"
        file.write_text(update(language, messages), "utf-8", newline="\n")
        compile_into(file, file.with_suffix(".qm"))
        missing = unfinished(file.read_text("utf-8"))
        print(f"{language}: {len(messages)} messages, {len(missing)} to translate", *missing, sep="\n    ")


if __name__ == "__main__":
    main()
