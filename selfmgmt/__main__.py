"""``python -m selfmgmt`` is the same as ``selfmgmt``."""

import sys

from selfmgmt.cli import main

sys.exit(main())
