"""Packs a program's folder into Setup.exe. The folder is the one made here for Windows, or PyInstaller's."""

import subprocess
import sys
from pathlib import Path

from launchers import COPYRIGHT, LAUNCHERS, PUBLISHER, numbers_of
from locked_wheels import version_of

# NSIS for Windows has no stubs for 64-bit installers; a 32-bit one installs the same.
TARGET = "x86-unicode" if sys.platform == "win32" else "amd64-unicode"
SCRIPT = Path("packaging", "windows", "setup.nsi")


def setup_name(version: str) -> str:
    """Name the installer of a version."""
    return f"posim-desktop-{version}-setup.exe"


def removal(program: Path) -> str:
    """Write the commands that remove the program's files and nothing else, the deepest first."""
    inside = sorted(program.rglob("*"), key=lambda path: (-len(path.parts), str(path)))
    lines = []
    for path in inside:
        verb = "RMDir" if path.is_dir() else "Delete"
        place = str(path.relative_to(program)).replace("/", "\\").replace("$", "$$")
        lines.append(f'{verb} "$INSTDIR\\{place}"')
    return "\n".join(lines) + "\n"


def definitions(root: Path, program: Path, folder: Path, version: str, *, quick: bool) -> dict[str, object]:
    """Collect what the script is told."""
    return {
        "TARGET": TARGET,
        "COMPRESSOR": "zlib" if quick else "lzma",
        "PAYLOAD": program,
        "FILES": folder / "files.nsh",
        "OUTFILE": folder / setup_name(version),
        "ICON": folder / "icons" / "sales.ico",
        "SIDE": folder / "icons" / "side.bmp",
        "LICENSE": root / "LICENSE",
        "VERSION": version,
        "NUMBERS": ".".join(map(str, numbers_of(version))),
        "SIZE_KB": sum(path.stat().st_size for path in program.rglob("*") if path.is_file()) // 1024,
        "PUBLISHER": PUBLISHER,
        "COPYRIGHT": COPYRIGHT,
    }


def pack(root: Path, program: Path, folder: Path, *, quick: bool = False, version: str = "") -> Path:
    """Write the installer of a program's folder and return it.

    Args:
        root: The checkout.
        program: The folder; it holds the launchers' programs.
        folder: Where the installer and what is needed on the way goes.
        quick: Pack fast and large, for tries.
        version: What to call it, instead of the version of the program.

    Raises:
        FileNotFoundError: The folder lacks a program.
    """
    missing = [launcher.name for launcher in LAUNCHERS if not (program / f"{launcher.name}.exe").is_file()]
    if missing:
        raise FileNotFoundError(f"{program} has no {', '.join(missing)}")
    told = definitions(root, program, folder, version or version_of(root), quick=quick)
    Path(str(told["FILES"])).write_text(removal(program), "utf-8-sig")
    options = [f"-D{name}={value}" for name, value in told.items()]
    subprocess.run(("makensis", "-V2", "-WX", *options, str(root / SCRIPT)), check=True)
    return Path(str(told["OUTFILE"]))
