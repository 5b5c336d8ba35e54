"""PG001 to PG010: the document itself."""

from productgov.catalogue.explanation import Explanation

__all__ = ["DOCUMENT"]

DOCUMENT = (
    Explanation(
        code="PG001",
        title="not readable",
        meaning="The text is not JSON, YAML or TOML, or not UTF-8. Nothing else is said about the document.",
        why="""What cannot be read by one program is read differently by the next; the place shows where reading
            stopped.""",
        bad='name: "Tempo',
        good='name: "Tempo"',
        appended=True,
    ),
    Explanation(
        code="PG002",
        title="the same key twice",
        meaning="One object has a key twice. The finding is at the second.",
        why="""Most readers silently keep the last (a real roadmap file lost two of its four parts that way); one of
            the two is not what you think it is.""",
        bad="name: Tempo for teams",
        good="name: Tempo",
        appended=True,
    ),
    Explanation(
        code="PG003",
        title="unknown field",
        meaning="An object has a field that the format does not know. Data of your own goes under keys with `x-`.",
        why="A misspelt field is silently missing: nobody would miss an owner that was written as `onwer`.",
        bad="""
            prioritization:
              iceVarient: product
            """,
        good="""
            prioritization:
              iceVariant: product
            """,
    ),
    Explanation(
        code="PG004",
        title="required field missing",
        meaning="An object lacks a field that it must have. The finding is at the object.",
        why="Without it, the object means nothing: an initiative without a title, a review without a frequency.",
        bad="""
            roadmap:
              externals:
                - id: audit
            """,
        good="""
            roadmap:
              externals:
                - id: audit
                  title: The security audit
            """,
    ),
    Explanation(
        code="PG005",
        title="wrong type",
        meaning="""A value has another JSON type than its field: a text for a number, one value for a list, or null.
            Nothing is converted; a field without a value is left out.""",
        why='What is converted silently is converted wrongly one day: "0.8" and 0.8, `no` and false.',
        bad="""
            productVision:
              targetMarket: small teams
            """,
        good="""
            productVision:
              targetMarket: [small teams]
            """,
    ),
    Explanation(
        code="PG006",
        title="not one of the allowed values",
        meaning="The field allows a few values, and this is none of them. The hint lists them, the nearest first.",
        why="A status that nobody else uses falls out of every count, board and ranking.",
        bad="""
            roadmap:
              timeHorizon:
                now:
                  - id: checkout
                    status: started
            """,
        good="""
            roadmap:
              timeHorizon:
                now:
                  - id: checkout
                    status: in-progress
            """,
    ),
    Explanation(
        code="PG007",
        title="outside its limits",
        meaning="""A number out of range, an empty or malformed text, a date that is no YYYY-MM-DD, an id with blanks.
            A confidence of 80 is out of range: write 0.8.""",
        why="""Tools that take 80 and 0.8 alike rank one item a hundred times too high (seen in most public RICE
            scripts).""",
        bad="""
            roadmap:
              timeHorizon:
                next:
                  - id: payments
                    scoring:
                      rice: {reach: 400, impact: 1, confidence: 80, effort: 2}
            """,
        good="""
            roadmap:
              timeHorizon:
                next:
                  - id: payments
                    scoring:
                      rice: {reach: 400, impact: 1, confidence: 0.8, effort: 2}
            """,
    ),
    Explanation(
        code="PG008",
        title="fields that contradict each other",
        meaning="""Each field is good, but not beside the other: a target date before the start date, a delivery date
            on what is not done, a lower bound above the upper one, an estimate out of order, a Kano survey with both
            responses and counts, or unfinished work in roadmap.delivered.""",
        why="One of the two is wrong, and no reader can tell which.",
        bad="""
            metrics:
              guardrailMetrics:
                - id: crash-rate
                  bounds: {min: 5, max: 2}
            """,
        good="""
            metrics:
              guardrailMetrics:
                - id: crash-rate
                  bounds: {min: 0, max: 2}
            """,
    ),
    Explanation(
        code="PG009",
        title="schema version not supported",
        meaning="The document names a version of the format that this release neither is nor can migrate from.",
        why="Guessing what a newer format means would lose what it added; upgrade productgov instead.",
        bad='schemaVersion: "9.0"',
        good='schemaVersion: "1.0"',
    ),
    Explanation(
        code="PG010",
        title="a limit of the reader was hit",
        meaning="""The text is too long, too deep, holds too many values or a number with too many digits; or it is
            YAML with an alias, which a few lines can blow up to gigabytes. The limits can be raised by the caller
            (`limits=Limits(…)`), save for aliases, which are never read.""",
        why="A check that runs on every pull request must not be a way to bring the machine down.",
        bad="""
            x-board: &board [one, two]
            x-copy: *board
            """,
        good="""
            x-board: [one, two]
            x-copy: [one, two]
            """,
        appended=True,
    ),
)
