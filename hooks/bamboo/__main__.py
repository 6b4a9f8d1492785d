"""`python -m bamboo`."""

import gc
import os
import sys

# The program is no garbage: to look for circles in it while it is loaded takes a tenth of the time.
gc.disable()
# Nobody plugs anything into what reads records: to look for that in all that is installed takes time, too.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

from bamboo.cli import main  # noqa: E402

code = main()
if gc.isenabled():
    sys.exit(code)
# A command that did without that ends as soon as all is said: to take apart, object by object, what it has in
# memory takes another tenth.
sys.stdout.flush()
sys.stderr.flush()
os._exit(code)
