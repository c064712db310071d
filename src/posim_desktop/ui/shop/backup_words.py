"""What is said of backups. Serves the guide's page "Backups"."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.errors import RefusedError, TroubleError
from posim_desktop.domain.exchange.backups import BackupState, Proof, Second
from posim_desktop.queries.shop.backups import Safety, Unsafe
from posim_desktop.services.exchange.backups import GIVEN_UP, BackupStage
from posim_desktop.services.records.backup_rows import BackupEnd
from posim_desktop.ui import formatting
from posim_desktop.ui.refusals import words_of, words_of_trouble


def stage_words(stage: BackupStage) -> str:
    """Say what is being done."""
    return {
        BackupStage.COPYING: _tr("Copying the shop…"),
        BackupStage.PROVING: _tr("Verifying the copy…"),
        BackupStage.WRITING: _tr("Writing the copy…"),
    }[stage]


def newest_words(safety: Safety) -> str:
    """Say how the newest backup went."""
    newest = safety.newest
    if newest is None:
        return _tr("There is no backup yet.")
    when = formatting.date_time(newest.begun_at)
    if newest.state is BackupState.RUNNING:
        words = _tr("{workstation} has been making a backup since {when}.")
        return words.format(workstation=newest.workstation, when=when)
    if newest.state is BackupState.FAILED:
        words = _tr("The last backup, {when} at {workstation}, failed: {problem}")
        return words.format(when=when, workstation=newest.workstation, problem=newest.problem)
    words = _tr("The last backup, {when} at {workstation}, is good: {file}").format(
        when=when, workstation=newest.workstation, file=Path(newest.folder) / newest.file
    )
    return f"{words}\n{newest.problem}" if newest.problem else words


def end_words(came_of: object) -> str:
    """Say what came of a backup."""
    match came_of:
        case BackupEnd(proof=None, problem=problem) if problem == GIVEN_UP:
            return _tr("The backup was given up. Nothing of it is left.")
        case BackupEnd(proof=None):
            return _tr("There is no backup: {problem}").format(problem=came_of.problem)
        case BackupEnd():
            return _good_words(came_of)
        case RefusedError():
            return words_of(came_of.refusal)
        case TroubleError():
            return words_of_trouble(came_of)
        case None:
            return _tr("Another workstation is making a backup.")
        case _:
            return _tr("The backup failed. What happened is in the program's log.")


def unsafe_words(unsafe: Unsafe) -> str:
    """Say that the last good backup is too old."""
    if unsafe.last_good is None:
        return _tr("There is no backup of this shop. If this computer breaks, everything is lost.")
    words = _tr("The last good backup is of {when}. If this computer breaks, everything since then is lost.")
    return words.format(when=formatting.date_time(unsafe.last_good))


def _good_words(came_of: BackupEnd) -> str:
    told = [_tr("The backup is in {file}.").format(file=Path(came_of.folder) / came_of.file)]
    if came_of.proof is Proof.WHOLE:
        told.append(_tr("It was opened and verified: its records agree."))
    else:
        told.append(_tr("The server's program can read it. It could not be opened beside the shop."))
    if came_of.second is Second.COPIED:
        told.append(_tr("A copy is in the second folder."))
    elif came_of.problem:
        told.append(came_of.problem)
    return "\n".join(told)


def _tr(words: str) -> str:
    return QCoreApplication.translate("BackupWords", words)
