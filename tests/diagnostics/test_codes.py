from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import briefing
from briefing.diagnostics import Code, codes
from briefing.diagnostics.codes import CODES

PACKAGE = Path(briefing.__file__).parent
LETTERS = "FQCVPREWDLSM"


def every_code_with_its_constant() -> list[tuple[str, Code]]:
    modules = (import_module(module.name) for module in iter_modules(codes.__path__, f"{codes.__name__}."))
    return [(name, value) for module in modules for name, value in vars(module).items() if isinstance(value, Code)]


def test_the_list_holds_every_constant_of_its_modules() -> None:
    assert {code.id for _, code in every_code_with_its_constant()} == set(CODES)


def test_no_two_codes_have_one_id() -> None:
    ids = [code.id for _, code in every_code_with_its_constant()]
    assert sorted(ids) == sorted(set(ids))


def test_a_code_is_named_by_its_id_which_is_a_known_letter_and_three_digits() -> None:
    for name, code in every_code_with_its_constant():
        assert name == code.id
        assert re.fullmatch(rf"[{LETTERS}]\d{{3}}", code.id)


def test_every_code_has_a_title_and_its_four_parts() -> None:
    for code in CODES.values():
        for part in (code.title, code.what, code.why, code.example, code.instead):
            assert part.strip(), code.id
        assert not code.title.endswith("."), code.id
        assert "\n" not in code.title, code.id


def test_protection_codes_never_echo_the_line() -> None:
    assert [code.id for code in CODES.values() if code.id.startswith("P4") and not code.secret] == []


def test_every_code_is_used_somewhere_outside_the_list() -> None:
    sources = [path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py") if path.parent.name != "codes"]
    used = set(re.findall(r"\b[A-Z]\d{3}\b", "\n".join(sources)))
    assert sorted(set(CODES) - used) == []
