"""Settings shared by all tests: the hypothesis profiles, and what is skipped where an extra is not installed."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

from tests.support.extras import ModuleOfTests, absent, may_skip
from tests.support.plugins import Installer, forget_plugins

settings.register_profile(
    "ci", deadline=None, derandomize=True, max_examples=20, suppress_health_check=[HealthCheck.too_slow], database=None
)
settings.register_profile("quick", settings.get_profile("ci"), max_examples=4, phases=(Phase.explicit, Phase.generate))
settings.register_profile(
    "thorough", deadline=None, max_examples=2_000, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> ModuleOfTests:
    return ModuleOfTests.from_parent(parent, path=module_path)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    try:
        yield
    except ImportError as error:
        if (module := absent(error)) and may_skip(item.path):
            pytest.skip(f"needs {module}")
        raise


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Installer]:
    """Installs plug-ins, which are gone after the test."""
    yield Installer(tmp_path, monkeypatch)
    forget_plugins()
