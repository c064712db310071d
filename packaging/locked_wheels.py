"""What ``uv.lock`` says a Windows machine needs: names, versions and hashes, and where the files are.

Markers are read as Windows reads them, whatever this machine is: pip's own download would ask the machine it runs on
and leave out what only Windows needs.
"""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement

PYTHON_SERIES = "3.11"
_WINDOWS = {
    "implementation_name": "cpython",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "platform_system": "Windows",
    "python_full_version": f"{PYTHON_SERIES}.9",
    "python_version": PYTHON_SERIES,
    "sys_platform": "win32",
}
_HASH = re.compile(r"--hash=(sha256:[0-9a-f]{64})")


@dataclass(frozen=True)
class Locked:
    """One distribution as the lock file pins it."""

    name: str
    version: str
    hashes: tuple[str, ...]

    @property
    def line(self) -> str:
        """What a requirements file says of it."""
        return " ".join((f"{self.name}=={self.version}", *(f"--hash={digest}" for digest in self.hashes)))


def version_of(root: Path) -> str:
    """Read the program's version from the one place that says it."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    return str(project["version"])


def needed_on_windows(exported: str) -> Iterator[Locked]:
    """Read ``uv export`` and leave out what Windows does not need."""
    for line in exported.replace("\\\n", " ").splitlines():
        wanted, *_ = line.split(" --hash=")
        if not wanted.strip() or wanted.startswith("#"):
            continue
        requirement = Requirement(wanted.strip())
        if requirement.marker is not None and not requirement.marker.evaluate(_WINDOWS):
            continue
        (pin,) = requirement.specifier
        yield Locked(requirement.name, pin.version, tuple(_HASH.findall(line)))


def export(root: Path, uv: Path) -> str:
    """Have uv write the lock file's runtime part as requirements."""
    command = (str(uv), "export", "--frozen", "--no-dev", "--no-emit-project", "--no-header", "--no-annotate")
    return subprocess.run(command, cwd=root, capture_output=True, check=True, text=True).stdout


def download(wanted: list[Locked], folder: Path) -> None:
    """Fetch the wheels for Windows into a folder, each held against its hashes; those that are there are kept."""
    folder.mkdir(parents=True, exist_ok=True)
    listed = folder / "requirements.txt"
    content = "\n".join(each.line for each in wanted) + "\n"
    if listed.is_file() and listed.read_text("utf-8") == content and len(list(folder.glob("*.whl"))) == len(wanted):
        return
    for stale in folder.glob("*.whl"):
        stale.unlink()
    listed.write_text(content, "utf-8")
    try:
        subprocess.run((*_pip("download"), "--dest", str(folder), "--requirement", str(listed)), check=True)
    except BaseException:
        listed.unlink()
        raise


def install(folder: Path, target: Path) -> None:
    """Unpack the downloaded wheels where the program's Python looks for them."""
    here = ("--no-index", "--find-links", str(folder), "--no-compile", "--target", str(target))
    subprocess.run((*_pip("install"), *here, "--requirement", str(folder / "requirements.txt")), check=True)


def _pip(verb: str) -> tuple[str, ...]:
    return (
        sys.executable, "-m", "pip", verb, "--quiet", "--disable-pip-version-check", "--require-hashes", "--no-deps",
        "--only-binary=:all:", "--platform", "win_amd64", "--implementation", "cp", "--python-version", PYTHON_SERIES,
    )  # fmt: skip
