"""The parts the program is made of, with their versions and licences, as the installed packages tell them."""

import re
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from posim_desktop.settings import APP_NAME

_REQUIREMENT = re.compile(r"([\w.-]+)(?:\[([\w,]+)\])?", re.ASCII)
_EXTRA = re.compile(r"extra == ['\"](\w+)['\"]")
_TEXT = re.compile(r"(licen[sc]e|copying|notice)[^/]*$", re.IGNORECASE)
_CLASSIFIER = "License :: OSI Approved :: "


@dataclass(frozen=True, slots=True)
class Part:
    """A package in the program.

    Attributes:
        licence: Its name, ``"MIT"``.
        text: The licence's own words; empty where the package does not bring them.
    """

    name: str
    version: str
    licence: str
    text: str


def parts() -> tuple[Part, ...]:
    """List the program and everything that it stands on and that is installed here, by name; the program first."""
    found: dict[str, Distribution] = {}
    wanted = {(APP_NAME, "")}
    seen = set(wanted)
    while wanted:
        name, extras = wanted.pop()
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            continue  # for another system
        needed = {_named(line) for line in found[name].requires or () if _is_wanted(line, extras)}
        wanted |= needed - seen
        seen |= needed
    return tuple(_part(found[name]) for name in sorted(found, key=lambda name: (name != APP_NAME, name)))


def _named(requirement: str) -> tuple[str, str]:
    match = _REQUIREMENT.match(requirement)
    name, extras = match.groups("") if match else ("", "")
    return name.lower().replace("_", "-"), extras


def _is_wanted(requirement: str, extras: str) -> bool:
    needed_by = _EXTRA.search(requirement)
    return needed_by is None or needed_by.group(1) in extras.split(",")


def _part(package: Distribution) -> Part:
    facts = package.metadata
    stated = [line for name in ("License-Expression", "License") for line in facts.get_all(name) or ()]
    classified = [line.removeprefix(_CLASSIFIER) for line in facts.get_all("Classifier") or () if _CLASSIFIER in line]
    licence = next(iter("\n".join(stated or classified).splitlines()), "")
    texts = [file for file in package.files or () if _TEXT.search(str(file)) and ".dist-info" in str(file)]
    words = [file.read_text("utf-8").strip() for file in texts]
    return Part(facts["Name"], facts["Version"], licence, "\n\n".join(words))
