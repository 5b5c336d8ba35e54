"""The message and the hint of every bad example, so that a change of wording is seen.

After a change that is meant: python -m tests.rules.test_messages
"""

from pathlib import Path

from productgov.rules.registry import RULES
from tests.support.examples import bad_document

GOLDEN = Path(__file__).with_name("messages.txt")


def messages() -> str:
    found = ((finding, rule) for rule in RULES.values() for finding in bad_document(rule).check())
    return "\n".join(f"{rule.heading}\n{finding.message}\nhint: {finding.hint}\n" for finding, rule in found)


def test_the_messages_are_those_on_record() -> None:
    assert messages() == GOLDEN.read_text(encoding="utf-8")


if __name__ == "__main__":
    GOLDEN.write_text(messages(), encoding="utf-8", newline="\n")
