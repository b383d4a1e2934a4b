import numpy as np
import pytest

from newsutils.duplicates.postings import Postings


def pairs(postings, hashes):
    which, documents = postings.find(hashes)
    return sorted(zip(which.tolist(), documents.tolist(), strict=True))


@pytest.fixture
def hashes():
    drawn = np.random.default_rng(7).integers(0, 2**64, 40_000, dtype=np.uint64)
    return np.sort(drawn.reshape(1000, 40)).ravel()  # what is added is sorted


def test_finds_all_that_was_added_after_growing(hashes):
    postings = Postings(buckets=4)
    for document in range(1000):
        postings.add(
            hashes[40 * document : 40 * document + 40],
            np.full(40, document),
        )
    found = sum(len(postings.find(hashes[40 * document : 40 * document + 40])[0]) for document in range(1000))
    assert found == len(hashes)


def test_finds_all_documents_of_a_hash(hashes):
    postings = Postings()
    for document in range(10):
        postings.add(hashes[:5], np.full(5, document))
    assert pairs(postings, hashes[:5]) == [(which, document) for which in range(5) for document in range(10)]


def test_a_hash_of_very_many_documents_does_no_harm(hashes):
    postings = Postings()
    for document in range(200):
        postings.add(hashes[:1], np.array([document]))
    postings.add(hashes[1:20], np.full(19, 1000))
    assert len(pairs(postings, hashes[:1])) == 200
    assert len(pairs(postings, hashes[1:20])) == 19


def test_nothing_is_found_in_an_empty_table(hashes):
    assert pairs(Postings(), hashes[:100]) == []
    assert pairs(Postings(), hashes[:0]) == []


def test_it_is_compact(hashes):
    postings = Postings()
    for document in range(1000):
        postings.add(
            hashes[40 * document : 40 * document + 40],
            np.full(40, document),
        )
    assert postings.nbytes < 24 * len(hashes)


def test_many_at_once_are_the_same_as_one_by_one(hashes):
    one_by_one, at_once = Postings(buckets=4), Postings(buckets=4)
    for document in range(1000):
        one_by_one.add(hashes[40 * document : 40 * document + 40], np.full(40, document))
    at_once.reserve(len(hashes) // 2)
    at_once.add(hashes, np.arange(1000).repeat(40))
    at_once.reserve(len(hashes))
    assert pairs(one_by_one, hashes) == pairs(at_once, hashes)
