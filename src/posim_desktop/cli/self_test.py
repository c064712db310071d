"""`posim-desktop self-test`. Serves the guide's page on installing."""

import json
from pathlib import Path
from typing import Annotated

import typer

from posim_desktop.cli.failures import REFUSED, printable


def self_test(
    *,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the report here, as JSON.")] = None,
    screenshot: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Keep a picture of the Sales Client here, as PNG.")
    ] = None,
) -> None:
    """Try the program on a throw-away shop: both clients, a sale, a backorder, paper; exit code 1 when a step fails."""
    # Qt loads only when a window opens.
    from posim_desktop.tour.self_test import self_test as carry_out  # noqa: PLC0415

    report = carry_out(screenshot)
    if out is not None:
        out.write_text(json.dumps(report.as_dict(), indent=2, ensure_ascii=False) + "\n", "utf-8")
    for step in report.steps:
        typer.echo(f"{'ok' if step.ok else 'FAILED':6}  {step.name}: {printable(step.said.splitlines()[0])}")
    typer.echo("The program works on this computer." if report.ok else "The program does not work on this computer.")
    if not report.ok:
        raise typer.Exit(REFUSED)
