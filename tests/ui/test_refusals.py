"""Every rule that says no has words, and the words say its facts in the shop's manner."""

import ast
import errno
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree as ET

import pytest

import posim_desktop
from posim_desktop.cli.failures import plain_words
from posim_desktop.domain.changes import Record
from posim_desktop.domain.errors import Fact, Refusal
from posim_desktop.domain.exchange.import_kinds import ImportKind
from posim_desktop.domain.permits import Permission, Permit
from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.domain.text import Label
from posim_desktop.domain.why import Why
from posim_desktop.ui import formatting, refusal_words
from posim_desktop.ui.language import speak
from posim_desktop.ui.refusal_words.names import WORDS
from posim_desktop.ui.refusals import TEMPLATES, words_of, words_of_failure

D = Decimal
PROGRAM = Path(posim_desktop.__file__).parent
SAMPLES: dict[str, Fact] = {
    "": "Tea pot",
    "money": D("1233.50"),
    "quantity": D("1.25"),
    "limit": D("999999.999"),
    "count": 3481,
    "day": date(2026, 11, 23),
    "word": Label.NOTE,
    "deeds": Permission.ADJUST_STOCK,
    "Word": Record.ITEM,
    "person": "Lee",
    "role": "Cashier",
    "list": ("code", "price"),
    "shares": (("Lee", D("1.25")), ("", D(2))),
    "refusal": Refusal(Why.STILL_TO_PAY, left=D("1233.50")),
}
IN_GERMANY = {"money": "1.233,50", "quantity": "1,25", "limit": "999.999,999", "count": "3.481", "day": "23.11.2026"}
IN_AMERICA = {"money": "1,233.50", "quantity": "1.25", "limit": "999,999.999", "count": "3,481", "day": "11/23/2026"}


FOR_THE_PROGRAM = {"needs", "approver"}
"""Facts by which Approve knows who could help; no words say them."""


def facts_of(template: str) -> dict[str, str]:
    """Return the kind of figure by the name of each fact that a template says."""
    return {name: spec or "" for _, name, spec, _ in Formatter().parse(template) if name is not None}


def sample(why: Why) -> Refusal:
    return Refusal(why, None, **{name: SAMPLES[spec] for name, spec in facts_of(TEMPLATES[why]).items()})


def made_in_the_program() -> Iterator[tuple[str, Why, set[str | None]]]:
    """Find where refusals are made: the place, the rule, and the names of the facts."""
    for file in sorted(PROGRAM.rglob("*.py")):
        if file == PROGRAM / "domain" / "errors.py":
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"Refusal", "refuse"}:
                at = f"{file.relative_to(PROGRAM)}:{node.lineno}"
                first = node.args[0]
                either = (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,)
                assert all(not isinstance(word.value, ast.Constant) for word in node.keywords), at
                for each in either:
                    assert isinstance(each, ast.Attribute), at
                    yield at, Why[each.attr], {word.arg for word in node.keywords} - FOR_THE_PROGRAM


def test_every_rule_has_words_of_its_own() -> None:
    assert set(TEMPLATES) == set(Why)
    assert len(set(TEMPLATES.values())) == len(Why)


def test_every_refusal_passes_the_facts_that_its_words_name() -> None:
    made = list(made_in_the_program())
    handed_on = {None}  # by ``**``
    wrong = {at: facts ^ set(facts_of(TEMPLATES[why])) for at, why, facts in made if not facts & handed_on}
    assert {at: facts for at, facts in wrong.items() if facts} == {}
    assert {why for _, why, _ in made} == set(Why)


@pytest.mark.parametrize(
    ("locale", "written", "foreign"), [("de_DE", IN_GERMANY, IN_AMERICA), ("en_US", IN_AMERICA, IN_GERMANY)]
)
def test_figures_are_written_as_the_shop_writes_them(
    locale: str, written: dict[str, str], foreign: dict[str, str]
) -> None:
    formatting.use_store_format(locale, "UTC")
    for why in Why:
        says = words_of(sample(why))
        figures = {written[spec] for spec in facts_of(TEMPLATES[why]).values() if spec in written}
        assert all(figure in says for figure in figures), says
        assert not any(number in says for number in foreign.values()), says
        assert "{" not in says


def test_words_hold_no_number_that_another_shop_writes_otherwise() -> None:
    addresses = ("192.168.1.50", "127.0.0.1:7071")
    for words in TEMPLATES.values():
        bare = words
        for address in addresses:
            bare = bare.replace(address, "")
        assert re.findall(r"\d[.,]\d", bare) == [], words


