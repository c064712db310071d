"""`posim-desktop import KIND FILE`, `import list` and `import undo N`.

Serves the guide's page "Bring your shop over".
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated

import sqlalchemy as sa
import typer

from posim_desktop.cli.failures import WrongUseError, plain_words, printable
from posim_desktop.cli.shop import opened, shown
from posim_desktop.domain.errors import RefusedError, refuse
from posim_desktop.domain.exchange.csv_tables import MAX_BYTES, write_table
from posim_desktop.domain.exchange.import_cards import RowRefusal, count_reasons, field_of
from posim_desktop.domain.exchange.import_columns import FileLayout, parse_mapping
from posim_desktop.domain.exchange.import_kinds import ImportKind
from posim_desktop.domain.exchange.import_questions import Ask, ImportQuestion
from posim_desktop.domain.ids import new_operation_key
from posim_desktop.domain.why import Why
from posim_desktop.queries.people import pins
from posim_desktop.queries.shop import file_imports
from posim_desktop.services.exchange import import_undo, imports
from posim_desktop.services.exchange.import_files import AlikeRows, Existing, FileReading, ImportOptions, read_file
from posim_desktop.services.exchange.import_plans import Rewrite
from posim_desktop.services.exchange.imports import ImportPlan
from posim_desktop.services.people import pin_hashes
from posim_desktop.services.people import pins as pin_verbs
from posim_desktop.services.transaction import Transactor, Verb
from posim_desktop.settings import Settings

_REPORT_HEADER = ("line", "outcome", "field", "value", "reason")
_LONGEST_VALUE = 40
_MOST_CHANGES = 20
_LIST, _UNDO = "list", "undo"
_SEPARATORS = {"tab": "\t", "comma": ",", "semicolon": ";"}
_SAID = {
    Ask.ENCODING: "The encoding is not certain",
    Ask.DECIMAL_SIGN: "Whether numbers have a decimal point or comma is not certain",
    Ask.MAX_STOCK: "Items have a least stock and no most stock to fill up to",
    Ask.NEGATIVE_STOCK: "Stock is below zero",
    Ask.ODD_IDS: "IDs are too long or hold an asterisk",
    Ask.MISSING_IDS: "Rows have no ID",
    Ask.VENDORS: "Vendors are not on file",
    Ask.DEPARTMENTS: "Departments are not on file",
    Ask.TAX_CODES: "Tax codes are not on file",
    Ask.TAXED: "Items are taxed, and the store has no tax code for new items",
}


@dataclass(frozen=True, slots=True)
class _Way:
    """What happens besides importing."""

    dry_run: bool
    all_or_nothing: bool
    report: Path | None
    employee: str | None


def import_file(
    context: typer.Context,
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help=f"What the rows are about: {', '.join(ImportKind)}; or list, or undo.")
    ],
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="A table, CSV or XLSX; for undo the import's number.")
    ] = None,
    *,
    columns: Annotated[
        str,
        typer.Option(
            "--map",
            metavar="FIELD=COLUMN,…",
            help="Which column is which field, A+B for two joined; the rest are found.",
        ),
    ] = "",
    layout: Annotated[
        FileLayout | None,
        typer.Option(
            help="list: one row per card. sales: invoice lines, from which cards are created. Detected if omitted."
        ),
    ] = None,
    existing: Annotated[Existing, typer.Option(help="What to do with IDs already on file.")] = Existing.SKIP,
    alike: Annotated[
        AlikeRows, typer.Option(help="What to do with rows that look like a customer on file under another ID.")
    ] = AlikeRows.LEAVE,
    all_or_nothing: Annotated[
        bool, typer.Option("--all-or-nothing", help="Import nothing when any row is refused.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would happen.")] = False,
    delimiter: Annotated[str, typer.Option(metavar="CHARACTER", help="What separates cells; “tab” for a tab.")] = "",
    encoding: Annotated[str, typer.Option(metavar="NAME", help="What the file is written in, such as cp1250.")] = "",
    decimal: Annotated[str, typer.Option(metavar="SIGN", help="point or comma; found if omitted.")] = "",
    decimal_comma: Annotated[bool, typer.Option("--decimal-comma", help="The same as --decimal comma.")] = False,
    answer: Annotated[
        list[str] | None,
        typer.Option("--answer", metavar="QUESTION=ANSWER", help="Answer what a dry run asks; may be given again."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Take what is proposed for all that is not answered.")] = False,
    employee: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Login name of the person importing; required once the shop has employees."),
    ] = None,
    report: Annotated[
        Path | None, typer.Option(metavar="FILE.csv", help="Write every refused row and note to this file.")
    ] = None,
    leave_used: Annotated[
        bool, typer.Option("--leave-used", help="undo: leave what was used since as it is, take back the rest.")
    ] = False,
) -> None:
    """Bring a table of items, customers, vendors and more in, say what comes of each row, list imports or undo one."""
    settings: Settings = context.obj
    if kind == _LIST:
        _tell_imports(settings)
        return
    if file is None:
        raise WrongUseError("Name the file to import, or the number of the import to undo.")
    if kind == _UNDO:
        _undo(settings, str(file), employee, leave_used=leave_used)
        return
    if kind not in tuple(ImportKind):
        raise WrongUseError(f"“{kind}” cannot be imported. Say one of: {', '.join(ImportKind)}.")
    if report is not None and report.resolve() == file.resolve():
        raise WrongUseError("The report would overwrite the file that is imported. Give it another name.")
    options = ImportOptions(
        separator=_SEPARATORS.get(delimiter.casefold(), delimiter) or None,
        columns=parse_mapping(columns),
        layout=layout,
        existing=existing,
        alike=alike,
        answers=_answers(answer or (), encoding, "comma" if decimal_comma else decimal),
        proposed=yes,
    )
    reading = read_file(_read(file), file.name, ImportKind(kind), options)
    _tell_reading(reading)
    way = _Way(dry_run, all_or_nothing, report, employee)
    with opened(settings) as engine:
        _import(engine, settings, reading, options, way)


def _import(engine: sa.Engine, settings: Settings, reading: FileReading, options: ImportOptions, way: _Way) -> None:
    # The plan's reads end before anything is written: an open reader would keep SQLite's writer waiting.
    with engine.connect() as connection:
        who = imports.employee_id(connection, way.employee)
        plan = imports.plan_import(connection, reading, options)
        refused = imports.import_refusal(connection, who, plan)
    _tell_plan(plan)
    if way.report is not None:
        _write_report(way.report, plan)
    if way.all_or_nothing and plan.refusals:
        raise refuse(Why.NOTHING_IMPORTED, rows=len(plan.refusals))
    if way.dry_run:
        if refused is not None:
            typer.echo(printable(f"It would be refused: {plain_words(refused)}"))
        typer.echo("This was a dry run; nothing was imported.")
        return
    if plan.is_empty:
        typer.echo("There was nothing to import.")
        return
    if plan.open_questions:
        raise RefusedError(refused) if refused is not None else AssertionError(plan)
    verb = partial(imports.bring_in, plan=plan)
    import_id = _write(engine, settings, who, verb)
    added, changed = len(plan.plan.new), len(plan.plan.rewrites) + len(plan.plan.moves)
    typer.echo(f"Imported: {added} added, {changed} changed. This is import {import_id}.")


def _write(engine: sa.Engine, settings: Settings, who: int | None, verb: Verb) -> int:
    typer.echo(f"Writing to {shown(settings.database_url)} …", err=True)
    transactor = Transactor(engine)
    if who is not None:
        _let_in(engine, transactor, settings.workstation, who)
    try:
        done = transactor.run(verb, key=new_operation_key(), employee_id=who, workstation=settings.workstation)
    except KeyboardInterrupt:
        typer.echo("Stopped; nothing was imported.", err=True)
        raise typer.Exit(130) from None
    return done.record_id


def _undo(settings: Settings, number: str, employee: str | None, *, leave_used: bool) -> None:
    if not number.isdecimal():
        raise WrongUseError("Say which import to undo by its number: posim-desktop import undo 3.")
    with opened(settings) as engine:
        with engine.connect() as connection:
            who = imports.employee_id(connection, employee)
        verb = partial(import_undo.undo, import_id=int(number), leave_used=leave_used)
        _write(engine, settings, who, verb)
    typer.echo(f"Import {number} was undone.")


def _tell_imports(settings: Settings) -> None:
    with opened(settings) as engine, engine.connect() as connection:
        for each in file_imports.recent(connection):
            state = f", undone {each.undone_at:%Y-%m-%d %H:%M}" if each.undone_at else ""
            who = f" by {each.employee}" if each.employee else ""
            typer.echo(
                printable(
                    f"{each.id}: {each.at:%Y-%m-%d %H:%M}{who}, {each.kind} from {each.file_name}: "
                    f"{each.made} added, {each.changed} changed, {each.refused} refused{state}"
                )
            )


def _answers(given: Iterable[str], encoding: str, decimal: str) -> dict[Ask, str]:
    found: dict[Ask, str] = {}
    for part in (
        *given,
        *([f"encoding={encoding}"] if encoding else []),
        *([f"decimal-sign={decimal}"] if decimal else []),
    ):
        name, equals, value = (piece.strip() for piece in part.partition("="))
        if not equals or name not in tuple(Ask) or not value:
            raise WrongUseError(f"Write an answer as QUESTION=ANSWER; the questions are: {', '.join(Ask)}.")
        found[Ask(name)] = value
    return found


def _let_in(engine: sa.Engine, transactor: Transactor, workstation: str, who: int) -> None:
    """Ask whoever is named for their PIN, as at every other door: a wrong one counts, and the audit tells of it.

    Raises:
        RefusedError: It is wrong, is not asked now, or they have none.
    """
    with engine.connect() as connection:
        state = pins.state(connection, who, transactor.now())
    if state.wait_seconds:
        raise refuse(Why.PIN_LOCKED, seconds=state.wait_seconds)
    tried = None
    if state.pin_hash:
        tried = pin_hashes.held_against(state.pin_hash, typer.prompt("Your PIN", hide_input=True))
    verb = partial(pin_verbs.log_in, employee_id=who, tried=tried)
    let_in = transactor.run(verb, key=new_operation_key(), employee_id=None, workstation=workstation)
    if let_in.record_id == pin_verbs.WRONG:
        raise refuse(Why.PIN_NOT_RIGHT)


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise WrongUseError(f"{file} cannot be read: {error.strerror}.") from error


def _tell_reading(reading: FileReading) -> None:
    table = reading.table
    separator = {"\t": "tab", ",": "comma", ";": "semicolon"}.get(table.separator, table.separator)
    pairs = ", ".join(f"{field} = {table.header[place]}" for field, place in sorted(reading.columns.items()))
    rows = "invoice lines" if reading.layout is FileLayout.SALES else "a list"
    how = f"{table.encoding}, separated by {separator}" if table.encoding else "a workbook"
    lines = [f"{reading.file_name}: {rows}, {how}; {pairs}"]
    if table.header_line > 1:
        lines.append(f"The names of the columns are in line {table.header_line}.")
    if reading.sign == ",":
        lines.append("Its numbers have a decimal comma.")
    if reading.unused:
        lines.append(f"Columns that are not used: {', '.join(reading.unused)}")
    for line in lines:
        typer.echo(printable(line))


def _tell_plan(plan: ImportPlan) -> None:
    for outcome, found in (("", plan.refusals), ("note: ", plan.notes)):
        for row in found:
            typer.echo(_line(row, outcome))
    for rewrite in plan.plan.rewrites[:_MOST_CHANGES]:
        typer.echo(_changed(rewrite))
    if len(plan.plan.rewrites) > _MOST_CHANGES:
        typer.echo(f"… and {len(plan.plan.rewrites) - _MOST_CHANGES} more cards to change")
    for move in plan.plan.moves[:_MOST_CHANGES]:
        typer.echo(
            printable(f"line {move.line}: stock of {move.code}: {move.before:f} becomes {move.before + move.by:f}")
        )
    typer.echo(_summary(plan))
    for question in plan.questions:
        typer.echo(_asked(question))


def _line(row: RowRefusal, outcome: str) -> str:
    value = row.value if len(row.value) <= _LONGEST_VALUE else f"{row.value[:_LONGEST_VALUE]}…"
    return printable(f"{outcome}line {row.line}: {row.field or 'row'} “{value}”: {plain_words(row.refusal)}")


def _changed(rewrite: Rewrite[object]) -> str:  # type: ignore[type-var]
    changes = "; ".join(f"{each.field} “{each.before}” becomes “{each.after}”" for each in rewrite.changes)
    return printable(f"line {rewrite.line}: {changes}")


def _asked(question: ImportQuestion) -> str:
    rows = f" (rows: {question.rows})" if question.rows else ""
    examples = f", such as {'; '.join(question.examples)}" if question.examples else ""
    taken = "answered" if question.is_answered else "proposed"
    options = " or ".join(f"--answer {question.ask}={choice}" for choice in question.choices)
    said = f"{_SAID[question.ask]}{rows}{examples}."
    return printable(f"{said} {taken}: {question.answer}. {'' if question.is_answered else options}".rstrip())


def _summary(plan: ImportPlan) -> str:
    whole = plan.plan
    figures = {
        "Rows read": plan.rows,
        "New cards": len(whole.new),
        "New vendors": len(whole.made.vendors),
        "New departments": len(whole.made.departments),
        "New tax codes": len(whole.made.tax_codes),
        "Cards to change": len(whole.rewrites),
        "Stock to change": len(whole.moves),
        "Cards on file that stay as they are": whole.unchanged,
        "Cards on file left alone": whole.skipped,
        "Rows that repeat a card": plan.repeated,
        "Rows refused": len(plan.refusals),
    }
    lines = [f"{label}: {count}" for label, count in figures.items() if count or label == "Rows read"]
    for refusal, count in count_reasons(plan.refusals):
        lines.append(f"  {count} × {field_of(refusal) or 'row'}: {plain_words(refusal)}")
    if plan.notes:
        lines.append(f"Notes on rows that come in, or are left out: {len(plan.notes)}")
    return "\n".join(printable(line) for line in lines)


def _write_report(file: Path, plan: ImportPlan) -> None:
    rows = [
        (str(row.line), outcome, row.field, row.value, plain_words(row.refusal))
        for outcome, found in (("refused", plan.refusals), ("note", plan.notes))
        for row in found
    ]
    file.write_bytes(write_table(_REPORT_HEADER, rows))
