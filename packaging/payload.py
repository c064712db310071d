"""Builds the folder that the Windows installer installs: Python, the wheels of the lock file, the program, launchers.

Everything that is downloaded is pinned by hash and kept in ``build/downloads``; the folder itself is made anew.
"""

import compileall
import os
import py_compile
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import locked_wheels
import windows_python
from launchers import build_launchers

SITE = Path("Lib", "site-packages")
# Isolation: Python beside this file looks nowhere else, whatever is installed or set on the computer.
PATHS = ("Lib", "DLLs", str(SITE))
RUNTIME = (
    "concrt140.dll",
    "msvcp140.dll",
    "msvcp140_1.dll",
    "msvcp140_2.dll",
    "msvcp140_codecvt_ids.dll",
    "vcruntime140.dll",
    "vcruntime140_1.dll",
)
"""The Visual C++ runtime that PySide6 brings, newer than Python's, so one serves both."""

QT_MODULES = ("Core", "Gui", "PrintSupport", "Svg", "Test", "Widgets")
QT_PLUGINS = (
    "iconengines/qsvgicon.dll",
    "imageformats/qico.dll",
    "imageformats/qsvg.dll",
    "platforms/qoffscreen.dll",
    "platforms/qwindows.dll",
    "styles/qmodernwindowsstyle.dll",
)
_QT_FILES = frozenset(
    {"__init__.py", "_config.py", "_git_pyside_version.py", "py.typed", "pyside6.abi3.dll"}
    | {f"Qt6{name}.dll" for name in QT_MODULES}
    | {f"Qt{name}.pyd" for name in QT_MODULES}
    | {f"plugins/{name}" for name in QT_PLUGINS}
)
_QT_FOLDERS = ("support/",)
# Libraries of Windows itself, as it has been since the oldest build that Setup accepts.
WINDOWS = frozenset(
    {
        "advapi32", "authz", "bcrypt", "bcryptprimitives", "comdlg32", "crypt32", "d3d11", "d3d12", "d3d9", "dwmapi",
        "dwrite", "dxgi", "gdi32", "icuuc", "imm32", "iphlpapi", "kernel32", "mpr", "mscms", "msvcrt", "netapi32",
        "ntdll", "ole32", "oleaut32", "rpcrt4", "secur32", "setupapi", "shell32", "shlwapi", "uiautomationcore",
        "user32", "userenv", "uxtheme", "version", "winmm", "ws2_32", "wtsapi32",
    }
)  # fmt: skip
_IMPORTED = re.compile(r"^\s*DLL Name: (\S+)$", re.MULTILINE)
_RUNTIME_NEVER = ("vcamp140.dll", "vccorlib140.dll", "vcomp140.dll")


def build(root: Path, build_folder: Path, uv: Path) -> Path:
    """Build the program's folder and return it.

    Args:
        root: The checkout.
        build_folder: Where downloads are kept and the folder is made.
        uv: The uv program.
    """
    if sys.version_info[:2] != tuple(map(int, locked_wheels.PYTHON_SERIES.split("."))):
        sys.exit(f"The payload is compiled by the Python it is for: run this with {locked_wheels.PYTHON_SERIES}.")
    downloads, program = build_folder / "downloads", build_folder / "windows" / "program"
    shutil.rmtree(program, ignore_errors=True)
    program.mkdir(parents=True)
    windows_python.unpack(windows_python.fetch(downloads), program)
    checked = windows_python.check_signatures(program)
    print(f"Python {windows_python.VERSION}: {len(checked)} signatures of the Python Software Foundation hold.")
    wheels = list(locked_wheels.needed_on_windows(locked_wheels.export(root, uv)))
    locked_wheels.download(wheels, downloads / "wheels")
    locked_wheels.install(downloads / "wheels", program / SITE)
    _add_program(root, build_folder / "windows", program / SITE, uv)
    trim_qt(program / SITE)
    _share_runtime(program)
    _collect_licences(root, program)
    (program / "python311._pth").write_text("".join(f"{path}\r\n".replace("/", "\\") for path in PATHS), "ascii")
    _compile(program)
    build_launchers(root, build_folder / "windows", program)
    check_imports(program)
    return program


