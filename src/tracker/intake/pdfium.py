"""The one lock around PDFium, which is not safe to be used by two threads at a time.

A report may be read in one worker while thumbnails are drawn in another.
"""

import threading

LOCK = threading.RLock()
