"""The rules of print jobs: how far they are, when they are tried again, when the drawer opens."""

from datetime import UTC, datetime, timedelta

import pytest

from posim_desktop.domain.sales.print_jobs import (
    JobState,
    Printing,
    SendingEnd,
    change_refusal,
    opens_drawer,
    pause_after,
    state_after,
)
from posim_desktop.domain.why import Why

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)


@pytest.mark.parametrize("printing", Printing)
@pytest.mark.parametrize(
    ("end", "state"),
    [
        (SendingEnd.TAKEN, JobState.PRINTED),
        (SendingEnd.PART_TAKEN, JobState.MAYBE_PRINTED),
        (SendingEnd.NOT_PRINTABLE, JobState.STOPPED),
    ],
)
def test_what_was_taken_is_printed_and_what_was_taken_in_part_is_asked_about(
    printing: Printing, end: SendingEnd, state: JobState
) -> None:
    assert state_after(printing, end) is state


@pytest.mark.parametrize(
    ("printing", "state"),
    [
        (Printing.RECEIPT, JobState.WAITING),
        (Printing.GIFT_RECEIPT, JobState.WAITING),
        (Printing.DRAWER, JobState.STOPPED),
    ],
)
def test_paper_waits_for_its_printer_and_the_drawer_does_not(printing: Printing, state: JobState) -> None:
    assert state_after(printing, SendingEnd.NOTHING_TAKEN) is state


def test_a_printer_that_stays_off_is_tried_less_often() -> None:
    pauses = [pause_after(attempts).total_seconds() for attempts in (1, 2, 3, 4, 5, 50)]
    assert pauses == [5, 10, 20, 40, 60, 60]


@pytest.mark.parametrize(("seconds", "opens"), [(0, True), (60, True), (61, False), (86_400, False)])
def test_the_drawer_opens_only_while_somebody_stands_at_it(seconds: int, opens: bool) -> None:  # noqa: FBT001
    assert opens_drawer(NOW, NOW + timedelta(seconds=seconds), wanted=True) is opens
    assert not opens_drawer(NOW, NOW, wanted=False)


@pytest.mark.parametrize(
    ("state", "why"),
    [
        (None, Why.PRINT_JOB_GONE),
        (JobState.DELETED, Why.PRINT_JOB_GONE),
        (JobState.SENDING, Why.PRINT_JOB_BEING_SENT),
        (JobState.WAITING, None),
        (JobState.PRINTED, None),
        (JobState.MAYBE_PRINTED, None),
        (JobState.STOPPED, None),
    ],
)
def test_what_is_being_sent_is_left_alone(state: JobState | None, why: Why | None) -> None:
    refusal = change_refusal(state)
    assert (None if refusal is None else refusal.why) is why
