"""What every code of a finding means, why it matters, and how it looks: one text for the command line and the docs."""
