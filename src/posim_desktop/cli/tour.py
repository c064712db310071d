"""`posim-desktop tour`. Plays the shop's day in the real windows; the guide's pictures come from here."""

from pathlib import Path
from typing import Annotated

import typer

from posim_desktop.cli.failures import REFUSED, printable


def tour(
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder for the pictures.")] = Path("tour"),
    *,
    dark: Annotated[bool, typer.Option("--dark", help="Use the dark style.")] = False,
    wide: Annotated[bool, typer.Option("--wide", help="Windows of 1920 by 1080 instead of 1366 by 768.")] = False,
) -> None:
    """Play every step of the guide on a demo shop of its own, photograph it, and verify the records."""
    from PySide6.QtCore import QSize  # noqa: PLC0415 - Qt loads only when a window opens

    from posim_desktop.tour.play import SIZE, play  # noqa: PLC0415 - as above

    wrong = play(out, typer.echo, dark=dark, size=QSize(1920, 1080) if wide else SIZE)
    for violation in wrong:
        typer.echo(printable(str(violation)))
    typer.echo(f"Problems found: {len(wrong)}." if wrong else f"The records agree. The pictures are in {out}.")
    if wrong:
        raise typer.Exit(REFUSED)
