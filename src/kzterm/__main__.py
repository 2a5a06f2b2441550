"""`python -m kzterm` is `kzterm`."""

import sys

from kzterm.start import main

sys.exit(main())
