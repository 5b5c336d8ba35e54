"""Tables of other tools, read by small maps, with a report of what could not be taken over.

```python
from productgov import read
from productgov.interchange import read_table

imported = read_table("Jira.csv", "jira")
print(imported.losses)
read("governance.yaml").edit(imported.apply).save()
```
"""

from typing import TYPE_CHECKING

from productgov.lazy import lazy_names

if TYPE_CHECKING:
    from productgov.interchange.column import (
        Column,
        Condition,
        DateForm,
        DecimalMark,
        Lookup,
        Part,
        PeriodLength,
        StatedPart,
        Value,
    )
    from productgov.interchange.exporting import Exported, Unwritten, write_table
    from productgov.interchange.finding import map_names, map_text, parse_map, read_map
    from productgov.interchange.forms import Delimiter, Encoding, Headings
    from productgov.interchange.import_map import ImportMap, Rows
    from productgov.interchange.imported import Imported, ImportedObservation
    from productgov.interchange.limits import TableLimits
    from productgov.interchange.losses import Dangling, Losses, Refused, Skipped, Unread
    from productgov.interchange.reading import read_table
    from productgov.interchange.skeleton import new_governance
else:
    __getattr__, __dir__ = lazy_names(
        __name__,
        {
            "column": "Column Condition DateForm DecimalMark Lookup Part PeriodLength StatedPart Value",
            "exporting": "Exported Unwritten write_table",
            "finding": "map_names map_text parse_map read_map",
            "forms": "Delimiter Encoding Headings",
            "import_map": "ImportMap Rows",
            "imported": "Imported ImportedObservation",
            "limits": "TableLimits",
            "losses": "Dangling Losses Refused Skipped Unread",
            "reading": "read_table",
            "skeleton": "new_governance",
        },
    )

__all__ = [
    "Column",
    "Condition",
    "Dangling",
    "DateForm",
    "DecimalMark",
    "Delimiter",
    "Encoding",
    "Exported",
    "Headings",
    "ImportMap",
    "Imported",
    "ImportedObservation",
    "Lookup",
    "Losses",
    "Part",
    "PeriodLength",
    "Refused",
    "Rows",
    "Skipped",
    "StatedPart",
    "TableLimits",
    "Unread",
    "Unwritten",
    "Value",
    "map_names",
    "map_text",
    "new_governance",
    "parse_map",
    "read_map",
    "read_table",
    "write_table",
]
