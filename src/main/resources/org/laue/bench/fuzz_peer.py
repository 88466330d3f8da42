"""A second reader for damaged files: Open Babel. One question (format and text) and one answer a line."""
import json
import sys

try:
    from openbabel import openbabel as ob

    ob.obErrorLog.StopLogging()
    print(json.dumps({"version": "Open Babel " + ob.OBReleaseVersion()}), flush=True)
except Exception as error:
    print(json.dumps({"error": str(error)}), flush=True)
    sys.exit(0)

for line in sys.stdin:
    question = json.loads(line)
    conversion = ob.OBConversion()
    conversion.SetInFormat(question["format"])
    molecule = ob.OBMol()
    answer = {"atoms": 0, "cell": []}
    if conversion.ReadString(molecule, question["text"]):
        if molecule.HasData(ob.UnitCell):
            cell = ob.toUnitCell(molecule.GetData(ob.UnitCell))
            cell.FillUnitCell(molecule)
            answer["cell"] = [cell.GetA(), cell.GetB(), cell.GetC()]
        answer["atoms"] = molecule.NumAtoms()
    print(json.dumps(answer), flush=True)
