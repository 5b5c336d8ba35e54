# The stages of the gate, each run in a copy of the project's files, below "$checkout".
# shellcheck shell=bash
# shellcheck disable=SC2154 # work, checkout and reports are set by run

# What a clone would hold, and what is new and not yet committed; nothing that git ignores. The names stay in files.txt.
copy_files_of_the_project() {
    git -c safe.directory='*' -c core.quotePath=off ls-files --cached --others --exclude-standard |
        while IFS= read -r file; do if [ -e "$file" ]; then printf '%s\n' "$file"; fi; done | sort >"$work/files.txt"
    tar --create --no-recursion --files-from="$work/files.txt" | tar --extract --directory "$checkout"
}

install_node_modules() {
    if ! command -v npm >/dev/null; then
        echo "notice: npm is not here, so the checks against ajv, tsc, axe and the YAML language server are skipped"
        return
    fi
    mkdir -p "$work/node"
    if ! npm install --prefix "$work/node" --no-audit --no-fund --silent \
        ajv@8.20.0 ajv-formats@3.0.1 typescript@7.0.2 yaml-language-server@1.25.0 \
        @microsoft/sarif-multitool-linux@5.7.0 axe-core@4.14.1; then
        rm -rf "$work/node"
        echo "notice: npm could not install, so the checks against ajv, tsc, axe and the YAML language server are skipped"
    fi
}

# JupyterLab, and what drives a browser, in an environment of their own.
install_jupyterlab() {
    if ! { python3.11 -m venv "$work/lab" &&
        "$work/lab/bin/python" -m pip install --quiet jupyterlab==4.6.6 playwright==1.65.2; }; then
        rm -rf "$work/lab"
        echo "notice: JupyterLab could not be installed, so the check of displays in it is skipped"
    fi
}

# Prints the nth `sh` block of the README.
readme_block() {
    awk -v wanted="$1" '
        /^```sh$/ { block++; inside = 1; next }
        /^```$/ { inside = 0 }
        inside && block == wanted
    ' README.md
}

run_readme_block() {
    bash -euo pipefail -c "$(readme_block "$1")"
}

# The test command of the README, unchanged: the environment adds what the gate needs.
run_tests_of_the_readme() {
    export PYTEST_ADDOPTS="--cov --cov-report=term --junitxml=$reports/readme.xml -rs"
    run_readme_block 2
}

check_pins() {
    "$1" .ci/pinned.py constraints.txt
}

check_style() {
    .venv/bin/ruff check .
    .venv/bin/ruff format --check .
}

check_types() {
    .venv/bin/mypy
}

check_public_types() {
    source .venv/bin/activate # pyright looks for the package in the environment it is in
    pyright
    pyright --verifytypes productgov --ignoreexternal
}

check_imports() {
    .venv/bin/lint-imports
}

check_generated_files() {
    .venv/bin/python tools/generate.py --check
}

build_documentation() {
    NO_MKDOCS_2_WARNING=1 .venv/bin/mkdocs build --strict --quiet --site-dir "$work/site"
}
