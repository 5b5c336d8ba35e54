"""Engines of regular expressions: whether a pattern is found in a text, asked of each in its own language."""

import json
import re
import shutil
import subprocess
from base64 import b64encode
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import jsonschema_rs
import pytest
import re2

from tests.support.node import needs_node, run_node

__all__ = ["ENGINES", "Pair", "Search"]

Pair = tuple[str, str]
Search = Callable[[Sequence[Pair]], list[bool]]

JAVA = shutil.which("java")
JAVASCRIPT = "console.log(JSON.stringify(input.pairs.map(([p, text]) => new RegExp(p, input.flags).test(text))));"
SOURCE = """
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.regex.Pattern;

class Search {
    static String text(String encoded) {
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    }
    public static void main(String[] arguments) throws IOException {
        Map<String, Pattern> patterns = new HashMap<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] pair = line.split(" ", -1);
            Pattern pattern = patterns.computeIfAbsent(pair[0], encoded -> Pattern.compile(text(encoded)));
            System.out.println(pattern.matcher(text(pair[1])).find());
        }
    }
}
"""


def _python(pairs: Sequence[Pair]) -> list[bool]:
    return [re.search(pattern, text) is not None for pattern, text in pairs]


def _re2(pairs: Sequence[Pair]) -> list[bool]:
    return [re2.search(pattern, text) is not None for pattern, text in pairs]


def _rust(options: jsonschema_rs.RegexOptions | jsonschema_rs.FancyRegexOptions) -> Search:
    @cache
    def validator(pattern: str) -> jsonschema_rs.Draft202012Validator:
        return jsonschema_rs.Draft202012Validator({"pattern": pattern}, pattern_options=options)

    return lambda pairs: [validator(pattern).is_valid(text) for pattern, text in pairs]


def _ecma(flags: str) -> Search:
    def search(pairs: Sequence[Pair]) -> list[bool]:
        found = run_node(JAVASCRIPT, {"flags": flags, "pairs": pairs})
        assert isinstance(found, list)
        return found

    return search


def _java(pairs: Sequence[Pair]) -> list[bool]:
    assert JAVA is not None
    lines = [" ".join(b64encode(part.encode()).decode() for part in pair) for pair in pairs]
    with TemporaryDirectory() as folder:
        source = Path(folder, "Search.java")
        source.write_text(SOURCE, "utf-8")
        ran = subprocess.run([JAVA, str(source)], input="\n".join(lines), capture_output=True, text=True, check=True)
    return [json.loads(line) for line in ran.stdout.split()]


needs_java = pytest.mark.skipif(JAVA is None, reason="java is not here")
ENGINES = [
    pytest.param(_python, id="Python"),
    pytest.param(_re2, id="RE2"),
    pytest.param(_rust(jsonschema_rs.RegexOptions()), id="Rust regex"),
    pytest.param(_rust(jsonschema_rs.FancyRegexOptions()), id="Rust fancy-regex"),
    *(pytest.param(_ecma(flags), id=f"ECMA {flags or 'without flags'}", marks=needs_node) for flags in ("", "u", "v")),
    pytest.param(_java, id="Java", marks=needs_java),
]
