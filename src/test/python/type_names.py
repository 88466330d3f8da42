"""Which crystals that Laue calls by a structure type are of another, by group, Wyckoff letters and pymatgen's AFLOW prototypes (Debian: python3-pymatgen).

    laue symmetry --json --symprec S CRYSTALS.optimade.jsonl > rows.jsonl
    python3 type_names.py CRYSTALS.optimade.jsonl rows.jsonl [rows of another tolerance ...]

A crystal's name is doubted where Spglib (0.1 A, no angle tolerance) finds another group or another number of orbits
than the type has letters, or StructureMatcher.fit_anonymous (ltol 0.2, stol 0.3, 5 degrees: loose) does not lay it on the prototype of
the type's AFLOW label. Types without a prototype in pymatgen's library are told by group and letters alone. Prints every doubt, then counts.
"""
import collections
import json
import re
import sys
import warnings

warnings.filterwarnings("ignore")
from pymatgen.analysis import prototypes
from pymatgen.analysis.structure_matcher import StructureMatcher
from pymatgen.core import Lattice, Structure
from pymatgen.symmetry.analyzer import SpacegroupAnalyzer

library = {d["tags"]["aflow"]: d["snl"].structure for d in prototypes.AFLOW_PROTOTYPE_LIBRARY}
crystals = {}
for line in open(sys.argv[1]):
    entry = json.loads(line)
    if "attributes" in entry:
        crystals[entry["id"]] = entry["attributes"]
matcher = StructureMatcher()


def doubts(attributes, label):
    crystal = Structure(Lattice(attributes["lattice_vectors"]), attributes["species_at_sites"], attributes["cartesian_site_positions"], coords_are_cartesian=True)
    symmetry = SpacegroupAnalyzer(crystal, symprec=0.1, angle_tolerance=-1)
    group = int(label.split("_")[2])
    if symmetry.get_space_group_number() not in {group, MIRRORED.get(group, group)}:
        return "group %d" % symmetry.get_space_group_number()
    kinds = sorted(len(s) for s in symmetry.get_symmetrized_structure().equivalent_indices)
    letters = "".join(re.sub(r"(\d+)([a-zA-Z])", lambda m: m[2] * int(m[1]), part) for part in label.split("_")[3:])
    if len(kinds) != len(letters):
        return "%d orbits for letters %s" % (len(kinds), letters)
    if label in library and not matcher.fit_anonymous(library[label], crystal):
        return "not laid on its prototype"
    return "" if label in library else None


MIRRORED = {76: 78, 91: 95, 92: 96, 144: 145, 151: 153, 152: 154, 169: 170, 171: 172, 178: 179, 180: 181, 212: 213}
MIRRORED.update({b: a for a, b in MIRRORED.items()})
for rows in sys.argv[2:]:
    count = collections.Counter()
    for line in open(rows):
        row = json.loads(line)
        count["crystals"] += 1
        label = row.get("aflow_label")
        if not label:
            continue
        count["named"] += 1
        doubt = doubts(crystals[row["name"]], label)
        if doubt is None:
            count["no prototype in the library"] += 1
        elif doubt:
            count["doubted: " + doubt.split(" ")[0]] += 1
            print(rows, row["name"], row["formula"], row["structure_type"], label, doubt, sep="\t", flush=True)
    print(rows, dict(count))
