"""Which crystals of ../shared/data/mp_main are of eleven structure types, by the AFLOW prototypes of pymatgen (Debian: python3-pymatgen).

Prints lines "type<TAB>id": for each type the first COUNT crystals, in an order drawn by SEED, that have the type's space group as the data set gives
it and Spglib finds it within 0.1 A, as many atoms, and whose sites StructureMatcher.fit_anonymous lays on the library's prototype (ltol 0.2, stol 0.3, 5 degrees: loose).
    python3 aflow_types.py ../shared/data/mp_main SEED COUNT
"""
import glob
import gzip
import json
import random
import sys
import warnings

warnings.filterwarnings("ignore")
from monty.serialization import loadfn
from pymatgen.analysis import prototypes
from pymatgen.analysis.structure_matcher import StructureMatcher
from pymatgen.core import Lattice, Structure
from pymatgen.symmetry.analyzer import SpacegroupAnalyzer

# type, AFLOW label, space group, numbers of atoms of each element in a primitive cell
TYPES = [
    ("B1 NaCl", "AB_cF8_225_a_b", 225, [1, 1]), ("B2 CsCl", "AB_cP2_221_b_a", 221, [1, 1]),
    ("C1 CaF2", "AB2_cF12_225_a_c", 225, [1, 2]), ("L1_2 Cu3Au", "AB3_cP4_221_a_c", 221, [1, 3]),
    ("L2_1 Cu2MnAl", "AB2C_cF16_225_a_c_b", 225, [1, 1, 2]), ("E2_1 CaTiO3", "AB3C_cP5_221_a_c_b", 221, [1, 1, 3]),
    ("H1_1 Al2MgO4", "A2BC4_cF56_227_d_a_e", 227, [2, 4, 8]), ("C15 MgCu2", "A2B_cF24_227_d_a", 227, [2, 4]),
    ("B8_1 NiAs", "AB_hP4_194_c_a", 194, [2, 2]), ("B4 ZnS", "AB_hP4_186_b_b", 186, [2, 2]), ("B3 ZnS", "AB_cF8_216_c_a", 216, [1, 1]),
]
folder, seed, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
library = {d["tags"]["aflow"]: d["snl"].structure for d in prototypes.AFLOW_PROTOTYPE_LIBRARY}
candidates = {t[0]: [] for t in TYPES}
for name in sorted(glob.glob(folder + "/*.jsonl.gz")):
    for line in gzip.open(name, "rt"):
        entry = json.loads(line)
        a = entry.get("attributes")
        if a is None or a["nsites"] > 14:
            continue
        species = a["species_at_sites"]
        numbers = sorted(species.count(s) for s in set(species))
        for label, _, group, wanted in TYPES:
            if a.get("_mp_space_group_number") == group and numbers == wanted:
                candidates[label].append((entry["id"], a))
matcher = StructureMatcher()
for label, aflow, group, _ in TYPES:
    entries = sorted(candidates[label], key=lambda e: e[0])
    random.Random(seed).shuffle(entries)
    found = tried = 0
    for identity, a in entries:
        tried += 1
        crystal = Structure(Lattice(a["lattice_vectors"]), a["species_at_sites"], a["cartesian_site_positions"], coords_are_cartesian=True)
        found_group = SpacegroupAnalyzer(crystal, symprec=0.1, angle_tolerance=-1).get_space_group_number()
        if found_group == group and matcher.fit_anonymous(library[aflow], crystal):
            print(label, identity, sep="\t", flush=True)
            found += 1
        if found == count:
            break
    print(label, "candidates", len(entries), "tried", tried, "found", found, file=sys.stderr)
