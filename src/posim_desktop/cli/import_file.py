"""`posim-desktop import items|customers FILE.csv`. Serves the guide's page "Import items and customers"."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import sqlalchemy as sa
import typer

from posim_desktop.cli.failures import WrongUseError, plain_words, printable
from posim_desktop.cli.shop import opened, shown
from posim_desktop.domain.errors import refuse
from posim_desktop.domain.exchange.csv_tables import MAX_BYTES, Table, read_table, write_table
from posim_desktop.domain.exchange.import_cards import (
    Drawn,
    RowRefusal,
    count_reasons,
    draw_customers,
    draw_items,
    field_of,
    in_file_order,
)
from posim_desktop.domain.exchange.import_columns import (
    Columns,
    FileLayout,
    ImportKind,
    find_columns,
    layout_of,
    parse_mapping,
)
from posim_desktop.domain.exchange.import_sales import draw_customers_from_sales, draw_items_from_sales
from posim_desktop.domain.ids import new_operation_key
from posim_desktop.domain.why import Why
from posim_desktop.queries.people import pins
from posim_desktop.services.exchange import imports
from posim_desktop.services.exchange.imports import AlikeRows, Existing, Plan
from posim_desktop.services.people import pin_hashes
from posim_desktop.services.people import pins as pin_verbs
from posim_desktop.services.transaction import Transactor, Verb
from posim_desktop.settings import Settings

_REPORT_HEADER = ("line", "outcome", "field", "value", "reason")
_LONGEST_VALUE = 40


@dataclass(frozen=True, slots=True)
class _Options:
    dry_run: bool
    all_or_nothing: bool
    report: Path | None


@dataclass(frozen=True, slots=True)
class _Way:
    """How numbers are written, and what happens to rows whose cards are, or seem to be, on file."""

    decimal_point: str
    existing: Existing
    alike: AlikeRows


@dataclass(frozen=True, slots=True)
class _Ready:
    """What the file came to in figures, the refused rows, and the verb that does the rest."""

    rows: int
    repeated: int
    unchanged: int
    skipped: int
    new: int
    rewrites: int
    refusals: tuple[RowRefusal, ...]
    notes: tuple[RowRefusal, ...]
    verb: Verb


def import_file(
    context: typer.Context,
    kind: Annotated[ImportKind, typer.Argument(help="What the file's rows are about.")],
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", help="A table with a header row.")],
    *,
    columns: Annotated[
        str, typer.Option("--map", metavar="FIELD=COLUMN,…", help="Which column is which field; the rest are guessed.")
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
    decimal_comma: Annotated[bool, typer.Option("--decimal-comma", help="Numbers are written 2,55.")] = False,
    employee: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Login name of the person importing; required once the shop has employees."),
    ] = None,
    report: Annotated[
        Path | None, typer.Option(metavar="FILE.csv", help="Write every refused row and note to this file.")
    ] = None,
) -> None:
    """Bring items or customers in from a table, and say which rows were refused and why."""
    settings: Settings = context.obj
    if report is not None and report.resolve() == file.resolve():
        raise WrongUseError("The report would overwrite the file that is imported. Give it another name.")
    table = read_table(_read(file), separator="\t" if delimiter.casefold() == "tab" else delimiter or None)
    found = find_columns(kind, table.header, parse_mapping(columns))
    chosen = layout or layout_of(found)
    typer.echo(_how_it_was_read(file, table, found, chosen))
    options = _Options(dry_run, all_or_nothing, report)
    with opened(settings) as engine:
        # The plan's reads end before anything is written: an open reader would keep SQLite's writer waiting.
        with engine.connect() as connection:
            who = imports.employee_id(connection, employee)
            way = _Way("," if decimal_comma else ".", existing, alike)
            ready = _planned(connection, kind, table, found, chosen, way)
        _finish(engine, settings, who, options, ready)


def _planned(
    connection: sa.Connection,
    kind: ImportKind,
    table: Table,
    columns: Columns,
    layout: FileLayout,
    way: _Way,
) -> _Ready:
    if kind is ImportKind.ITEMS:
        draw = draw_items_from_sales if layout is FileLayout.SALES else draw_items
        items = draw(table, columns, decimal_point=way.decimal_point)
        item_plan = imports.plan_items(connection, items.cards, way.existing)
        verb = partial(imports.write_items, new=item_plan.new, rewrites=item_plan.rewrites)
        return _ready(items, item_plan, verb)
    customers = (draw_customers_from_sales if layout is FileLayout.SALES else draw_customers)(table, columns)
    plan = imports.plan_customers(connection, customers.cards, way.existing, way.alike)
    return _ready(customers, plan, partial(imports.write_customers, new=plan.new, rewrites=plan.rewrites))


def _ready(drawn: Drawn[Any], plan: Plan[Any, Any], verb: Verb) -> _Ready:
    return _Ready(
        rows=drawn.rows,
        repeated=drawn.repeated,
        unchanged=plan.unchanged,
        skipped=plan.skipped,
        new=len(plan.new),
        rewrites=len(plan.rewrites),
        refusals=tuple(in_file_order([*drawn.refusals, *plan.refusals])),
        notes=tuple(in_file_order([*drawn.notes, *plan.notes])),
        verb=verb,
    )


def _finish(engine: sa.Engine, settings: Settings, who: int | None, options: _Options, ready: _Ready) -> None:
    for refusal in ready.refusals:
        typer.echo(_line(refusal))
    if options.report is not None:
        _write_report(options.report, ready)
    typer.echo(_summary(ready))
    if options.all_or_nothing and ready.refusals:
        raise refuse(Why.NOTHING_IMPORTED, rows=len(ready.refusals))
    if options.dry_run:
        typer.echo("This was a dry run; nothing was imported.")
        return
    if not ready.new and not ready.rewrites:
        typer.echo("There was nothing to import.")
        return
    typer.echo(f"Writing to {shown(settings.database_url)} …", err=True)
    transactor = Transactor(engine)
    if who is not None:
        _let_in(engine, transactor, settings.workstation, who)
    try:
        key = new_operation_key()
        transactor.run(ready.verb, key=key, employee_id=who, workstation=settings.workstation)
    except KeyboardInterrupt:
        typer.echo("Stopped; nothing was imported.", err=True)
        raise typer.Exit(130) from None
    typer.echo(f"Imported: {ready.new} added, {ready.rewrites} changed.")


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


def _how_it_was_read(file: Path, table: Table, columns: Columns, layout: FileLayout) -> str:
    separator = {"\t": "tab", ",": "comma", ";": "semicolon"}.get(table.separator, table.separator)
    pairs = ", ".join(f"{field} = {table.header[place]}" for field, place in sorted(columns.items()))
    rows = "invoice lines" if layout is FileLayout.SALES else "a list"
    return printable(f"{file.name}: {rows}, {table.encoding}, separated by {separator}; {pairs}")


def _line(refusal: RowRefusal) -> str:
    value = refusal.value if len(refusal.value) <= _LONGEST_VALUE else f"{refusal.value[:_LONGEST_VALUE]}…"
    return printable(f"line {refusal.line}: {refusal.field or 'row'} “{value}”: {plain_words(refusal.refusal)}")


def _summary(ready: _Ready) -> str:
    figures = {
        "Rows read": ready.rows,
        "New cards": ready.new,
        "Cards to change": ready.rewrites,
        "Cards on file that stay as they are": ready.unchanged,
        "Cards on file left alone": ready.skipped,
        "Rows that repeat a card": ready.repeated,
        "Rows refused": len(ready.refusals),
    }
    lines = [f"{label}: {count}" for label, count in figures.items() if count or label == "Rows read"]
    for refusal, count in count_reasons(ready.refusals):
        lines.append(f"  {count} × {field_of(refusal) or 'row'}: {plain_words(refusal)}")
    if ready.notes:
        lines.append(f"Rows that disagree, or say more than is used: {len(ready.notes)} (--report lists them)")
    return "\n".join(printable(line) for line in lines)


def _write_report(file: Path, ready: _Ready) -> None:
    rows = [
        (str(row.line), outcome, row.field, row.value, plain_words(row.refusal))
        for outcome, found in (("refused", ready.refusals), ("note", ready.notes))
        for row in found
    ]
    file.write_bytes(write_table(_REPORT_HEADER, rows))
