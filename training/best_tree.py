"""The best tree of a sentence under scores of its arcs: Chu & Liu 1965, Edmonds 1967, with one word at the root.

A head is 1-based, 0 the root: heads[i] is that of word i + 1. Guarded by tests/training/best_tree_test.py.
"""

import numpy as np

ROOTS_TRIED = 3  # of the words that score highest as the root


def is_tree(heads):
    """One root, and every word comes to it."""
    if sum(h == 0 for h in heads) != 1:
        return False
    good = {0}
    for i in range(1, len(heads) + 1):
        path = []
        while i not in good:
            if i in path:
                return False
            path.append(i)
            i = heads[i - 1]
        good.update(path)
    return True


def best_tree(scores):
    """Heads of the best tree; scores [words, words + 1] are logarithms, column 0 that of the root."""
    n = len(scores)
    full = np.full((n + 1, n + 1), -np.inf)  # [child, head]
    full[1:] = scores
    np.fill_diagonal(full, -np.inf)
    best = None
    for root in np.argsort(-full[1:, 0])[:ROOTS_TRIED] + 1:
        one = full.copy()
        one[1:, 0] = -np.inf
        one[root, 0] = full[root, 0]
        heads = arborescence(one)
        total = sum(full[i, heads[i]] for i in range(1, n + 1))
        if best is None or total > best[0]:
            best = (total, heads)
    return [int(h) for h in best[1][1:]]


def arborescence(scores):
    """Heads by contraction of cycles; scores [child, head], node 0 is the root; heads[0] is unused."""
    n = len(scores)
    heads = np.zeros(n, dtype=int)
    heads[1:] = scores[1:].argmax(1)
    cycle = cycle_of(heads)
    if not cycle:
        return heads
    outside = [i for i in range(n) if i not in set(cycle)]
    inner = scores[cycle, heads[cycle]]
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    into = scores[np.ix_(cycle, outside)] - inner[:, None]
    out = scores[np.ix_(outside, cycle)]
    small[-1, :-1] = into.max(0)
    small[:-1, -1] = out.max(1)
    chosen = arborescence(small)
    found = heads.copy()
    for i, node in enumerate(outside):
        if i == 0:
            continue
        found[node] = cycle[out[i].argmax()] if chosen[i] == len(outside) else outside[chosen[i]]
    entered = into[:, chosen[-1]].argmax()
    found[cycle[entered]] = outside[chosen[-1]]
    return found


def cycle_of(heads):
    colour = [0] * len(heads)
    colour[0] = 2
    for start in range(1, len(heads)):
        path, i = [], start
        while colour[i] == 0:
            colour[i] = 1
            path.append(i)
            i = heads[i]
        if colour[i] == 1:
            return path[path.index(i):]
        for j in path:
            colour[j] = 2
    return []
