"""The model for other tools: JSON Schema and TypeScript, rendered from the shapes."""
