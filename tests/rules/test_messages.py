"""The message and the hint of every bad example, so that a change of wording is seen.

After a change that is meant: python -m tests.rules.test_messages
"""

from pathlib import Path

from productgov.rules.registry import RULES
from tests.support.examples import bad_document, readable

GOLDEN = Path(__file__).with_name("messages.txt")


def messages() -> list[str]:
    found = ((finding, rule) for rule in RULES.values() if readable(rule) for finding in bad_document(rule).check())
    return [f"{rule.heading}\n{finding.message}\nhint: {finding.hint}\n" for finding, rule in found]


def test_the_messages_are_those_on_record() -> None:
    unreadable = tuple(code for code, rule in RULES.items() if not readable(rule))
    recorded = GOLDEN.read_text(encoding="utf-8").split("\n\n")
    assert [one.rstrip("\n") for one in messages()] == [
        one.rstrip("\n") for one in recorded if not one.startswith(unreadable)
    ]


if __name__ == "__main__":
    GOLDEN.write_text("\n".join(messages()), encoding="utf-8", newline="\n")
