"""The executor of a dask cluster checks files too, and a worker that is killed loses none of them."""

import os
import signal
from pathlib import Path

import pytest

import productgov as pg
from tests.support.examples import example_data

distributed = pytest.importorskip("distributed", reason="dask is for development")


@pytest.mark.filterwarnings("ignore")  # those of dask, its event loop and its processes
def test_a_cluster_finds_what_this_process_finds_though_a_worker_is_killed(tmp_path: Path) -> None:
    good = pg.from_dict(example_data())
    paths = [tmp_path / f"{number:02}.governance.json" for number in range(20)]
    for number, path in enumerate(paths):
        pg.dump(good.change("checkout", pillar="Growth") if number % 3 else good, path)
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):
        found = pg.check_many(paths, executor=client.get_executor(pure=False), chunk=1, window=4)
        first = next(found)
        pids = client.run(os.getpid)
        os.kill(next(iter(pids.values())), signal.SIGKILL)
        assert [first, *found] == list(pg.check_many(paths))
