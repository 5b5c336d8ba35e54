"""The tools are not part of the wheel: where it is tested without the sources, neither are their tests."""

from tests.support.project import ROOT

collect_ignore_glob = [] if (ROOT / "tools").is_dir() else ["test_*.py"]
