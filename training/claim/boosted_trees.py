"""Gradient-boosted trees for a yes or no (Friedman 2001, "Greedy function approximation: a gradient boosting machine";
second-order gain as in Chen and Guestrin 2016, "XGBoost"), written as the table that src/claim/pair_model.h reads. Same
input, same output."""

import numpy as np

LEAF = "leaf"


class BoostedTrees:
    def __init__(self, trees=150, rate=0.08, depth=4, bins=24, penalty=3.0, least=0.4, rows=0.7, columns=0.5, columns_used=None):
        self.trees, self.rate, self.depth, self.bins = trees, rate, depth, bins
        self.penalty, self.least, self.rows, self.columns = penalty, least, rows, columns
        self.columns_used = columns_used

    def fit(self, x, y, weight):
        random = np.random.RandomState(1)
        usable = np.arange(x.shape[1]) if self.columns_used is None else np.array(self.columns_used)
        self.edges = [self.edges_of(x[:, f]) for f in range(x.shape[1])]
        binned = [np.searchsorted(e, x[:, f], side="left").astype(np.uint8) for f, e in enumerate(self.edges)]
        share = (weight * y).sum() / weight.sum()
        self.bias = np.log(share / (1 - share))
        self.grown = []
        margin = np.full(len(y), self.bias)
        for _ in range(self.trees):
            p = 1 / (1 + np.exp(-margin))
            used = random.rand(len(y)) < self.rows
            columns = np.sort(random.choice(usable, max(1, int(len(usable) * self.columns)), replace=False))
            tree = self.grow(binned, used * weight * (y - p), used * weight * p * (1 - p), columns)
            self.grown.append(tree)
            margin += self.value(tree, x)
        return self

    def edges_of(self, column):
        """The thresholds that are tried: quantiles, of what is not the least when that is common."""
        values = np.unique(np.quantile(column, np.linspace(0, 1, 200), interpolation="lower"))
        if len(values) > self.bins:
            rest = column[column > values[0]]
            values = np.unique(np.quantile(rest, np.linspace(0, 1, self.bins), interpolation="lower"))
            values = np.unique(np.append(column.min(), values))
        return values[:-1]

    def grow(self, binned, gradient, curvature, columns):
        tree = {}
        node = np.zeros(len(gradient), np.int64)
        alive = [0]
        for level in range(self.depth + 1):
            first, count = 2**level - 1, 2**level
            inside = np.isin(node, alive)
            place, g, h = node[inside] - first, gradient[inside], curvature[inside]
            total_g, total_h = np.bincount(place, g, count), np.bincount(place, h, count)
            best = {k: (1e-3, None) for k in alive}
            if level < self.depth:
                for f in columns:
                    self.try_column(f, binned[f][inside], place, g, h, total_g, total_h, first, best)
            following = []
            for k in alive:
                split = best[k][1]
                if split is None:
                    tree[k] = (LEAF, total_g[k - first] / (total_h[k - first] + self.penalty) * self.rate)
                    continue
                f, j = split
                tree[k] = (int(f), int(self.edges[f][j]))
                here = node == k
                node[here] = 2 * k + 1 + (binned[f][here] > j)
                following += [2 * k + 1, 2 * k + 2]
            alive = following
        return tree

    def try_column(self, f, bins, place, g, h, total_g, total_h, first, best):
        edges = len(self.edges[f])
        if edges == 0:
            return
        width = edges + 1
        size = len(total_g) * width
        low_g = np.bincount(place * width + bins, g, size).reshape(-1, width).cumsum(1)[:, :edges]
        low_h = np.bincount(place * width + bins, h, size).reshape(-1, width).cumsum(1)[:, :edges]
        for k in best:
            i = k - first
            a, b = low_g[i], low_h[i]
            c, d = total_g[i] - a, total_h[i] - b
            gain = a * a / (b + self.penalty) + c * c / (d + self.penalty)
            gain = gain - total_g[i] ** 2 / (total_h[i] + self.penalty)
            gain[(b < self.least) | (d < self.least)] = -1
            j = int(gain.argmax())
            if gain[j] > best[k][0]:
                best[k] = (gain[j], (f, j))

    def value(self, tree, x):
        node = np.zeros(len(x), np.int64)
        out = np.zeros(len(x))
        for k in sorted(tree):
            what, number = tree[k]
            here = node == k
            if what == LEAF:
                out[here] = number
            else:
                node[here] = 2 * k + 1 + (x[here, what] > number)
        return out

    def predict(self, x):
        """The natural logarithm of the odds."""
        return self.bias + sum(self.value(tree, x) for tree in self.grown)

    def write(self, path, header, names):
        """tree, node, sign, threshold, value in thousandths; tree 0 is the share of those that are."""
        rows = [f"0\t0\t{LEAF}\t0\t{round(self.bias * 1000)}"]
        for number, tree in enumerate(self.grown, 1):
            for node in sorted(tree):
                what, value = tree[node]
                leaf = what == LEAF
                rows.append(
                    f"{number}\t{node}\t{LEAF}\t0\t{round(value * 1000)}" if leaf
                    else f"{number}\t{node}\t{names[what]}\t{value}\t0"
                )  # fmt: skip
        path.write_text(header + "\n".join(rows) + "\n", encoding="utf-8")
