"""The text of a merge: formats, line ends, marks, markers, and comments that only one side has."""

import re

import pytest

import productgov as pg
from productgov.changes import merge, merging
from productgov.changes.merge_text import merged_by_git
from productgov.dumping import dumps
from productgov.editing import edit
from productgov.errors import GitError
from tests.changes.test_merge_cases import BASE, NEXT_END, OTHERS, comments, moved, parsed, side
from tests.support.edited import document
from tests.support.extras import needs
from tests.support.git import needs_git

pytestmark = [needs("yaml"), needs_git]

TITLE = ("Now two", "Now two, better")
STATUS = ("status: in-progress", "status: paused")


def in_format(document: pg.Document, format: pg.FormatName) -> pg.Document:
    return pg.parse(dumps(document.governance, format=format), format=format)


def test_a_side_that_changes_nothing_leaves_the_text_of_the_other_as_it_is() -> None:
    changed = side(TITLE, ("# The plan, kept by hand.", "# Our plan."))
    for ours, theirs in ((changed, parsed(BASE)), (parsed(BASE), changed), (changed, changed)):
        assert merge(parsed(BASE), ours, theirs).text == changed.text


def test_comments_that_only_theirs_has_changed_are_in_the_result() -> None:
    theirs = side((NEXT_END, OTHERS), ("# The plan, kept by hand.", "# The plan of both."))
    result = merge(parsed(BASE), side(moved("x1", "now")), theirs)
    assert "# The plan of both." in result.text
    assert "# The plan, kept by hand." not in result.text
    assert "# Wanted by legal." in result.text


def test_what_only_ours_has_said_otherwise_stays() -> None:
    ours = side(("owner: Head of Product", "owner: {title: Head of Product}"))
    assert "owner: {title: Head of Product}" in merge(parsed(BASE), ours, side(TITLE)).text


def test_the_line_ends_and_the_byte_order_mark_are_those_of_ours() -> None:
    ours = pg.parse(b"\xef\xbb\xbf" + side(TITLE).text.replace("\n", "\r\n").encode(), format="yaml")
    result = merge(parsed(BASE), ours, side((NEXT_END, OTHERS)))
    assert result.text.startswith("\ufeff")
    assert result.text.count("\n") == result.text.count("\r\n")
    assert "# Wanted by legal." in result.text
    other = merge(parsed(BASE), side((NEXT_END, OTHERS)), ours)
    assert "\r" not in other.text
    assert "\ufeff" not in other.text
    assert other.governance == result.governance


def test_the_lines_of_a_conflict_end_as_those_of_ours() -> None:
    ours = pg.parse(side(TITLE).text.replace("\n", "\r\n"), format="yaml")
    result = merge(parsed(BASE), ours, side(("Now two", "Now two, worse")), marker_size=9)
    assert result.text.count("\n") == result.text.count("\r\n")
    assert re.findall("^[<=>]+", result.text, re.MULTILINE) == ["<" * 9, "=" * 9, ">" * 9]


def test_a_restyled_side_keeps_its_style_and_gets_the_changes_of_the_other() -> None:
    restyled = in_format(side(TITLE), "yaml")
    result = merge(parsed(BASE), restyled, side(STATUS))
    assert result.conflicts == ()
    assert result.text == restyled.text.replace("in-progress", "paused")
    back = merge(parsed(BASE), side(STATUS), restyled)
    assert back.governance == result.governance
    assert back.text.startswith(restyled.text.partition("  now:")[0])


def test_a_side_in_another_format_is_merged_by_what_it_says() -> None:
    theirs = in_format(side(TITLE, (NEXT_END, OTHERS)), "json")
    result = merge(parsed(BASE), side(STATUS), theirs)
    assert result.conflicts == ()
    assert comments(result.text) == comments(BASE)
    assert {"Now two, better", "Theirs"} <= {item.title for item, _ in result.governance.initiatives()}
    as_json = merge(in_format(parsed(BASE), "json"), in_format(side(TITLE), "json"), in_format(side(STATUS), "json"))
    assert pg.loads(as_json.text) == side(TITLE, STATUS).governance


def test_toml_is_written_anew_and_says_so() -> None:
    versions = [in_format(version, "toml") for version in (parsed(BASE), side(TITLE), side(STATUS))]
    result = merge(*versions)
    assert result.rewritten == ("",) or result.text == in_format(side(TITLE, STATUS), "toml").text
    assert pg.loads(result.text, format="toml") == side(TITLE, STATUS).governance
    added = merge(versions[0], versions[1], in_format(side((NEXT_END, OTHERS)), "toml"))
    assert pg.loads(added.text, format="toml") == added.governance


