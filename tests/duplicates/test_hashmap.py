import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newsutils.duplicates.hashmap import HashMap

HASHES = st.integers(0, 2**64 - 1)


@given(st.lists(st.tuples(HASHES, st.integers(0, 2**32 - 1))))
def test_it_is_a_map_whose_entries_stay(pairs):
    table, model = HashMap(bits=2), {}
    for key, value in pairs:
        assert table.setdefault(key, value) == model.setdefault(key or 1, value)
    assert len(table) == len(model)
    assert all(table.get(key) == value for key, value in model.items())


def test_unknown_hashes_have_no_number():
    assert HashMap().get(17) is None


@given(st.lists(st.tuples(HASHES, st.integers(0, 2**32 - 1))), st.lists(st.tuples(HASHES, st.integers(0, 2**32 - 1))))
def test_many_at_once_are_the_same_as_one_by_one(pairs, more):
    table, model = HashMap(bits=2), HashMap(bits=2)
    for key, value in pairs:
        table.setdefault(key, value)
    table.update(np.array([key for key, _ in more], np.uint64), np.array([value for _, value in more], np.uint32))
    for key, value in pairs + more:
        model.setdefault(key, value)
    assert len(table) == len(model)
    assert all(table.get(key) == model.get(key) for key, _ in pairs + more)
