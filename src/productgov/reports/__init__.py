"""The results of a check in the formats that people and tools read: one file for each format."""
