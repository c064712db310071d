r"""Set the project up on a fresh machine, then run the program or all of its checks.

    python3 packaging/fresh.py run      start the demo shop; without a screen, write the tour's pictures
    python3 packaging/fresh.py test     lint, types, import contracts and the tests

On Windows the same with ``py packaging\fresh.py``. Only the standard library is used, because this
runs before anything is installed. What it installs stays in ``.venv``; system packages are added
on Debian and its relatives only, only those that are missing, and only when run by root.
"""

import argparse
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if sys.platform == "win32" else "bin")
PYTHON = BIN / ("python.exe" if sys.platform == "win32" else "python")
UV = "uv==0.13.9"

QT_PACKAGES = (
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libglib2.0-0",
    "libxkbcommon0",
)
SCREEN_PACKAGES = (
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
)
CHECKS = (
    ("ruff", "check"),
    ("ruff", "format", "--check"),
    ("mypy",),
    ("lint-imports",),
    ("pytest", "-n", "auto"),
)


def main() -> None:
    """Read the one word of the command line and do what it says."""
    parser = argparse.ArgumentParser(description="Set up this checkout, then run it or test it.")
    parser.add_argument("job", choices=("run", "test"))
    job = parser.parse_args().job
    if shutil.which("apt-get"):
        install_system_packages(missing_packages(wanted_packages(job)))
    if job == "test" and not has_postgresql():
        sys.exit("The tests need PostgreSQL 15 or newer: install it and put its bin folder on PATH.")
    install_python_packages(job)
    if job == "test":
        test()
    else:
        run()


def has_screen() -> bool:
    """Tell whether a window would be seen by anybody."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def has_postgresql() -> bool:
    """Tell whether the programs of a PostgreSQL server are here; Debian keeps them off PATH."""
    debian = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    return any(debian) or shutil.which("initdb") is not None


def wanted_packages(job: str) -> list[str]:
    """Name the Debian packages a job needs, whether or not they are installed."""
    wanted = list(QT_PACKAGES)
    if job == "run" and has_screen():
        wanted += SCREEN_PACKAGES
    if job == "test" and not has_postgresql():
        wanted.append("postgresql")
    if importlib.util.find_spec("ensurepip") is None:
        wanted.append("python3-venv")  # Debian's own Python comes without the means to make a venv
    return wanted


def missing_packages(wanted: list[str]) -> list[str]:
    """Leave out what is installed, also under a newer name (libglib2.0-0t64 provides libglib2.0-0)."""
    query = ("dpkg-query", "--show", "--showformat=${db:Status-Status} ${Package}, ${Provides}\\n")
    listing = subprocess.run(query, capture_output=True, check=True, text=True).stdout
    present = {
        name.split()[0]
        for line in listing.splitlines()
        if line.startswith("installed ")
        for name in line.removeprefix("installed ").split(",")
        if name.strip()
    }
    return [name for name in wanted if name not in present]


def install_system_packages(names: list[str]) -> None:
    """Install Debian packages; who is not root is told the one command that does it."""
    if not names:
        return
    install = ("apt-get", "install", "-y", "--no-install-recommends", *names)
    if sys.platform == "win32" or os.geteuid() != 0:
        sys.exit(
            "Some system packages are missing. Install them, then start this again:\n\n"
            f"    sudo sh -c 'apt-get update && {' '.join(install)}'\n"
        )
    with no_new_database_cluster():
        step("System packages: the newest lists", "apt-get", "update")
        step(f"System packages: {' '.join(names)}", *install, DEBIAN_FRONTEND="noninteractive")


@contextmanager
def no_new_database_cluster() -> Iterator[None]:
    """Keep Debian's postgresql from starting a server of its own: the tests bring theirs."""
    note = Path("/etc/postgresql-common/createcluster.d/posim-desktop.conf")
    note.parent.mkdir(parents=True, exist_ok=True)
    note.write_text("create_main_cluster = false\n", encoding="utf-8")
    try:
        yield
    finally:
        note.unlink()  # for this installation only; later ones are the machine owner's affair


def install_python_packages(job: str) -> None:
    """Fill ``.venv`` with exactly what ``uv.lock`` says."""
    if not PYTHON.exists():
        # --clear: a checkout that was moved has a .venv whose python points nowhere.
        step("A Python of our own", sys.executable, "-m", "venv", "--clear", str(VENV))
    pip = (str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    step("The package installer", *pip, UV)
    # --inexact lets "run" leave the development tools of an earlier "test" in their place.
    groups = () if job == "test" else ("--no-dev", "--inexact")
    sync = (str(BIN / "uv"), "sync", "--frozen", "--python", str(PYTHON))
    step("Python packages", *sync, *groups)


def run() -> None:
    """Open the demo shop, or write its pictures where there is no screen to open it on."""
    program = str(BIN / "posim-desktop")
    if has_screen():
        step("The demo shop", program, "demo", "--open")
        return
    pictures = Path("build", "tour")
    tour = (program, "tour", "--out", str(pictures))
    step("No screen here: a tour in pictures", *tour, QT_QPA_PLATFORM="offscreen")
    print(f"\nThe pictures are in {ROOT / pictures}.")


def test() -> None:
    """Run every check, the quick ones first, up to the first that fails."""
    for name, *options in CHECKS:
        heading = " ".join((name, *options))
        step(heading, str(BIN / name), *options, QT_QPA_PLATFORM="offscreen")
    print("\nAll checks passed.")


def step(heading: str, *command: str, **variables: str) -> None:
    """Run one command in the checkout under a heading; end here, with its status, if it fails."""
    print(f"\n== {heading} ==", flush=True)
    surroundings = {
        **os.environ,
        "PATH": os.pathsep.join((str(BIN), os.environ.get("PATH", os.defpath))),
        "VIRTUAL_ENV": str(VENV),
        "PYTHONDONTWRITEBYTECODE": "",  # or every test process, and every program it starts, compiles all it imports
        # Where a company's own certificate stands before the internet, only the system knows it.
        "UV_SYSTEM_CERTS": os.environ.get("UV_SYSTEM_CERTS", "true"),
        **variables,
    }
    status = subprocess.run(command, cwd=ROOT, env=surroundings, check=False).returncode
    if status != 0:
        print(f"\n{heading}: failed with status {status}.", file=sys.stderr)
        sys.exit(status)


if __name__ == "__main__":
    main()
