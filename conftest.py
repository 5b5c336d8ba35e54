"""Runs the code blocks of README and docs as tests, those of one document in order and by one worker."""

import pytest
from xdist.scheduler import LoadScopeScheduling

from tests.support.code_blocks import BLOCKS

pytest_collect_file = BLOCKS.pytest()


class DocumentScheduling(LoadScopeScheduling):
    """Sends each test wherever there is room, but all blocks of a document to one worker."""

    def _split_scope(self, nodeid: str) -> str:
        path = nodeid.split("::", maxsplit=1)[0]
        return path if path.endswith(".md") else nodeid


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> DocumentScheduling:
    return DocumentScheduling(config, log)
