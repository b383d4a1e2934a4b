"""The three standard streams, where the caller closed one of them."""

import os


def hold_places() -> None:
    """Keep closed standard streams closed: no file that is opened later may take the place of one.

    Standard input is held by a descriptor that cannot be read, standard output by one that cannot be written, so that
    their use fails as it should; messages to a closed standard error go nowhere.
    """
    for descriptor, mode in ((0, os.O_WRONLY), (1, os.O_RDONLY), (2, os.O_WRONLY)):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, mode)  # the lowest free descriptor, which is this one
