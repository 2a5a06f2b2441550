"""`python -m kzterm` is `kzterm`."""

import sys

from kzterm.cli import main

sys.exit(main())
