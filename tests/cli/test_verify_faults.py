"""What an editor is told where the vault or a file in it cannot be used: plainly, and with nothing half-written."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfWriter

from briefing.cli.commands import commands
from briefing.testing import EVERY_FORM, site
from briefing.verification.waivers import read_waivers
from tests.verification.documents import docx, pdf, word_xml

LETTER = (
    "To the board.\n\nSince January no pilot on the night turn has had the eleven hours that the rule gives. "
    "We call it a paper rule, and we ask you to say so.\n"
)
FILES = {
    "guild-letter/letter.txt": LETTER,
    "rest-report/report.txt": "\f" * 6 + "Rosters are rarely altered.\n",
    "venn-reply/statement.txt": "We read every letter. We act on those we can, but only in winter.\n",
}
LOCK = "project/sources/quotes.lock"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a project and its vault."""
    site(tmp_path / "project", EVERY_FORM)
    for name, text in FILES.items():
        place = tmp_path / "vault" / name
        place.parent.mkdir(parents=True)
        place.write_text(text, encoding="utf-8")
    return tmp_path


def run(desk: Path, command: str, *arguments: str) -> Result:
    options = ("-f", str(desk / "project/mkdocs.yml"), "--vault", str(desk / "vault"))
    return CliRunner().invoke(commands, [command, *arguments, *options])


def zipped(name: str, size: int) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        package.writestr(name, b" " * size)
    return stream.getvalue()


def locked_pdf() -> bytes:
    stream = BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("a password", algorithm="RC4-128")
    writer.write(stream)
    return stream.getvalue()


ENTITIES = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><d>&b;</d>'
CLAIM = b"%PDF-1.7\n1 0 obj\n<< /Length 1073741824 >>\nstream\nx\nendstream\nendobj\n"
FAULTY: dict[str, tuple[bytes, str]] = {
    "encrypted.pdf": (locked_pdf(), "this PDF is encrypted; save it without its password"),
    "scan.pdf": (pdf(""), "this PDF has no text: it is a scan; keep a transcript beside it"),
    "no.pdf": (b"no", "this is no PDF, or a damaged one; keep a transcript"),
    "claim.pdf": (CLAIM, "this is no PDF, or a damaged one; keep a transcript"),
    "half.docx": (docx(word_xml(LETTER))[:150], "this is no Word file, or a damaged one; save it"),
    "bomb.docx": (zipped("word/document.xml", 2**26 + 9), "this file unpacks to more than a document can hold; save it"),
    "entities.docx": (docx(ENTITIES), "this file declares XML entities, which no word processor writes; save it"),
    "blank.txt": (b" \n", "there is no text in this file; keep a transcript"),
    "outlook.msg": (b"\xd0\xcf\x11\xe0", "no reader for .msg; keep a transcript"),
    "locked.eml": (b"Content-Type: application/pkcs7-mime\n\nxx\n", "this email is encrypted; save the decrypted message"),
}


def test_a_file_that_gives_no_words_is_named_with_why_and_what_to_do(desk: Path) -> None:
    for name, (content, _) in FAULTY.items():
        (desk / "vault/guild-letter" / name).write_bytes(content)
    record = desk / "project/sources/guild-letter.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("letter.txt", ", ".join(FAULTY)), encoding="utf-8")
    done = run(desk, "verify")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.count("warning[V309] the evidence could not be read") == 1
    assert [name for name, (_, told) in FAULTY.items() if f"= {name}: {told}" not in done.stdout] == []
    assert "UNREAD" in (desk / LOCK).read_text(encoding="utf-8")


def test_a_huge_file_is_not_even_opened(desk: Path) -> None:
    with (desk / "vault/guild-letter/letter.txt").open("wb") as stream:
        stream.truncate(2**40)
    assert "letter.txt: this file is too large to be a document" in run(desk, "verify").stdout


def test_what_is_no_file_is_not_waited_for(desk: Path) -> None:
    letter = desk / "vault/guild-letter/letter.txt"
    letter.unlink()
    os.mkfifo(letter)
    assert "letter.txt: this is no file" in run(desk, "verify").stdout
    letter.unlink()
    letter.mkdir()
    assert "letter.txt: this is no file" in run(desk, "verify").stdout


def test_a_missing_folder_is_said_once_with_the_files_that_belong_into_it(desk: Path) -> None:
    (desk / "vault/guild-letter/letter.txt").unlink()
    (desk / "vault/guild-letter").rmdir()
    out = run(desk, "verify").stdout
    assert "the vault has no folder of this source; make the folder guild-letter in it, with letter.txt" in out


