"""A till that writes down, outside the shop, what it began and was told: the witness of what may not be lost."""

import base64
import json
import os
import pickle
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from uuid import UUID, uuid4

from typing_extensions import override

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import RefusedError, TroubleError
from seeding import Till


@dataclass
class WitnessedTill(Till):
    """A till whose every verb is written down before it begins, and again when it answered.

    Attributes:
        notes: The file; each line is in it as soon as it is written, whatever becomes of the process.
    """

    notes: Path = Path(os.devnull)

    @override
    def do(self, verb: partial[Done], key: UUID | None = None) -> Done:
        key = key or uuid4()
        self._note("begun", key, base64.b64encode(pickle.dumps(verb)).decode())
        try:
            done = super().do(verb, key)
        except RefusedError:
            self._note("refused", key)
            raise
        except TroubleError as trouble:
            self._note("trouble", key, str(trouble))
            raise
        except Exception:
            self._note("unforeseen", key, traceback.format_exc())
            raise
        self._note("done", key, str(done.record_id))
        return done

    def _note(self, what: str, key: UUID, more: str = "") -> None:
        note(self.notes, what, str(key), more)


def note(file: Path, *words: str) -> None:
    """Add a line in one write, so that a kill leaves whole lines."""
    where = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    try:
        os.write(where, (json.dumps(words) + "\n").encode())
    finally:
        os.close(where)


@dataclass
class Told:
    """What the notes of a process say.

    Attributes:
        verbs: What was begun, by key.
        done: The record that each acknowledged operation named, by key.
        in_doubt: The keys of what was begun and never answered, or answered with trouble.
        troubles: The words that a person at the till would have read.
        backups: The files of the backups that were said to be made.
        unforeseen: Errors that nobody foresaw; there should be none.
    """

    verbs: dict[str, partial[Done]] = field(default_factory=dict)
    done: dict[str, int] = field(default_factory=dict)
    in_doubt: set[str] = field(default_factory=set)
    troubles: list[str] = field(default_factory=list)
    backups: list[Path] = field(default_factory=list)
    unforeseen: list[str] = field(default_factory=list)


def read_notes(file: Path) -> Told:
    """Read what a process wrote down."""
    told = Told()
    for what, key, more in _lines(file):
        if what == "begun":
            told.verbs[key] = pickle.loads(base64.b64decode(more))  # noqa: S301 - our own notes
            told.in_doubt.add(key)
        elif what == "unforeseen":
            told.unforeseen.append(more)
        elif what == "backup":
            told.backups.append(Path(f"{file}-backup", more))
        elif what == "trouble":
            told.troubles.append(more)
        else:
            told.in_doubt.discard(key)
            if what == "done":
                told.done[key] = int(more)
    return told


def _lines(file: Path) -> Iterator[list[str]]:
    if file.exists():
        yield from (json.loads(line) for line in file.read_text("utf-8").splitlines())
