"""Compiles the small programs that a person starts on Windows: one for each client, and one for the command line."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from icons import write_icons
from locked_wheels import version_of

PUBLISHER = "posim-desktop contributors"
COPYRIGHT = "Copyright (c) 2026 posim-desktop contributors. MIT License."
_COMPILER = "x86_64-w64-mingw32-gcc"
_RESOURCES = "x86_64-w64-mingw32-windres"


@dataclass(frozen=True)
class Launcher:
    """A program that starts Python with some arguments.

    Attributes:
        name: Of the file, without ``.exe``.
        description: What Windows shows of it.
        icon: Name of its icon in resources/app.
        arguments: What follows ``python -m``.
        console: Whether it has a console, for the command line.
    """

    name: str
    description: str
    icon: str
    arguments: tuple[str, ...]
    console: bool = False


LAUNCHERS = (
    Launcher("posim-sales", "Sales Client", "sales", ("posim_desktop.cli.launched", "sales")),
    Launcher("posim-inventory", "Inventory Client", "inventory", ("posim_desktop.cli.launched", "inventory")),
    Launcher("posim-desktop", "posim-desktop on the command line", "sales", ("posim_desktop",), console=True),
)


def numbers_of(version: str) -> tuple[int, int, int, int]:
    """Write a version as the four numbers that Windows wants: ``1.2.0`` is (1, 2, 0, 0).

    Raises:
        ValueError: The version is no plain one, like ``1.2rc1``.
    """
    first, second, third = (int(part) for part in version.split("."))
    return first, second, third, 0


def build_launchers(root: Path, folder: Path, program: Path) -> None:
    """Compile every launcher into the program's folder; icons and objects go to a folder of the build."""
    write_icons(root / "resources" / "app", folder / "icons")
    version = version_of(root)
    for launcher in LAUNCHERS:
        resource = folder / f"{launcher.name}.res"
        _run(_RESOURCES, *_described(launcher, root, folder, version), "-O", "coff", "-o", str(resource),
             "-i", str(root / "packaging" / "windows" / "launcher.rc"))  # fmt: skip
        arguments = ", ".join(f'L"{word}"' for word in launcher.arguments)
        shape = ("-mconsole", "-DPOSIM_CONSOLE") if launcher.console else ("-mwindows",)
        _run(_COMPILER, "-Wall", "-Wextra", "-Werror", "-Os", "-s", "-municode", *shape, "-static-libgcc",
             f"-DPOSIM_ARGUMENTS={arguments}", f'-DPOSIM_NAME=L"{launcher.description}"',
             "-o", str(program / f"{launcher.name}.exe"),
             str(root / "packaging" / "windows" / "launcher.c"), str(resource))  # fmt: skip


def _described(launcher: Launcher, root: Path, folder: Path, version: str) -> list[str]:
    written = {
        "POSIM_ICON": folder / "icons" / f"{launcher.icon}.ico",
        "POSIM_MANIFEST": root / "packaging" / "windows" / "launcher.manifest",
        "POSIM_PUBLISHER": PUBLISHER,
        "POSIM_DESCRIPTION": launcher.description,
        "POSIM_VERSION": version,
        "POSIM_FILE": f"{launcher.name}.exe",
        "POSIM_COPYRIGHT": COPYRIGHT,
    }
    numbers = ",".join(map(str, numbers_of(version)))
    # The resource compiler has a shell read its options once more, hence the second quotes.
    return [f"-DPOSIM_NUMBERS={numbers}", *(f'-D{name}=\\"{value}\\"' for name, value in written.items())]


def _run(*command: str) -> None:
    subprocess.run(command, check=True)
