"""How fast productgov is beside pydantic and msgspec on the same document: `python -m benchmarks`."""
