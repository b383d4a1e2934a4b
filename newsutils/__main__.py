"""The program, also as ``python -m newsutils``."""

import signal

if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C while the program loads ends it without a traceback

from newsutils.cli import main

if __name__ == "__main__":
    main()