def test_every_member_that_a_sentence_names_has_words() -> None:
    assert {*Permission, *OrderStatus, *ImportKind, *Label} <= set(WORDS)


def test_a_lack_of_permission_names_the_permission() -> None:
    refusal = Refusal(Why.NOT_PERMITTED, role="Cashier", permission=Permission.ADJUST_STOCK)
    assert refusal.facts["permission"] is Permission.ADJUST_STOCK
    assert words_of(refusal) == "Your role (Cashier) may not adjust stock. Ask somebody who may."


def test_whoever_approves_is_told_all_that_they_approve() -> None:
    without_receipt = (Permit(Permission.RETURN_GOODS), Permit(Permission.RETURN_WITHOUT_RECEIPT))
    for needs, named in (
        (without_receipt, "take goods back without a receipt"),
        ((Permit(Permission.PAY_OUT), Permit(Permission.PAY_OUT)), "pay out this much"),
        (
            (Permit(Permission.PAY_OUT), Permit(Permission.REFUND_OTHERWISE)),
            "pay out this much or refund another way than it was paid",
        ),
    ):
        refusal = Refusal(Why.NOT_PERMITTED, role="Cashier", permission=needs[0].permission, needs=needs)
        assert words_of(refusal) == f"Your role (Cashier) may not {named}. Ask somebody who may."


@pytest.mark.usefixtures("qapp")
def test_a_role_of_every_shop_is_named_in_the_screens_language() -> None:
    speak("de_DE")
    try:
        for role, name in (("Cashier", "Kassenkraft"), ("Weekend Lead", "Weekend Lead")):
            refusal = Refusal(Why.NOT_PERMITTED, role=role, permission=Permission.ADJUST_STOCK)
            assert words_of(refusal).startswith(f"Ihre Rolle ({name}) erlaubt das nicht: Bestand korrigieren.")
    finally:
        speak("en_US")


def test_a_console_gets_plain_numbers() -> None:
    formatting.use_store_format("de_DE", "UTC")
    assert plain_words(Refusal(Why.STILL_TO_PAY, left=D("1233.5"))) == "1233.50 is still to be paid."


def test_goods_for_many_name_the_first_few() -> None:
    waiting = tuple((name, D(1)) for name in ("Ann", "Ben", "Cat", "Dan", "Eve", "Fay", "Gus"))
    refusal = Refusal(
        Why.SET_ASIDE_FOR_OTHERS, item="KETTLE", waiting=waiting, role="Clerk", permission=Permission.SELL_SET_ASIDE
    )
    assert "Eve (1), 2 more." in words_of(refusal)


def test_translators_find_all_words(tmp_path: Path) -> None:
    files = sorted(map(str, Path(refusal_words.__file__).parent.glob("*.py")))
    found = tmp_path / "words.ts"
    tool = Path(sys.executable).parent / "pyside6-lupdate"
    subprocess.run([tool, *files, "-ts", found], check=True, capture_output=True)
    sources = {source.text for source in ET.parse(found).iter("source")}  # noqa: S314 - written just now
    assert {*TEMPLATES.values(), *WORDS.values()} <= sources


@pytest.mark.parametrize(
    ("happened", "said"),
    [
        (FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT)), "it is not there"),
        (PermissionError(errno.EACCES, os.strerror(errno.EACCES)), "you may not use it"),
        (OSError(errno.EROFS, os.strerror(errno.EROFS)), "you may not use it"),
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), "there is no room on the disk"),
        (ConnectionRefusedError(errno.ECONNREFUSED, os.strerror(errno.ECONNREFUSED)), "it takes no jobs"),
        (TimeoutError("timed out"), "it does not answer"),
        (socket.gaierror(socket.EAI_NONAME, "Name or service not known"), "it does not answer"),
        (OSError(errno.EHOSTUNREACH, os.strerror(errno.EHOSTUNREACH)), "it does not answer"),
        (NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)), "there is something else in its place"),
        (OSError("text is a file and no printer"), "there is something else in its place"),
        (OSError(errno.EIO, os.strerror(errno.EIO)), f"this computer cannot use it (error {errno.EIO})"),
    ],
)
def test_what_the_system_says_is_said_in_the_programs_words(happened: OSError, said: str) -> None:
    told = words_of_failure(happened)
    assert told.startswith(said)
    assert str(happened.strerror or happened) not in told
