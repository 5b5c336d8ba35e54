"""`python -m productgov`: the command line."""

import sys

from productgov.cli.main import main

sys.exit(main())
