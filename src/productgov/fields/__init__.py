"""How a field is declared: value types, shapes, constraints, and the constructors' checks."""
