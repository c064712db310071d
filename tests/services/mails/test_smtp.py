"""Guide: "Mail an order" — a real mail server takes it, refuses it, or is gone in the middle."""

import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword, Session

from posim_desktop.domain.mails import MailEnd, MailSettings, Security, ServerLack
from posim_desktop.services.mails.smtp import Handed, Letter, hand_over

LETTER = Letter(
    "orders@acme.example",
    "Purchase Order 7 from Bücher & Co",
    "Please find it attached.\n.a line with a dot",
    "Order 7.pdf",
    b"%PDF-1.4 \r\n.\r\n%%EOF",
    "abc@posim-desktop",
    datetime(2026, 11, 2, 9, tzinfo=UTC),
)


class Post:
    """What the server took; it knows no ``nobody@``."""

    def __init__(self) -> None:
        self.taken: list[Envelope] = []
        self.refuses_with = ""

    async def handle_RCPT(  # noqa: N802 - the server's name for it
        self, _server: object, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if address.startswith("nobody@"):
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: object, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - as above
        if self.refuses_with:
            return self.refuses_with
        self.taken.append(envelope)
        return "250 OK"


def _let_in(_server: object, _session: object, _envelope: object, _mechanism: str, login: LoginPassword) -> AuthResult:
    return AuthResult(success=(login.login, login.password) == (b"shop", b"right"), handled=False)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of ``localhost`` with its key, in one file."""
    folder = tmp_path_factory.mktemp("certificate")
    made = folder / "both.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    command += ["-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    key, own = folder / "key.pem", folder / "own.pem"
    subprocess.run([*command, "-keyout", str(key), "-out", str(own)], check=True, capture_output=True)
    made.write_text(key.read_text() + own.read_text())
    return made


@contextmanager
def serving(post: Post, certificate: Path, security: Security = Security.STARTTLS) -> Iterator[MailSettings]:
    """Serve mail on a free port of this computer, by STARTTLS or, as on port 465, by TLS at once; with a password."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    ways: dict[Security, dict[str, Any]] = {
        Security.STARTTLS: {"tls_context": context, "require_starttls": True},
        Security.TLS: {"ssl_context": context, "auth_require_tls": False},  # the whole way is TLS already
    }
    controller = Controller(
        post, hostname="localhost", port=port, authenticator=_let_in, auth_required=True, **ways[security]
    )
    controller.start()
    try:
        yield MailSettings("localhost", port, security, "shop", "right", "shop@books.example")
    finally:
        controller.stop()


def trusting(certificate: Path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(certificate))


def test_an_order_arrives_with_its_paper_by_a_way_that_is_kept_from_others(certificate: Path) -> None:
    post = Post()
    with serving(post, certificate) as settings:
        assert hand_over(LETTER, settings, trusting(certificate)).end is MailEnd.TAKEN
    (envelope,) = post.taken
    assert envelope.rcpt_tos == ["orders@acme.example"]
    assert isinstance(envelope.content, bytes)
    arrived = message_from_bytes(envelope.content, policy=default)
    assert (arrived["Subject"], arrived["Message-ID"]) == (LETTER.subject, "<abc@posim-desktop>")
    body = arrived.get_body()
    assert body is not None
    assert body.get_content().splitlines() == LETTER.body.splitlines()
    (paper,) = arrived.iter_attachments()
    assert (paper.get_filename(), paper.get_content()) == (LETTER.file_name, LETTER.content)


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
def test_a_server_that_speaks_tls_from_the_first_word_takes_an_order(certificate: Path) -> None:
    post = Post()
    with serving(post, certificate, Security.TLS) as settings:
        distrusted = hand_over(LETTER, settings)
        assert hand_over(LETTER, settings, trusting(certificate)).end is MailEnd.TAKEN
    assert distrusted.end is MailEnd.REFUSED
    assert [envelope.rcpt_tos for envelope in post.taken] == [["orders@acme.example"]]


def test_what_the_server_refuses_is_said_in_its_words_and_not_tried_again(certificate: Path) -> None:
    post = Post()
    with serving(post, certificate) as settings:
        trusted = trusting(certificate)
        wrong = hand_over(LETTER, replace(settings, user="else"), trusted)
        unknown = hand_over(LETTER._replace(recipient="nobody@acme.example"), settings, trusted)
        post.refuses_with = "451 come back later"
        later = hand_over(LETTER, settings, trusted)
        distrusted = hand_over(LETTER, settings)
    assert (wrong.end, wrong.why[:3]) == (MailEnd.REFUSED, "535")
    assert "right" not in wrong.why
    assert unknown == Handed(MailEnd.REFUSED, "550 no such mailbox")
    assert later == Handed(MailEnd.NOT_REACHED, "451 come back later")
    assert distrusted.end is MailEnd.REFUSED
    assert post.taken == []


def test_a_server_that_takes_no_password_or_no_encryption_is_not_asked_again() -> None:
    post = Post()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    controller = Controller(post, hostname="localhost", port=port)
    controller.start()
    try:
        plain = MailSettings("localhost", port, Security.NONE, sender="shop@books.example")
        no_password = hand_over(LETTER, replace(plain, user="shop"))
        no_encryption = hand_over(LETTER, replace(plain, security=Security.STARTTLS))
        nobody_logs_in = hand_over(LETTER, plain)
    finally:
        controller.stop()
    assert no_password == Handed(MailEnd.REFUSED, lacks=ServerLack.PASSWORD)
    assert no_encryption == Handed(MailEnd.REFUSED, lacks=ServerLack.ENCRYPTION)
    assert nobody_logs_in.end is MailEnd.TAKEN
    assert len(post.taken) == 1


def _gone(server: socket.socket, *, reads: bool) -> None:
    """Speak until the mail comes, read it to its end or not at all, and hang up without an answer."""
    connection, _address = server.accept()
    with connection, connection.makefile("rwb", buffering=0) as wire:
        wire.write(b"220 here\r\n")
        while line := wire.readline():
            if line.upper().startswith(b"DATA"):
                if reads:
                    wire.write(b"354 go on\r\n")
                    while wire.readline() not in {b".\r\n", b""}:
                        pass
                return
            wire.write(b"250 OK\r\n")


@pytest.mark.parametrize(("reads", "end"), [(True, MailEnd.HALF_WAY), (False, MailEnd.NOT_REACHED)])
def test_a_server_that_is_gone_after_it_has_the_mail_leaves_it_unknown(*, reads: bool, end: MailEnd) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        answering = threading.Thread(target=_gone, args=(server,), kwargs={"reads": reads})
        answering.start()
        settings = MailSettings("127.0.0.1", server.getsockname()[1], Security.NONE, sender="shop@books.example")
        assert hand_over(LETTER, settings).end is end
        answering.join()


def test_a_server_that_is_not_there_is_tried_again_later() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    settings = MailSettings("127.0.0.1", port, Security.NONE, sender="shop@books.example")
    assert hand_over(LETTER, settings).end is MailEnd.NOT_REACHED
