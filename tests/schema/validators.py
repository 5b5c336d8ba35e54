"""Validators of JSON Schema: which of many values each calls valid."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import attrs
import fastjsonschema
import jsonschema_rs
import re2
from jsonschema import Draft7Validator, Draft202012Validator, ValidationError, validators

from productgov.schema.json_schema import Draft

__all__ = ["VALIDATORS", "Validator", "can_be_held"]

Json = dict[str, object]
Verdicts = Callable[[Json, Sequence[object]], list[bool]]


def can_be_held(value: object) -> bool:
    """False for values with a lone surrogate, which most languages cannot hold in a text."""
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_draft_07(schema: Json) -> bool:
    return "draft-07" in str(schema["$schema"])


def _re2_pattern(validator: Any, pattern: str, value: object, schema: object) -> Iterator[ValidationError]:
    if isinstance(value, str) and not re2.search(pattern, value):
        yield ValidationError(f"{value!r} does not match {pattern!r}")


def _jsonschema_with_re2(schema: Json, values: Sequence[object]) -> list[bool]:
    base = Draft7Validator if _is_draft_07(schema) else Draft202012Validator
    cls = validators.create(
        base.META_SCHEMA, {**base.VALIDATORS, "pattern": _re2_pattern}, type_checker=base.TYPE_CHECKER
    )
    validator = cls(schema)
    return [validator.is_valid(value) for value in values]


def _jsonschema_rs(options: jsonschema_rs.RegexOptions | jsonschema_rs.FancyRegexOptions) -> Verdicts:
    def validate(schema: Json, values: Sequence[object]) -> list[bool]:
        validator = jsonschema_rs.validator_for(schema, pattern_options=options, validate_formats=True)
        return [validator.is_valid(value) for value in values]

    return validate


def _fastjsonschema(schema: Json, values: Sequence[object]) -> list[bool]:
    validate = fastjsonschema.compile(schema, use_default=False)
    return [_passes(validate, value) for value in values]


def _passes(validate: Callable[[object], object], value: object) -> bool:
    try:
        validate(value)
    except fastjsonschema.JsonSchemaException:
        return False
    return True


def _check_jsonschema(variant: str) -> Verdicts:
    def validate(schema: Json, values: Sequence[object]) -> list[bool]:
        with TemporaryDirectory() as folder:
            paths = [Path(folder, f"{number}.json") for number in range(len(values))]
            for path, value in zip(paths, values, strict=True):
                path.write_text(json.dumps(value), "utf-8")
            against = Path(folder, "schema.json")
            against.write_text(json.dumps(schema), "utf-8")
            options = ["--regex-variant", variant, "--output-format", "json", "--schemafile", str(against)]
            command = [sys.executable, "-m", "check_jsonschema", *options, *map(str, paths)]
            ran = subprocess.run(command, capture_output=True, text=True, check=False)
            report = json.loads(ran.stdout)
        assert report.get("parse_errors", []) == []
        bad = {error["filename"] for error in report["errors"]}
        return [str(path) not in bad for path in paths]

    return validate


@attrs.frozen
class Validator:
    """A validator in one configuration, and how much to ask of it.

    Attributes:
        name: what it is called.
        verdicts: which of many values it calls valid under a schema.
        drafts: the versions of JSON Schema that it knows.
        is_slow: whether it is asked of whole documents only, and not of every class.
    """

    name: str
    verdicts: Verdicts
    drafts: tuple[Draft, ...] = ("2020-12", "draft-07")
    is_slow: bool = False


VALIDATORS = (
    Validator("jsonschema with RE2", _jsonschema_with_re2),
    Validator("jsonschema-rs with regex", _jsonschema_rs(jsonschema_rs.RegexOptions())),
    Validator("jsonschema-rs with fancy-regex", _jsonschema_rs(jsonschema_rs.FancyRegexOptions())),
    Validator("fastjsonschema", _fastjsonschema, drafts=("draft-07",)),
    *(
        Validator(f"check-jsonschema {variant}", _check_jsonschema(variant), is_slow=True)
        for variant in ("default", "nonunicode", "python")
    ),
)