def test_governances_and_documents_that_came_from_no_text_are_merged_without_one() -> None:
    base, ours, theirs = (version.governance for version in (parsed(BASE), side(TITLE), side(STATUS)))
    assert merge(base, ours, theirs).text == ""
    assert merge(base, side(TITLE), theirs).text == side(TITLE, STATUS).text
    assert merge(base, ours, theirs).governance == side(TITLE, STATUS).governance
    with pytest.raises(pg.InvalidValueError, match="merge takes documents and governances, not the text"):
        merge(base, ours, "plan.yaml")  # type: ignore[arg-type]


def test_without_git_the_text_of_ours_is_edited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    result = merge(parsed(BASE), side(TITLE), side((NEXT_END, OTHERS), STATUS))
    assert result.text == side(TITLE, (NEXT_END, OTHERS), STATUS).text
    conflict = merge(parsed(BASE), side(TITLE), side(("Now two", "Now two, worse")))
    assert "<<<<<<< ours\n        title: Now two, better\n=======\n        title: Now two, worse\n" in conflict.text
    with pytest.raises(GitError, match="git is not installed"):
        merged_by_git(b"", b"", b"")


LONELY = """\
roadmap:
  timeHorizon:
    now:  # until June
      # About a.
      - id: a
        title: Item a
        description: It is longer than the other
        owner: Head of Product
        status: planned
        targetDate: 2026-06-01
        tags: [one, two]
      - id: b  # the second
        title: Item b
        status: proposed  # said, though it is the default
    next: []
    later: []  # until spring
    future: []
"""


def test_a_merge_of_git_that_loses_a_comment_of_both_is_not_taken() -> None:
    base = document(LONELY)
    ours = base.edit(lambda governance: governance.add(pg.Initiative(id="new", title="New"), "now", "a"))
    theirs = base.edit(lambda governance: governance.move("a", "later").move("b", "now"))
    theirs = parsed(theirs.text)
    result = merge(base, ours, theirs)
    assert result.conflicts == ()
    assert comments(result.text) == comments(base.text)


def test_a_comment_that_both_have_changed_is_that_of_ours() -> None:
    result = merge(parsed(BASE), side(("# working title", "# ours")), side(("# working title", "# theirs"), STATUS))
    assert result.conflicts == ()
    assert result.text == side(("# working title", "# ours"), STATUS).text


def test_items_that_theirs_has_added_keep_the_way_they_are_written() -> None:
    fields = "title: 'Theirs'\n        status: proposed\n        tags:\n          - a  # 1\n"
    new = f"      - id: others  # by them\n        {fields}"
    ours = side((NEXT_END, NEXT_END + "      - {id: mine, title: Mine}\n"))
    result = merge(parsed(BASE), ours, side((NEXT_END, NEXT_END + new)))
    assert result.conflicts == ()
    assert new in result.text
    assert result.rewritten == ()


def test_what_theirs_says_in_short_is_written_as_ours_does() -> None:
    ours = side(("owner: Head of Product", "owner: {title: Head of Product}"), TITLE)
    theirs = side(("        owner: Head of Product\n        status: planned\n", "        owner: CPO\n"))
    result = merge(parsed(BASE), ours, theirs)
    assert result.conflicts == ()
    assert "owner: {title: CPO}" in result.text


def test_items_of_a_text_that_cannot_lend_them_are_written_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = side((NEXT_END, OTHERS))
    monkeypatch.setattr(edit, "migrated", lambda said: [said] if said is theirs.data else said)
    monkeypatch.setenv("PATH", "")
    assert "# Wanted by legal." not in merge(parsed(BASE), side(TITLE), theirs).text
    monkeypatch.undo()
    monkeypatch.setenv("PATH", "")
    mixed = pg.parse(theirs.text + "\n# by hand\r# and more\n", format="yaml")
    assert "others" in merge(parsed(BASE), side(TITLE), mixed).text


def test_a_merge_of_git_that_cannot_be_read_is_not_taken() -> None:
    ours = side((NEXT_END, NEXT_END + "        description: Ours\n"))
    theirs = side(("      - id: x2\n", "      - id: x2\n        description: Ours\n"))
    result = merge(parsed(BASE), ours, theirs)
    assert result.conflicts == ()
    assert result.text.count("description: Ours") == 1


def test_git_refuses_to_merge_binary_files() -> None:
    with pytest.raises(GitError, match="git cannot merge these files line by line; one of them may be binary"):
        merged_by_git(b"a", b"\0b", b"\0c")


def test_a_text_without_a_last_line_end_is_marked_in_whole_lines() -> None:
    def version(title: str) -> pg.Document:
        data = pg.to_dict(parsed(BASE).governance) | {"name": title}
        return pg.parse(dumps(pg.from_dict(data)).replace("\n", "").replace("  ", ""), format="json")

    text = merge(version("a"), version("b"), version("c")).text
    assert [line[:9] for line in text.splitlines()[::2]] == ["<<<<<<< o", "=======", ">>>>>>> t"]
    assert merging.MARKER_SIZE == 7
