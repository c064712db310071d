"""Undo of an import: what it will do is said first, and what was used since is named and left.

Serves the guide's page "Bring your shop over".
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import TroubleError
from posim_desktop.queries.shop.file_imports import ImportRow
from posim_desktop.services.exchange import import_undo
from posim_desktop.services.exchange.import_undo import UndoPlan
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.widgets.question import Question

_MOST_NAMED = 10


def ask_undo(window: QWidget, operations: Operations, row: ImportRow, then: Callable[[], None]) -> None:
    """Ask whether an import is to be undone, and undo it.

    Args:
        window: Over which it is asked.
        operations: The road to the verb.
        row: The import.
        then: Called when it was undone.
    """
    try:
        plan = operations.read(import_undo.plan_undo, row.id, row.at)
    except TroubleError as trouble:
        say(window, words_of_trouble(trouble))
        return
    act = _tr("Undo the Rest") if plan.used else _tr("Undo the Import")
    asked = _tr("Undo the import of “{file}”?").format(file=row.file_name)
    question = Question(window, _tr("Undo Import"), asked, act=act, give_up=_tr("Keep It"), destructive=True)
    question.show_note("\n".join(_told(plan)))
    attempt = Attempt()
    verb = partial(import_undo.undo, import_id=row.id, leave_used=bool(plan.used))
    question.accepted.connect(partial(_undo, window, operations, verb, attempt, then))
    question.open()


def _undo(
    window: QWidget, operations: Operations, verb: partial[Done], attempt: Attempt, then: Callable[[], None]
) -> None:
    if isinstance(operations.run(window, verb, attempt), Done):
        then()


def _told(plan: UndoPlan) -> list[str]:
    """Say what is taken back, and what stays."""
    counted = (
        (_tr("Cards that were made and will be archived: {count}"), len(plan.archived)),
        (_tr("Cards that get back what stood on them: {count}"), len(plan.put_back)),
        (_tr("Items whose stock moves back: {count}"), len(plan.moves)),
    )
    told = [label.format(count=formatting.count(count)) for label, count in counted if count]
    if plan.used:
        named = ", ".join(each.code for each in plan.used[:_MOST_NAMED])
        more = "…" if len(plan.used) > _MOST_NAMED else ""
        words = _tr("Used or changed since, and left as they are ({count}): {named}")
        told.append(words.format(count=formatting.count(len(plan.used)), named=named + more))
    return told or [_tr("There is nothing left to take back.")]


def _tr(words: str) -> str:
    return QCoreApplication.translate("Imports", words)
