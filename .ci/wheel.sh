# The built wheel, tested on every Python of this machine, without the sources.
# shellcheck shell=bash
# shellcheck disable=SC2154 # work, checkout and reports are set by run

# Prints "version path" for every working Python from 3.11 on, one of each minor version, the oldest first.
find_pythons() {
    {
        for minor in 11 12 13 14 15 16; do type -aP "python3.$minor" || true; done
        ls -d "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.*/bin/python 2>/dev/null || true
    } | while read -r python; do
        "$python" - "$python" 2>/dev/null <<'PYTHON' || true
import ensurepip, sys, venv
if sys.version_info >= (3, 11):
    print(f"{sys.version_info.major}.{sys.version_info.minor}", sys.argv[1])
PYTHON
    done | sort -t. -k2n -s -u -k1,1
}

# The source distribution must hold every file of the project, and nothing else but its metadata.
build_distributions() {
    .venv/bin/python -m build --outdir "$work/dist" .
    .venv/bin/python -m zipfile --list "$work"/dist/*.whl | grep 'productgov/py.typed'
    tar --list --file "$work"/dist/*.tar.gz | sed 's,^[^/]*/,,' | grep -vx PKG-INFO | sort |
        diff "$work/files.txt" -
}

# Tests the wheel with the tests and examples, but without src. Tests that need an extra which is not installed are
# skipped; those with the mark `once` have run on the sources.
test_wheel() {
    local name=$1 python=$2 extras=${3:-}
    make_environment "$name" "$python" "$extras" pytest pytest-xdist hypothesis jsonschema networkx python-dateutil \
        ${extras:+recurring-ical-events}
    if [ -z "$extras" ]; then
        "$work/$name/venv/bin/python" -c 'import importlib.util as u, sys
sys.exit(any(u.find_spec(name) for name in ("icalendar", "msgspec", "nanoarrow", "openpyxl", "rich", "yaml")))'
    fi
    [ "$PIP_CONSTRAINT" != "$checkout/constraints.txt" ] || check_pins "$work/$name/venv/bin/python"
    run_tests "$name" "$reports" tests -m "not once"
}

# Every direct dependency at its lower bound in pyproject.toml.
test_lowest_versions() {
    .venv/bin/python tools/constraints.py --lowest >"$work/lowest.txt"
    export PIP_CONSTRAINT=$work/lowest.txt
    test_wheel lowest "$1" all
}

# No pins at all, and the documentation's code too. Its report is not counted with the others.
test_newest_versions() {
    unset PIP_CONSTRAINT PIP_BUILD_CONSTRAINT
    make_environment newest "$1" dev
    mkdir -p "$work/newest/reports"
    cp -R benchmarks conftest.py docs "$work/newest/run"
    run_tests newest "$work/newest/reports" tests README.md docs
}

# An environment with the wheel, its extras and other packages, and a folder to run tests in.
make_environment() {
    local place=$work/$1 python=$2 extras=$3
    local wheel=("$work"/dist/*.whl)
    shift 3
    [ -e "${wheel[0]}" ]
    mkdir -p "$place/run"
    cp -R tests examples pyproject.toml README.md "$place/run"
    "$python" -m venv "$place/venv"
    "$place/venv/bin/python" -m pip install --quiet "${wheel[0]}${extras:+[$extras]}" "$@"
}

run_tests() {
    local name=$1 folder=$2
    shift 2
    cd "$work/$name/run"
    env -u PRODUCTGOV_NODE_MODULES -u PRODUCTGOV_JUPYTERLAB HYPOTHESIS_PROFILE=quick "$work/$name/venv/bin/python" -m pytest "$@" -n 2 -q \
        --junitxml="$folder/wheel-$name.xml"
}
