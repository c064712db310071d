"""Packs a program's folder into Setup.exe. The folder is the one made here for Windows, or PyInstaller's."""

import subprocess
from pathlib import Path

from launchers import COPYRIGHT, LAUNCHERS, PUBLISHER, numbers_of
from locked_wheels import version_of

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


def pack(root: Path, program: Path, folder: Path, *, quick: bool = False, version: str = "") -> Path:
    """Write the installer of a program's folder and return it.

    Args:
        root: The checkout.
        program: The folder; it holds the launchers' programs.
        folder: Where the installer and what is needed on the way goes.
        quick: Pack fast and large, for tries.
        version: What to call it, instead of the version of the program.
    """
    missing = [launcher.name for launcher in LAUNCHERS if not (program / f"{launcher.name}.exe").is_file()]
    if missing:
        raise FileNotFoundError(f"{program} has no {', '.join(missing)}")
    version = version or version_of(root)
    files = folder / "files.nsh"
    files.write_text(removal(program), "utf-8-sig")
    target = folder / setup_name(version)
    size = sum(path.stat().st_size for path in program.rglob("*") if path.is_file())
    written = {
        "PAYLOAD": program,
        "OUTFILE": target,
        "FILES": files,
        "VERSION": version,
        "NUMBERS": ".".join(map(str, numbers_of(version))),
        "SIZE_KB": size // 1024,
        "ICON": folder / "icons" / "sales.ico",
        "PUBLISHER": PUBLISHER,
        "COPYRIGHT": COPYRIGHT,
        "COMPRESSOR": "zlib" if quick else "lzma",
    }
    defined = [f"-D{name}={value}" for name, value in written.items()]
    subprocess.run(("makensis", "-V2", "-WX", *defined, str(root / SCRIPT)), check=True)
    return target
