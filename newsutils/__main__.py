"""The program, also as ``python -m newsutils``."""

try:
    import signal

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C while the program loads ends it without a traceback
except KeyboardInterrupt:
    raise SystemExit(130) from None

from newsutils.cli import main

if __name__ == "__main__":
    main()
