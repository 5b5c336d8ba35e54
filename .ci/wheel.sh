# The built wheel, tested on every Python that is here, where no source can stand in for it.
# shellcheck shell=bash
# shellcheck disable=SC2154 # work, checkout and reports are set by run

# Prints "version path" for every working Python from 3.11 on, one of each minor version.
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

build_wheel() {
    .venv/bin/python -m build --outdir "$work/dist" .
    .venv/bin/python -m zipfile --list "$work"/dist/*.whl | grep 'productgov/py.typed'
}

# The suite runs from a folder that holds tests and examples and no src; tests that need an absent extra skip.
test_wheel() {
    local version=$1 python=$2 extras=$3
    local place=$work/wheel-$version-$extras
    local wheel=("$work"/dist/*.whl)
    local tools=(pytest pytest-xdist hypothesis jsonschema networkx python-dateutil)
    [ -e "${wheel[0]}" ]
    mkdir -p "$place/run"
    cp -R tests examples pyproject.toml README.md "$place/run"
    "$python" -m venv "$place/venv"
    if [ "$extras" = all ]; then
        "$place/venv/bin/python" -m pip install --quiet "${wheel[0]}[all]" "${tools[@]}" recurring-ical-events
    else
        "$place/venv/bin/python" -m pip install --quiet "${wheel[0]}" "${tools[@]}"
        "$place/venv/bin/python" -c 'import importlib.util as u, sys
sys.exit(any(u.find_spec(name) for name in ("icalendar", "msgspec", "rich", "yaml")))'
    fi
    cd "$place/run"
    env -u PRODUCTGOV_NODE_MODULES HYPOTHESIS_PROFILE=quick "$place/venv/bin/python" -m pytest tests -n 2 -q \
        --junitxml="$reports/wheel-$version-$extras.xml"
}