def test_a_vault_that_cannot_be_written_is_compared_with_all_the_same(desk: Path) -> None:
    (desk / "vault/.evidence.lock.new").mkdir()
    done = run(desk, "verify")
    assert done.exit_code == 0, done.output
    assert "3 quotations · 3 sourced" in done.stdout
    assert "vault  evidence.lock could not be written into the vault: " in done.stdout
    assert (desk / LOCK).is_file()
    before = (desk / LOCK).read_bytes()
    quotation = flagged(desk)
    refused = run(desk, "accept", "V305", quotation)
    assert refused.exit_code == 1
    assert "nothing was accepted: evidence.lock could not be written into the vault" in refused.stderr
    assert (desk / LOCK).read_bytes() == before
    assert [place.name for place in (desk / "project/sources").glob(".*")] == []


def flagged(desk: Path) -> str:
    (line,) = (line for line in (desk / LOCK).read_text(encoding="utf-8").splitlines() if "V305" in line)
    return line.split('"q": "')[1].split('"')[0]


def test_what_editors_accepted_is_not_lost_where_the_vaults_lock_cannot_be_read(desk: Path) -> None:
    (desk / "vault/evidence.lock").mkdir()
    done = run(desk, "verify")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "evidence.lock in the vault cannot be read" in done.stderr
    assert not (desk / LOCK).exists()


def test_lines_of_a_merge_do_not_cost_what_editors_accepted(desk: Path) -> None:
    run(desk, "verify")
    quotation = flagged(desk)
    run(desk, "accept", "V305", quotation)
    pinned = desk / "vault/evidence.lock"
    pinned.write_bytes(b"<<<<<<< ours\n" + pinned.read_bytes() + b"=======\n\xff\xfe\n>>>>>>> theirs\n")
    assert "V305" not in run(desk, "verify").stdout


def test_a_lock_that_cannot_be_written_leaves_nothing_behind(desk: Path) -> None:
    (desk / LOCK).mkdir()
    done = run(desk, "verify")
    assert done.exit_code == 1
    assert "quotes.lock could not be written" in done.stderr
    assert [place.name for place in (desk / "project/sources").glob(".*")] == []


WAIVERS = {
    "waivers: [{quotation: q-12345678, why: x}]": "",
    "waivers: [{quotation: q-12345678-2, why: x}]": "",
    "waivers: [{quotation: q-12345678}]": "waiver 1: it gives no reason: why: …",
    "waivers: [{quotation: 7, why: x}]": "waiver 1: quotation is no id like q-3f9a1c07",
    "waivers: [q-12345678]": "waiver 1: waivers is no list of {quotation: q-…, why: …}",
    "waivers: soon": "waivers is no list of {quotation: q-…, why: …}",
    "waivers: [": "source.yml in the vault cannot be read",
    "- waivers": "source.yml in the vault holds no keys",
}


@pytest.mark.parametrize("text", WAIVERS)
def test_a_waiver_counts_with_an_id_and_a_reason(tmp_path: Path, text: str) -> None:
    (tmp_path / "source.yml").write_text(text, encoding="utf-8")
    waivers = read_waivers(tmp_path)
    assert waivers.faults == ((WAIVERS[text],) if WAIVERS[text] else ())
    assert bool(waivers.quotations) == (not WAIVERS[text])


def test_a_waiver_that_does_not_count_is_told_without_its_reason(desk: Path) -> None:
    waivers = "waivers: [{quotation: q-12345678, why: The solicitor has it.}, {quotation: q-12345678}]"
    (desk / "vault/guild-letter/source.yml").write_text(waivers, encoding="utf-8")
    out = run(desk, "verify").stdout
    assert out.count("sources/guild-letter.yml:1:1: warning[V317] a waiver in the vault does not count") == 2
    assert "= no quotation of it is q-12345678 now" in out
    assert "solicitor" not in out


def test_how_a_file_was_read_that_is_not_what_it_claims_is_noted(desk: Path) -> None:
    (desk / "vault/guild-letter/letter.txt").write_bytes(LETTER.replace("board", "board’s").encode("cp1252"))
    done = run(desk, "verify")
    assert "sources/guild-letter.yml:1:1: note[V318]" in done.stdout
    assert "letter.txt: this is not utf-8; read as Windows-1252" in done.stdout
