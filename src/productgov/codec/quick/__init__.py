"""From data or text to a governance in one pass: it accepts or abstains; it never rejects."""
