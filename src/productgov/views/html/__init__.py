"""HTML from values: elements that escape what they hold, fragments and whole pages; no script, and no network."""
