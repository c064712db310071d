"""Build PyInstaller's folder of the program for this system, and have each program in it prove that it works.

python3 packaging/frozen.py       write build/frozen/posim-desktop
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import fresh

FOLDER = fresh.ROOT / "build" / "frozen"
PROGRAM = FOLDER / "posim-desktop"
_IN_VENV = "POSIM_IN_VENV"


def main() -> None:
    """Prepare, build, prove."""
    if os.environ.get(_IN_VENV) != "yes":
        fresh.install_system_packages(fresh.missing_packages(list(fresh.QT_PACKAGES)) if _is_debian() else [])
        fresh.install_python_packages("test")
        uv = (str(fresh.BIN / "uv"), "sync", "--frozen", "--python", str(fresh.PYTHON), "--group", "frozen")
        fresh.step("PyInstaller", *uv)
        again = subprocess.run((str(fresh.PYTHON), *sys.argv), env=os.environ | {_IN_VENV: "yes"}, check=False)
        sys.exit(again.returncode)
    print(json.dumps(build(), indent=2))


def build() -> dict[str, object]:
    """Build the folder, run every program's self-test, and tell times and sizes.

    Raises:
        CalledProcessError: PyInstaller or a self-test failed.
    """
    from icons import write_icons  # noqa: PLC0415 - needs what main() installs
    from launchers import LAUNCHERS  # noqa: PLC0415 - as above

    began = time.monotonic()
    write_icons(fresh.ROOT / "resources" / "app", fresh.ROOT / "build" / "windows" / "icons")
    options = ("--noconfirm", "--log-level", "WARN", "--distpath", str(FOLDER), "--workpath", str(FOLDER / "work"))
    spec = fresh.ROOT / "packaging" / "posim.spec"
    subprocess.run((sys.executable, "-m", "PyInstaller", *options, str(spec)), cwd=fresh.ROOT, check=True)
    note: dict[str, object] = {
        "seconds": round(time.monotonic() - began, 1),
        "bytes": sum(file.stat().st_size for file in PROGRAM.rglob("*") if file.is_file() and not file.is_symlink()),
    }
    for launcher in LAUNCHERS:
        note[launcher.name] = prove(launcher.name)
    return note


def prove(name: str) -> str:
    """Have a program test itself, away from this checkout, and tell what it ran on."""
    report = FOLDER / f"{name}.json"
    program = PROGRAM / (f"{name}.exe" if sys.platform == "win32" else name)
    subprocess.run((str(program), "self-test", "--out", str(report)), cwd=Path.home(), check=True)
    found = json.loads(report.read_text("utf-8"))
    return f"{found['program']} works on {found['platform']}"


def _is_debian() -> bool:
    return Path("/etc/debian_version").is_file()


if __name__ == "__main__":
    main()
