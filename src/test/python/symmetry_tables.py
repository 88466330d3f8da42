#!/usr/bin/env python3
"""Writes the symmetry tables of this project from the answers of python3-spglib 2.0.2.

    symmetry_tables.py settings    > src/main/resources/org/laue/symmetry/groups/hall-settings.tsv
    symmetry_tables.py operations  > src/test/resources/org/laue/symmetry/groups/hall-operations.tsv
    symmetry_tables.py wyckoff     > src/main/resources/org/laue/symmetry/groups/wyckoff-positions.tsv

Only symbols, letters and checksums are asked for. The points of a Wyckoff position are computed here: fixed points,
axes and planes of the operations, one of each orbit; a crystal with an atom there tells its letter.
"""
import itertools
import sys
import zlib
from fractions import Fraction

import numpy as np
import spglib

LETTERS = "abcdefghijklmnopqrstuvwxyzA"
CUBE_AXES = [(1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 0), (1, -1, 0), (1, 0, 1), (1, 0, -1), (0, 1, 1), (0, 1, -1),
             (1, 1, 1), (-1, 1, 1), (1, -1, 1), (1, 1, -1)]
CUBE_PLANES = [((1, 0, 0), (0, 1, 0)), ((1, 0, 0), (0, 0, 1)), ((0, 1, 0), (0, 0, 1)), ((1, 1, 0), (0, 0, 1)),
               ((1, -1, 0), (0, 0, 1)), ((1, 0, 1), (0, 1, 0)), ((1, 0, -1), (0, 1, 0)), ((0, 1, 1), (1, 0, 0)),
               ((0, 1, -1), (1, 0, 0))]
HEXAGON_AXES = [(0, 0, 1), (1, 0, 0), (0, 1, 0), (1, 1, 0), (1, -1, 0), (2, 1, 0), (1, 2, 0)]
HEXAGON_PLANES = [((1, 0, 0), (0, 1, 0))] + [(axis, (0, 0, 1)) for axis in HEXAGON_AXES[1:]]
GENERIC = np.array([0.1128047, 0.2483727, 0.3490077])


def settings():
    print("# The 530 settings of the space groups. Columns: Hall number, space group number, setting, Hall symbol,")
    print("# Hermann-Mauguin symbol short and full, Schoenflies symbol, point group. Source: International Tables B 1.4")
    print("# (Hall symbols) and A (the other symbols), in the spelling and numbering of Spglib 2.0.2.")
    print("# Script: src/test/python/symmetry_tables.py")
    for hall in range(1, 531):
        t = spglib.get_spacegroup_type(hall)
        print(hall, t["number"], t["choice"], t["hall_symbol"], t["international_short"], t["international_full"],
              t["schoenflies"], t["pointgroup_international"], sep="\t")


def operations():
    print("# Hall number, number of operations and CRC-32 of the sorted lines 'W (9 integers) t (3 twelfths)' joined by")
    print("# newlines, from spglib 2.0.2 get_symmetry_from_database. Script: src/test/python/symmetry_tables.py")
    for hall in range(1, 531):
        known = spglib.get_symmetry_from_database(hall)
        lines = sorted(" ".join(str(n) for n in [*w.flatten(), *(int(round(12 * x)) % 12 for x in t)])
                       for w, t in zip(known["rotations"], known["translations"]))
        print(hall, len(lines), zlib.crc32("\n".join(lines).encode()), sep="\t")


def whole(x):
    """Whether the last axis is integer throughout."""
    return np.all(np.abs(x - np.round(x)) < 1e-6, axis=-1)


def across(directions):
    """Integer rows that vanish on the directions and span all that do."""
    free = directions.shape[1]
    if free == 0:
        return np.eye(3, dtype=int)
    rows = [np.array(k) for k in itertools.product(range(-2, 3), repeat=3) if any(k) and not np.any(k @ directions)]
    rows.sort(key=lambda k: np.abs(k).sum())
    if free == 1:
        return next(np.array(pair) for pair in itertools.combinations(rows, 2)
                    if np.array_equal(np.abs(np.cross(*pair)), np.abs(directions[:, 0])))
    return np.array(rows[:3 - free]).reshape(3 - free, 3)


