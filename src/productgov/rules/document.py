"""The document itself: what is found while it is read and built, before any rule of the strategy is tried."""

from productgov.findings import Severity
from productgov.rules.rule import Family, Rule, Snippet

__all__ = ["DOCUMENT"]

DOCUMENT = Family(
    prefix="PG0",
    title="The document",
    about="Can the document be read and built? A document with one of these errors has no other findings.",
    rules=(
        Rule(
            code="PG001",
            severity=Severity.ERROR,
            title="not readable",
            meaning="""The text is not valid JSON, YAML or TOML, or not UTF-8. There are no other findings about such a
                document.""",
            why="""Programs disagree about how to read a text that is not valid. The location shows where reading
                stopped.""",
            bad=Snippet(text='{"name": "Tempo}'),
            good=Snippet(text='{"name": "Tempo"}'),
        ),
        Rule(
            code="PG002",
            severity=Severity.ERROR,
            title="duplicate key",
            meaning="An object has the same key twice. The finding is at the second.",
            why="""Most readers silently keep the last one: a real roadmap file lost two of its four parts that
                way.""",
            bad=Snippet(text='{"name": "Tempo", "name": "Tempo for teams"}'),
            good=Snippet(text='{"name": "Tempo"}'),
        ),
        Rule(
            code="PG003",
            severity=Severity.ERROR,
            title="unknown field",
            meaning="An object has a field that the format does not know. Custom data goes under keys with `x-`.",
            why="A misspelt field is a missing field: nobody would notice that `onwer` is not an owner.",
            bad={"prioritization": {"iceVarient": "product"}},
            good={"prioritization": {"iceVariant": "product"}},
        ),
        Rule(
            code="PG004",
            severity=Severity.ERROR,
            title="required field missing",
            meaning="An object lacks a field that it must have. The finding is at the object.",
            why="The object means nothing without it: an initiative without a title, a review without a frequency.",
            bad={"roadmap": {"externals": [{"id": "audit"}]}},
            good={"roadmap": {"externals": [{"id": "audit", "title": "The security audit"}]}},
        ),
        Rule(
            code="PG005",
            severity=Severity.ERROR,
            title="wrong type",
            meaning="""A value has another JSON type than its field: a text for a number, one value for a list, or null.
                Nothing is converted, and a field without a value is left out.""",
            why='Silent conversion goes wrong sooner or later: "0.8" and 0.8, `no` and false.',
            bad={"productVision": {"targetMarket": "small teams"}},
            good={"productVision": {"targetMarket": ["small teams"]}},
        ),
        Rule(
            code="PG006",
            severity=Severity.ERROR,
            title="not one of the allowed values",
            meaning="""The field allows only certain values, and this is not one of them. The hint lists them, the
                nearest first.""",
            why="Counts, boards and rankings leave out a status that nobody else uses.",
            bad={"roadmap": {"timeHorizon": {"now": [{"id": "checkout", "status": "started"}]}}},
            good={"roadmap": {"timeHorizon": {"now": [{"id": "checkout", "status": "in-progress"}]}}},
        ),
        Rule(
            code="PG007",
            severity=Severity.ERROR,
            title="outside its limits",
            meaning="""A number is out of range, a text is empty or malformed, a date is not YYYY-MM-DD, an id has
                blanks. A confidence of 80 is out of range: write 0.8.""",
            why="""Tools that accept both 80 and 0.8 rank one item a hundred times too high, as most public RICE
                scripts do.""",
            bad={"roadmap": {"timeHorizon": {"next": [{"id": "payments", "scoring": {"rice": {"confidence": 80}}}]}}},
            good={"roadmap": {"timeHorizon": {"next": [{"id": "payments", "scoring": {"rice": {"confidence": 0.8}}}]}}},
        ),
        Rule(
            code="PG008",
            severity=Severity.ERROR,
            title="fields that contradict each other",
            meaning="""Each field is valid, but not together with the other: a target date before the start date, a
                delivery date on an item that is not done, a minimum above the maximum, an estimate out of order, a
                Kano survey with both responses and counts, or unfinished work in roadmap.delivered.""",
            why="One of the two is wrong, and no reader can tell which.",
            bad={"metrics": {"guardrailMetrics": [{"id": "crash-rate", "bounds": {"min": 5, "max": 2}}]}},
            good={"metrics": {"guardrailMetrics": [{"id": "crash-rate", "bounds": {"min": 0, "max": 2}}]}},
        ),
        Rule(
            code="PG009",
            severity=Severity.ERROR,
            title="schema version not supported",
            meaning="""The document has a version of the format that this release neither uses nor can migrate
                from.""",
            why="Guessing what a newer format means would lose what it added: upgrade productgov instead.",
            bad={"schemaVersion": "9.0"},
            good={"schemaVersion": "1.0"},
        ),
        Rule(
            code="PG010",
            severity=Severity.ERROR,
            title="limit of the reader exceeded",
            meaning="""The text is too long or nested too deeply, has too many values, or a number with too many digits;
                or it is YAML with an alias, a few lines of which can expand to gigabytes, or with an anchor for one.
                Callers can change the limits (`limits=Limits(…)`), but aliases are never read. Data under keys with
                `x-` may nest 80 levels, and its whole numbers may have 1,000 digits.""",
            why="A check that runs on every pull request must not be a way to take down the machine.",
            bad=Snippet(text='{"x-board":\n' + 2 * f"{50 * '['}\n" + 2 * f"{50 * ']'}\n" + "}"),
            good=Snippet(text='{"x-board": [["one", "two"]]}'),
        ),
        Rule(
            code="PG011",
            severity=Severity.WARNING,
            title="text lost in reading",
            meaning="""In YAML, a text without quotes ends before a # that follows a blank: what comes after it is a
                comment. The finding is at such a # when no blank follows it, as in "#1234", or when it stands where a
                value should. A comment with a blank after its # gives no finding, nor does one on a line of its own.
                The document loads all the same.""",
            why="""The number of an issue in a title cuts off the rest of it, nobody is told, and a program that writes
                the document anew makes the loss permanent.""",
            bad=Snippet(text="name: Tempo #2 for teams", language="yaml"),
            good=Snippet(text='name: "Tempo #2 for teams"', language="yaml"),
        ),
    ),
)
