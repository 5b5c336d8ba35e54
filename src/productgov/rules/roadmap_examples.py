"""Parts of documents for the examples of the rules about items of the roadmap."""

__all__ = ["with_item"]


def with_item(horizon: str, id: str, **fields: object) -> dict[str, object]:
    """One item of a horizon."""
    return {"roadmap": {"timeHorizon": {horizon: [{"id": id, **fields}]}}}
