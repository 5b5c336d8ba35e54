"""How a document prioritizes: which method ranks, and what contradicts it."""

import pytest

from productgov import InvalidDocumentError, InvalidValueError, Prioritization, from_dict, to_dict
from productgov.model.prioritization import Framework


def prioritization(**fields: object) -> Prioritization:
    return from_dict({"framework": "RICE", "reviewCadence": "weekly", **fields}, Prioritization)


def found(**fields: object) -> list[tuple[str, str, str, str]]:
    with pytest.raises(InvalidDocumentError) as caught:
        prioritization(**fields)
    return [(one.code, one.path, one.message, one.hint) for one in caught.value.findings]


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({}, "RICE"),
        ({"rankBy": "WSJF"}, "WSJF"),
        ({"formula": "1"}, "Formula"),
        ({"rankBy": "Formula", "formula": "1"}, "Formula"),
        ({"rankBy": "Formula"}, "Formula"),
        ({"rankBy": "value per effort"}, "value per effort"),
    ],
)
def test_the_framework_ranks_unless_another_method_or_a_formula_does(fields: dict[str, object], name: str) -> None:
    assert prioritization(**fields).method_name == name


@pytest.mark.parametrize("framework", Framework)
def test_a_framework_is_no_other_method(framework: Framework) -> None:
    assert found(rankBy=framework.value) == [
        (
            "PG008",
            "/rankBy",
            f"rankBy is {framework.value}, which is a framework",
            f"set framework to {framework.value}, and leave rankBy out",
        )
    ]
    with pytest.raises(InvalidValueError, match=r"rankBy is .*, which is a framework"):
        Prioritization(framework=framework, review_cadence="weekly", rank_by=framework.value)  # type: ignore[arg-type]


def test_a_formula_and_another_method_contradict_each_other() -> None:
    assert found(rankBy="WSJF", formula="1") == [
        (
            "PG008",
            "/formula",
            "formula is given, but rankBy is not Formula",
            "set rankBy to Formula, or leave formula out",
        )
    ]


def test_what_is_left_out_is_not_written() -> None:
    assert not {"rankBy", "formula"} & to_dict(prioritization()).keys()
