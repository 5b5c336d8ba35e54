"""The message and the hint of every bad example and of every other wording, so that a change of wording is seen.

After a change that is meant: python -m tests.rules.test_messages
"""

from pathlib import Path

from productgov.rules.registry import RULES
from tests.rules.branches import BRANCHES
from tests.support.examples import bad_document, document_with, readable

GOLDEN = Path(__file__).with_name("messages.txt")


def messages() -> list[str]:
    readable_rules = filter(readable, RULES.values())
    found = [(finding, rule.heading) for rule in readable_rules for finding in bad_document(rule).check()]
    for about, (code, fragments) in BRANCHES.items():
        report = document_with(*fragments).check(select=code)
        found += [(finding, f"{code}: {about}") for finding in report]
    return [f"{heading}\n{finding.message}\nhint: {finding.hint}\n" for finding, heading in found]


def test_the_messages_are_those_on_record() -> None:
    unreadable = tuple(code for code, rule in RULES.items() if not readable(rule))
    recorded = GOLDEN.read_text(encoding="utf-8").split("\n\n")
    assert [one.rstrip("\n") for one in messages()] == [
        one.rstrip("\n") for one in recorded if not one.startswith(unreadable)
    ]


def test_every_wording_is_given_once() -> None:
    for code, fragments in BRANCHES.values():
        assert [finding.code for finding in document_with(*fragments).check(select=code)] == [code]


if __name__ == "__main__":
    GOLDEN.write_text("\n".join(messages()), encoding="utf-8", newline="\n")
