"""Build the Windows installer on Debian, and try it out on a Windows that wine makes.

    python3 packaging/installer.py build       write build/windows/posim-desktop-VERSION-setup.exe
    python3 packaging/installer.py verify      install it, use it, upgrade, remove it; report in build/windows/check
    python3 packaging/installer.py pack DIR    pack a folder that PyInstaller made (on Windows)

Missing Debian packages are installed when root runs it. ``--quick`` packs fast and large.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import fresh

BUILD_PACKAGES = ("binutils-mingw-w64-x86-64", "gcc-mingw-w64-x86-64", "nsis", "osslsigncode")
CHECK_PACKAGES = ("gcc-mingw-w64-x86-64", "imagemagick", "nsis", "postgresql", "wine", "wine64", "xdotool", "xvfb")
BUILD = fresh.ROOT / "build"
_IN_VENV = "POSIM_IN_VENV"


def main() -> None:
    """Prepare this machine, then do what the command line says with the project's own Python."""
    parser = argparse.ArgumentParser(description="Build the Windows installer, or try it out.")
    parser.add_argument("job", choices=("build", "verify", "pack"))
    parser.add_argument("folder", nargs="?", type=Path, help="for pack: the program's folder")
    parser.add_argument("--quick", action="store_true", help="pack fast and large, for tries")
    chosen = parser.parse_args()
    if os.environ.get(_IN_VENV) != "yes":
        prepare(chosen.job)
        again = subprocess.run((str(fresh.PYTHON), *sys.argv), env=os.environ | {_IN_VENV: "yes"}, check=False)
        sys.exit(again.returncode)
    if chosen.job == "build":
        build(quick=chosen.quick)
    elif chosen.job == "verify":
        verify()
    else:
        pack(chosen.folder or BUILD / "frozen" / "posim-desktop", quick=chosen.quick)


def prepare(job: str) -> None:
    """Install what a job needs: Debian's packages and the project's own environment."""
    if shutil.which("apt-get"):
        wanted = {"build": BUILD_PACKAGES, "verify": CHECK_PACKAGES, "pack": ()}[job]
        fresh.install_system_packages(fresh.missing_packages([*fresh.wanted_packages("test"), *wanted]))
    fresh.install_python_packages("test")


def build(*, quick: bool) -> Path:
    """Build the program's folder and the installer, and note how long it took and how large they are."""
    from payload import build as build_payload  # noqa: PLC0415 - needs what prepare() installs
    from release_papers import write_sbom  # noqa: PLC0415 - as above
    from setup_program import pack as pack_setup  # noqa: PLC0415 - as above

    began = time.monotonic()
    program = build_payload(fresh.ROOT, BUILD, fresh.BIN / "uv")
    built = time.monotonic()
    setup = pack_setup(fresh.ROOT, program, BUILD / "windows", quick=quick)
    note = {
        "setup": setup.name,
        "setup_sha256": hashlib.sha256(setup.read_bytes()).hexdigest(),
        "parts": write_sbom(fresh.ROOT, fresh.BIN / "uv", BUILD / "windows").name,
        "setup_bytes": setup.stat().st_size,
        "program_bytes": sum(file.stat().st_size for file in program.rglob("*") if file.is_file()),
        "program_seconds": round(built - began, 1),
        "pack_seconds": round(time.monotonic() - built, 1),
    }
    (BUILD / "windows" / "build.json").write_text(json.dumps(note, indent=2) + "\n", "utf-8")
    print(json.dumps(note, indent=2))
    return setup


def verify() -> None:
    """Try the installer out."""
    from check_installer import Check  # noqa: PLC0415 - needs what prepare() installs
    from locked_wheels import version_of  # noqa: PLC0415 - as above
    from setup_program import setup_name  # noqa: PLC0415 - as above

    setup = BUILD / "windows" / setup_name(version_of(fresh.ROOT))
    if not setup.is_file():
        sys.exit("There is no installer yet: python3 packaging/installer.py build")
    Check(fresh.ROOT, BUILD / "windows" / "check", setup).run()
    print(f"\nThe installer works. Report and pictures: {BUILD / 'windows' / 'check'}")


def pack(folder: Path, *, quick: bool) -> None:
    """Pack a program's folder that was made elsewhere."""
    from icons import write_icons  # noqa: PLC0415 - needs what prepare() installs
    from setup_program import pack as pack_setup  # noqa: PLC0415 - as above

    (BUILD / "windows").mkdir(parents=True, exist_ok=True)
    write_icons(fresh.ROOT / "resources" / "app", BUILD / "windows" / "icons")
    print(pack_setup(fresh.ROOT, folder.resolve(), BUILD / "windows", quick=quick))


if __name__ == "__main__":
    main()
