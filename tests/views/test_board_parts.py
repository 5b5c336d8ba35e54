"""The board: the order of its lists, what waits for what, and what is selected of it."""

from datetime import date

import pytest

from productgov import InvalidValueError, ProductGovernance
from productgov.views import board_markdown, board_text
from tests.support.examples import Fragment, document_with, item
from tests.support.plans import decision, goal, goals

FULL: tuple[Fragment, ...] = (
    goals(goal(pillar="Calm", owner="Ines Okafor", keyResults=[{"id": "r", "kpi": "activation", "owner": "Tomas"}])),
    {
        "roadmap": {
            "dependencies": [
                {"from": "checkout", "to": "maps", "reason": "It shows them."},
                {"from": "identity", "to": "payments", "type": "blocks"},
                {"from": "payments", "to": "done-one"},
                {"from": "payments", "to": "checkout", "type": "relatesTo"},
            ],
            "externals": [
                {"id": "maps", "title": "Maps", "owner": "The city", "expectedDate": "2026-02-01"},
                {"id": "law", "title": "An opinion", "status": "delivered", "deliveredDate": "2026-01-05"},
                {"id": "data", "title": "Data"},
            ],
            "backlog": [{"id": "idea", "title": "An idea", "owner": "Ines Okafor", "metrics": ["crash-rate"]}],
            "delivered": [{"id": "done-one", "title": "Gone", "status": "done", "deliveredDate": "2026-01-05"}],
            "timeHorizon": {
                "future": [{"id": "far", "title": "Far away", "pillar": "Calm", "theme": "Fewer meetings"}]
            },
        },
        "decisions": [decision(subjects=["checkout", "idea"])],
    },
    item(
        "now",
        "second",
        title="A second one",
        scoring={"rice": {"reach": 9000, "impact": 2, "confidence": 1, "effort": 1}},
    ),
    item("now", "third", title="Not scored"),
)


def subject(*fragments: Fragment) -> ProductGovernance:
    return document_with(*FULL, *fragments).governance


def section(text: str, title: str) -> list[str]:
    """The lines below a heading, to the next empty line."""
    lines = text.split("\n")
    start = lines.index(title) + 2
    return lines[start : [*lines, ""].index("", start)]


def test_items_stand_in_the_order_of_the_ranking() -> None:
    board = board_text(subject())
    heads = [line[:13] for line in board.split("\n") if line.startswith(("#", "     "))]
    assert [head for head in heads if "second" in head or "checkout" in head or "third" in head] == [
        "#1   second: ",
        "#2   checkout",
        "     third: N",
    ]


def test_what_waits_is_said_at_the_item_and_in_a_list() -> None:
    board = board_text(subject())
    assert "       waits for maps" in board
    assert "       waits for identity" in board  # identity blocks payments
    assert "needed by payments" in board
    assert "waits for done-one" not in board
    assert section(board, "Dependencies") == [
        "  checkout requires maps: It shows them.",
        "  identity blocks payments",
        "  payments requires done-one",
        "  payments relates to checkout",
        "From others",
        "  maps: Maps · expected 2026-02-01 · The city · ✗ late by 29 days",
        "  law: An opinion · delivered 2026-01-05",
        "  data: Data · expected",
    ]


def test_a_wide_board_has_columns_unless_an_id_is_too_long() -> None:
    board = board_text(subject(), width=100)
    assert "NOW 0-3 months         │ NEXT 3-6 months        │ LATER 6-12 months" in board
    assert all(len(line) <= 100 for line in board.split("\n"))
    assert "│" not in board_text(subject(), width=99)
    assert "│" not in board_text(subject(item("now", "x" * 40, title="Long")), width=100)
    assert "│" in board_text(subject(item("now", "x" * 40, title="Long")), width=200)


@pytest.mark.parametrize(
    ("options", "shown", "hidden"),
    [
        (
            {"owner": "ines"},
            {"idea", "calm", "crash-rate", "activation"},
            {"checkout", "Pay by invoice", "far", "maps", "weekly-teams"},
        ),
        ({"owner": "HEAD OF"}, {"checkout", "activation", "Dependencies"}, {"idea", "Pay by invoice", "calm,"}),
        ({"owner": "growth"}, {"checkout"}, {"idea", "Pay by invoice"}),
        ({"owner": "city"}, {"maps"}, {"idea", "second"}),
        ({"owner": "tomas"}, {"calm,"}, {"idea"}),
        ({"pillar": "cal"}, {"checkout", "far", "calm,"}, {"Pay by invoice", "idea"}),
        ({"owner": "ines", "pillar": "calm"}, {"calm,"}, {"idea", "checkout"}),
        ({"sections": ("metrics",)}, {"Metrics", "activation"}, {"Roadmap", "Mission", "Reviews"}),
        ({"sections": ("vision", "reviews"), "owner": "ines"}, {"Mission", "Reviews"}, {"Roadmap", "Metrics"}),
        ({"with_trace": True}, {"From pillar to review", "Roadmap"}, set()),
        ({"sections": ("teams",), "with_trace": True}, {"From pillar to review"}, {"Roadmap"}),
    ],
)
def test_what_is_selected_is_shown_and_nothing_else(
    options: dict[str, object], shown: set[str], hidden: set[str]
) -> None:
    for text in (board_text(subject(), **options), board_markdown(subject(), **options)):  # type: ignore[arg-type]
        words = text.replace("(", " ").replace(":", " ").replace("\\", "")
        assert {name for name in shown if name.rstrip(",") not in words} == set()
        assert {name for name in hidden if f" {name.rstrip(',')} " in f" {words} " and not name.endswith(",")} == set()


def test_a_selection_keeps_positions_and_shows_the_days_of_empty_lists() -> None:
    board = board_text(subject(), owner="growth", as_of=date(2026, 3, 2))
    assert "#2   checkout: " in board
    assert "NEXT 3-6 months (2026-06-02 to 2026-09-01)\n     (nothing)" in board


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"owner": "ine s"}, 'no owner is called "ine s"; there is "Head of Growth", "Ines Okafor"'),
        ({"owner": "row"}, 'no owner is called "row"'),
        ({"pillar": "Clam"}, 'no pillar is called "Clam"; there is "Calm"'),
        ({"sections": ("visions",)}, "'visions' is no section"),
    ],
)
def test_what_is_not_there_is_an_error(options: dict[str, object], message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        board_text(subject(), **options)  # type: ignore[arg-type]


def test_without_owners_none_is_proposed() -> None:
    bare = document_with(item("now", "checkout", owner=None), item("next", "payments"))
    with pytest.raises(InvalidValueError, match='no owner is called "ana"'):
        board_text(bare.governance, owner="ana")


def test_markdown_has_the_sections_of_the_board() -> None:
    text = board_markdown(subject({"teams": [{"id": "blue", "name": "Blue"}]}), with_trace=True)
    titles = [line[3:] for line in text.split("\n") if line.startswith("## ")]
    assert titles == [
        *("Vision", "Roadmap", "Dependencies", "Objectives", "Metrics"),
        *("Teams", "Decisions", "Reviews", "From pillar to review"),
    ]
    assert text.startswith("# Tempo\n\nAs of 2026-03-02\n")
    assert "| maps | Maps | expected 2026-02-01 | The city | ✗ late by 29 days |" in text
