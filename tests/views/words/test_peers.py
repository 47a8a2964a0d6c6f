"""The municipalities to compare with."""

import pytest

from selfmgmt.language import speaking
from selfmgmt.reference.municipalities import find_municipality
from selfmgmt.reference.peers import peer_group
from selfmgmt.views.words.peers import peer_sentences


def sentences_about(name):
    """The sentences about the nearest peers of a municipality, and those peers."""
    members = [find_municipality(name)]
    group = peer_group(members, "nearest")
    with speaking("en"):
        return " ".join(peer_sentences(group, members)), group


def test_peers_are_named_with_their_size():
    """Every one of them, and from how many inhabitants to how many."""
    words, group = sentences_about("Nijkerk")
    assert all(peer.everyday_name in words for peer in group.members)
    assert "37,291 to 51,955 inhabitants" in words
    assert "not really alike" not in words


@pytest.mark.parametrize("name", ["Vlieland", "Amsterdam"])
def test_peers_that_are_not_alike_are_told_to_be_so(name):
    """The smallest and the largest have no one of their size."""
    words, _ = sentences_about(name)
    assert "not really alike" in words
