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
