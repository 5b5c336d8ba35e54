"""Sum the JUnit reports in a folder and print what they say; the status is 1 when a test failed or none ran."""

import sys
from pathlib import Path
from xml.etree import ElementTree as ET


def tally(folder: Path) -> int:
    passed = failed = skipped = 0
    for report in sorted(folder.glob("*.xml")):
        suite = next(ET.parse(report).getroot().iter("testsuite"))
        tests, bad, left_out = (
            int(suite.get("tests", 0)),
            int(suite.get("failures", 0)) + int(suite.get("errors", 0)),
            int(suite.get("skipped", 0)),
        )
        print(f"{report.stem}: {tests - bad - left_out} passed, {bad} failed, {left_out} skipped")
        passed, failed, skipped = passed + tests - bad - left_out, failed + bad, skipped + left_out
    print(f"{skipped} skipped where a run does without an extra, the sources or node")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(tally(Path(sys.argv[1])))
