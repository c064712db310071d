"""What a plan says of rows: why one is refused, what is known of one that comes in, what changes on which card.

Serves the guide's page "Bring your shop over".
"""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from posim_desktop.services.exchange.imports import ImportPlan
from posim_desktop.ui import formatting
from posim_desktop.ui.refusals import words_of
from posim_desktop.ui.shop.imports.words import field_name

_MOST_CHANGES = 1000


class Finding(NamedTuple):
    """A row of the file that one should know of."""

    line: int
    outcome: str
    field: str
    value: str
    why: str


def findings(plan: ImportPlan) -> tuple[Finding, ...]:
    """List what one should know of rows: all that is refused, all that is noted, and the first thousand changes."""
    refused, noted = _tr("Refused"), _tr("Note")
    found = [Finding(row.line, refused, _named(row.field), row.value, words_of(row.refusal)) for row in plan.refusals]
    found += [Finding(row.line, noted, _named(row.field), row.value, words_of(row.refusal)) for row in plan.notes]
    return (*found, *_changes(plan))


def _changes(plan: ImportPlan) -> Iterator[Finding]:
    changed, becomes = _tr("Change"), _tr("becomes “{after}”")
    for rewrite in plan.plan.rewrites[:_MOST_CHANGES]:
        for each in rewrite.changes:
            after = becomes.format(after=_shown(each.after))
            yield Finding(rewrite.line, changed, _named(each.field), _shown(each.before), after)
    for move in plan.plan.moves[:_MOST_CHANGES]:
        after = becomes.format(after=formatting.quantity(move.before + move.by))
        yield Finding(move.line, changed, _named("on_hand"), f"{move.code}: {formatting.quantity(move.before)}", after)
    left = max(0, len(plan.plan.rewrites) - _MOST_CHANGES) + max(0, len(plan.plan.moves) - _MOST_CHANGES)
    if left:
        more = _tr("and {count} more cards that change").format(count=formatting.count(left))
        yield Finding(0, changed, "", "", more)


def figures(plan: ImportPlan) -> tuple[tuple[str, int], ...]:
    """Count what an import does, by what it is called; what there is none of is left out, but for the rows."""
    whole = plan.plan
    counted = (
        (_tr("Rows read"), plan.rows),
        (_tr("New cards"), len(whole.new)),
        (_tr("New vendors"), len(whole.made.vendors)),
        (_tr("New departments"), len(whole.made.departments)),
        (_tr("New tax codes"), len(whole.made.tax_codes)),
        (_tr("Cards that change"), len(whole.rewrites)),
        (_tr("Stock that changes"), len(whole.moves)),
        (_tr("Cards on file that are the same"), whole.unchanged),
        (_tr("Cards on file left alone"), whole.skipped),
        (_tr("Rows that repeat a card"), plan.repeated),
        (_tr("Rows refused"), len(plan.refusals)),
        (_tr("Notes"), len(plan.notes)),
    )
    return tuple((label, count) for place, (label, count) in enumerate(counted) if count or place == 0)


def summary(plan: ImportPlan) -> str:
    """Write the counts in a line."""
    return " · ".join(f"{label} {formatting.count(count)}" for label, count in figures(plan))


def _named(field: str) -> str:
    return field_name(field) if field else _tr("Whole row")


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return " ".join(map(str, value))
    return "" if value is None else str(value)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Imports", words)
