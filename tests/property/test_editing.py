"""A governance lived with: changed, saved and loaded in any order, its files always hold what was last saved."""

import shutil
import tempfile
from pathlib import Path

import attrs
import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

import productgov as pg
from productgov import strategies
from tests.support.extras import has

NAMES = ["a.json", "b.toml", *(["c.yaml"] if has("yaml") else [])]


class Editing(RuleBasedStateMachine):
    """What a user does in a notebook over months, in minutes."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.saved: dict[str, pg.ProductGovernance] = {}

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @initialize(governance=strategies.governances())
    def begin(self, governance: pg.ProductGovernance) -> None:
        self.governance = governance

    @rule(initiative=strategies.initiatives(), horizon=st.sampled_from(["now", "next", "later"]))
    def plan(self, initiative: pg.Initiative, horizon: str) -> None:
        columns = self.governance.roadmap.time_horizon
        column = (*getattr(columns, horizon), initiative)
        self.change(time_horizon=attrs.evolve(columns, **{horizon: column}))  # type: ignore[arg-type]

    @rule()
    def clear(self) -> None:
        self.change(time_horizon=pg.TimeHorizon())

    @rule(status=st.sampled_from([pg.Status.DONE, pg.Status.DROPPED]))
    def finish(self, status: pg.Status) -> None:
        columns = self.governance.roadmap.time_horizon
        done = tuple(attrs.evolve(item, status=status, delivered_date=None) for item in columns.now)
        delivered = (*self.governance.roadmap.delivered, *done)
        self.change(time_horizon=attrs.evolve(columns, now=()), delivered=delivered)

    @rule(note=st.one_of(st.none(), st.integers(), st.text(st.characters(exclude_categories=["Cs"]))))
    def annotate(self, note: object) -> None:
        self.governance = attrs.evolve(self.governance, extensions=pg.Extensions({"x-note": note}))

    @rule()
    def hand_over(self) -> None:
        self.governance = pg.from_dict(pg.to_dict(self.governance))

    @rule(name=st.sampled_from(NAMES))
    def save(self, name: str) -> None:
        if name == "b.toml" and self.governance.extensions == pg.Extensions({"x-note": None}):
            with pytest.raises(pg.InvalidValueError):
                pg.dump(self.governance, self.folder / name)
        else:
            pg.dump(self.governance, self.folder / name)
            self.saved[name] = self.governance

    @precondition(lambda self: self.saved)
    @rule(data=st.data())
    def go_back(self, data: st.DataObject) -> None:
        self.governance = pg.load(self.folder / data.draw(st.sampled_from(sorted(self.saved))))

    @invariant()
    def every_file_holds_what_was_last_saved(self) -> None:
        assert {path.name for path in self.folder.iterdir()} == set(self.saved)
        for name, governance in self.saved.items():
            assert pg.load(self.folder / name) == governance

    def change(self, **fields: object) -> None:
        roadmap = attrs.evolve(self.governance.roadmap, **fields)  # type: ignore[arg-type]
        self.governance = attrs.evolve(self.governance, roadmap=roadmap)


TestEditing = Editing.TestCase
