"""Every explanation, by its code."""

from collections.abc import Mapping
from types import MappingProxyType

from productgov.catalogue.dependencies import DEPENDENCIES
from productgov.catalogue.document import DOCUMENT
from productgov.catalogue.explanation import Explanation
from productgov.catalogue.governance import GOVERNANCE
from productgov.catalogue.metrics import METRICS
from productgov.catalogue.priorities import PRIORITIES
from productgov.catalogue.references import REFERENCES
from productgov.catalogue.timing import TIMING

__all__ = ["EXPLANATIONS"]

_ALL = (*DOCUMENT, *REFERENCES, *DEPENDENCIES, *TIMING, *PRIORITIES, *METRICS, *GOVERNANCE)

EXPLANATIONS: Mapping[str, Explanation] = MappingProxyType(
    {explanation.code: explanation for explanation in sorted(_ALL, key=lambda explanation: explanation.code)}
)
"""What every code means, by rising code."""
