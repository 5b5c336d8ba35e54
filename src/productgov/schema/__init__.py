"""The model for other tools: JSON Schema, TypeScript, and a reference table, each rendered from the same shapes."""