def subspaces(number, w, t):
    """One (directions [3][free], point [3]) of each Wyckoff position, points first, the general one last."""
    hexagonal = 143 <= number <= 194
    steps = (6, 6, 12) if hexagonal else (8, 8, 8)
    grid = np.array(list(itertools.product(*(np.arange(n) / n for n in steps))))
    families = [()] + [(axis,) for axis in (HEXAGON_AXES if hexagonal else CUBE_AXES)]
    families += (HEXAGON_PLANES if hexagonal else CUBE_PLANES) + [((1, 0, 0), (0, 1, 0), (0, 0, 1))]
    found = []
    for family in families:
        free = len(family)
        directions = np.array(family, dtype=int).reshape(free, 3).T
        points = grid if free < 3 else np.zeros((1, 3))
        x = points + directions @ GENERIC[:free]
        images = np.einsum("gij,pj->pgi", w, x) + t
        fixed = whole(images - x[:, None])
        for point, image, stays in zip(points, images, fixed):
            moved = (w[stays] - np.eye(3)).reshape(-1, 3)
            if 3 - np.linalg.matrix_rank(moved) != free:
                continue
            same = (f for f in found if f[0].shape[1] == free and f[2] == stays.sum())
            if not any(np.any(whole((image - f[1]) @ across(f[0]).T)) for f in same):
                found.append((directions, point, stays.sum()))
    return found


def triplet(directions, point):
    """Coordinates as the International Tables print them."""
    names, columns = [], []
    for column in directions.T:
        alone = [i for i in range(3) if abs(column[i]) == 1 and np.count_nonzero(directions[i]) == 1]
        row = next(i for i in alone if "xyz"[i] not in names)
        names.append("xyz"[row])
        columns.append(column * column[row])
    out = []
    for i in range(3):
        terms = [(c[i], name) for c, name in zip(columns, names) if c[i]]
        text = "".join(("-" if k < 0 else "+" if j else "") + (str(abs(k)) if abs(k) > 1 else "") + name
                       for j, (k, name) in enumerate(terms))
        rest = Fraction(float(point[i]) % 1).limit_denominator(24) % 1
        out.append(text + ("+" if text and rest else "") + (str(rest) if rest or not text else ""))
    return ",".join(out)


def orbit(x, w, t):
    points = []
    for y in np.mod(w @ x + t, 1):
        if not any(whole(y - p) for p in points):
            points.append(y)
    return points


def lattice(w, random):
    lengths = np.sort(random.uniform(4, 9, 3))
    cosines = random.uniform(-0.3, 0, 3)
    metric = np.diag(lengths ** 2)
    for cosine, (i, j) in zip(cosines, [(1, 2), (0, 2), (0, 1)]):
        metric[i, j] = metric[j, i] = cosine * lengths[i] * lengths[j]
    return np.linalg.cholesky(np.mean([m.T @ metric @ m for m in w], axis=0))


def positions(number, hall):
    known = spglib.get_symmetry_from_database(hall)
    w, t = known["rotations"].astype(int), np.round(known["translations"] * 24) / 24
    random = np.random.default_rng(number)
    rows = lattice(w, random)
    others = [orbit(random.uniform(0, 1, 3), w, t) for _ in range(2)]
    for directions, point, _ in subspaces(number, w, t):
        free = directions.shape[1]
        here = orbit(point + directions @ random.uniform(0.05, 0.45, free), w, t)
        atoms = np.array([*here, *others[0], *others[1]])
        species = [9] * len(here) + [1] * len(others[0]) + [2] * len(others[1])
        told = spglib.get_symmetry_dataset((rows, atoms, species), symprec=1e-4)
        assert told["hall_number"] == hall, (number, directions, point)
        change, shift = told["transformation_matrix"], told["origin_shift"]
        turned = np.round(change @ directions).astype(int)
        moved = np.round((change @ point + shift) * 48) / 48 if free < 3 else np.zeros(3)
        if free == 3:
            turned = np.eye(3, dtype=int)
        yield told["wyckoffs"][0], len(here), told["site_symmetry_symbols"][0], triplet(turned, moved)


def wyckoff():
    print("# Wyckoff positions of the 230 space groups in their standard settings. Columns: space group number, letter,")
    print("# multiplicity in the conventional cell, oriented site symmetry, one point of the position. Computed from the")
    print("# operations (fixed points, axes and planes); letters and site-symmetry symbols of International Tables A as")
    print("# Spglib 2.0.2 gives them. Script: src/test/python/symmetry_tables.py")
    first = {}
    for hall in range(1, 531):
        first.setdefault(spglib.get_spacegroup_type(hall)["number"], hall)
    for number, hall in first.items():
        for row in sorted(positions(number, hall), key=lambda row: LETTERS.index(row[0])):
            print(number, *row, sep="\t", flush=True)


if __name__ == "__main__":
    {"settings": settings, "operations": operations, "wyckoff": wyckoff}[sys.argv[1]]()
