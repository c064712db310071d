"""One thread asks the database, in order; it ends when it is told to or when nobody holds it any more."""

import gc
import threading
import traceback
from functools import partial

import pytest

from posim_desktop.ui.database_thread import DatabaseThread, Job


def _threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "database"]


def _break() -> None:
    raise ZeroDivisionError


def test_jobs_are_done_in_order_in_one_other_thread() -> None:
    thread, seen = DatabaseThread(), list[tuple[int, int]]()
    jobs = [Job(lambda number=number: seen.append((number, threading.get_ident()))) for number in range(20)]  # type: ignore[misc]
    for job in jobs:
        thread.put(job)
    assert jobs[-1].wait()
    assert [number for number, _ident in seen] == list(range(20))
    assert len({ident for _number, ident in seen} - {threading.get_ident()}) == 1
    thread.close(10)


def test_an_error_reaches_whoever_asked_with_its_way() -> None:
    thread, job = DatabaseThread(), Job(_break)
    thread.put(job)
    assert job.wait()
    with pytest.raises(ZeroDivisionError) as raised:
        job.answer()
    assert "_break" in [frame.name for frame in traceback.extract_tb(raised.value.__traceback__)]
    after = Job(lambda: 5)
    thread.put(after)
    assert after.wait()
    assert after.answer() == 5
    thread.close(10)


def test_what_is_taken_back_in_time_is_not_done() -> None:
    thread, gate, done = DatabaseThread(), threading.Event(), list[str]()
    at_work, waiting = Job(gate.wait), Job(partial(done.append, "waiting"))
    begun = threading.Event()
    first = Job(begun.set)
    for job in (first, at_work, waiting):
        thread.put(job)
    assert begun.wait(10)
    assert waiting.take_back()
    gate.set()
    assert at_work.wait()
    assert not at_work.take_back()
    thread.close(10)
    assert done == []


def test_a_thread_begins_with_its_first_job_and_ends_with_close() -> None:
    before = len(_threads())
    thread = DatabaseThread()
    assert len(_threads()) == before
    thread.put(Job(lambda: None))
    assert len(_threads()) == before + 1
    thread.close(10)
    assert len(_threads()) == before


def test_a_thread_that_nobody_closes_ends_when_nobody_holds_it() -> None:
    thread = DatabaseThread()
    job = Job(threading.current_thread)
    thread.put(job)
    assert job.wait()
    working = job.answer()
    del thread
    gc.collect()
    working.join(10)
    assert not working.is_alive()