def _add_program(root: Path, folder: Path, site: Path, uv: Path) -> None:
    wheels = folder / "wheel"
    shutil.rmtree(wheels, ignore_errors=True)
    subprocess.run((str(uv), "build", "--quiet", "--wheel", "--out-dir", str(wheels)), cwd=root, check=True)
    (wheel,) = wheels.glob("*.whl")
    with zipfile.ZipFile(wheel) as content:
        content.extractall(site)
    for scripts in site.glob("bin"):
        shutil.rmtree(scripts)


def trim_qt(site: Path) -> None:
    """Leave of PySide6 what the program uses; the Qt libraries stay files of their own that anybody may replace."""
    qt = site / "PySide6"
    for file in sorted(qt.rglob("*")):
        place = file.relative_to(qt).as_posix()
        if file.is_file() and place not in _QT_FILES and place not in RUNTIME and not place.startswith(_QT_FOLDERS):
            file.unlink()
    missing = sorted(name for name in _QT_FILES - {"py.typed"} if not (qt / name).is_file())
    if missing:
        sys.exit(f"PySide6 no longer has {', '.join(missing)}.")
    for folder in sorted((path for path in qt.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


def _share_runtime(program: Path) -> None:
    qt = program / SITE / "PySide6"
    for name in RUNTIME:
        (qt / name).replace(program / name)
    for name in (*RUNTIME, *_RUNTIME_NEVER):
        (program / SITE / "shiboken6" / name).unlink(missing_ok=True)


def check_imports(program: Path) -> None:
    """Find every library that a binary asks for: beside it in the program, or in Windows.

    Raises:
        SystemExit: One is in neither.
    """
    binaries = [file for file in program.rglob("*") if file.suffix in {".dll", ".exe", ".pyd"}]
    present = {file.name.lower() for file in binaries}
    missing = set()
    for file in binaries:
        listed = subprocess.run(("x86_64-w64-mingw32-objdump", "-p", file), capture_output=True, check=True, text=True)
        for name in map(str.lower, _IMPORTED.findall(listed.stdout)):
            if name not in present and not _is_windows(name):
                missing.add(f"{file.name} asks for {name}")
    if missing:
        sys.exit("\n".join(("The program lacks libraries:", *sorted(missing))))


def _is_windows(name: str) -> bool:
    stem, _, kind = name.rpartition(".")
    return stem.startswith("api-ms-win-") or kind == "drv" or stem in WINDOWS


def _collect_licences(root: Path, program: Path) -> None:
    """Lay the licence of every part open, by the part's name."""
    target = program / "licenses"
    shutil.copy(root / "LICENSE", target / "posim-desktop.txt")
    for text in sorted((root / "packaging" / "licenses").iterdir()):
        shutil.copy(text, target / text.name)
    for information in sorted((program / SITE).glob("*.dist-info")):
        name = information.name.partition("-")[0]
        if name == "posim_desktop":
            continue
        texts = [file for file in information.rglob("*") if file.is_file() and _is_licence(file, information)]
        for text in texts:
            suffix = "" if len(texts) == 1 else f"-{text.name.removesuffix('.txt')}"
            shutil.copy(text, target / f"{name}{suffix}.txt")
    for text in sorted((root / "resources").rglob("LICENSE*")):
        shutil.copy(text, target / f"{text.stem.removeprefix('LICENSE-')}.txt")


def _is_licence(file: Path, information: Path) -> bool:
    """Know a licence by its name or its folder, where those of a part's own parts lie under their names."""
    is_named = file.name.upper().startswith(("LICEN", "COPYING", "AUTHORS", "NOTICE"))
    return is_named or "licenses" in file.relative_to(information).parts


def _compile(program: Path) -> None:
    """Compile every module now: where the program is installed its users may not write."""
    compiled = compileall.compile_dir(
        program / "Lib",
        quiet=1,
        stripdir=str(program),
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
        workers=os.cpu_count() or 1,
    )
    if not compiled:
        sys.exit("Some modules cannot be compiled; see above.")
