package org.laue.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.laue.defects.DefectKind;
import org.laue.evaluation.ShapeMistake;
import org.laue.structure.ClassScheme;
import org.laue.structure.Crystal;
import org.laue.structure.CrystalClass;
import org.laue.structure.Lattice;
import org.laue.symmetry.SymmetryFinder;
import org.laue.symmetry.lattice.CellShape;
import org.laue.symmetry.lattice.CrystalSystem;
import org.laue.symmetry.operations.Tolerance;
import org.laue.tables.parquet.TableSchema;
import org.laue.tables.rows.Splits;
import org.laue.tables.rows.StructureRow;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;

/**
 * Whether crystals that were put into a wrong crystal system have at least the shape of that
 * system: an orthorhombic one with a = b that is taken for tetragonal.
 */
public final class PseudoSymmetry {
  private static final String ID = "structure_id";
  private static final TableSchema CRYSTAL =
      TableSchemas.STRUCTURES.select(ID, "lattice", "atomic_numbers", "fractional");

  private final LaueSession session;
  private final Map<String, Set<CrystalSystem>> systems;
  private final double symprec;

  private PseudoSymmetry(
      LaueSession session, Map<String, Set<CrystalSystem>> systems, double symprec) {
    this.session = session;
    this.systems = systems;
    this.symprec = symprec;
  }

  /**
   * @param symprec tolerance of the standard cells, angstrom
   * @return empty where the classes are not made of whole crystal systems
   */
  public static Optional<PseudoSymmetry> of(
      LaueSession session, ClassScheme classes, double symprec) {
    Map<String, Set<CrystalSystem>> systems = new LinkedHashMap<>();
    for (CrystalClass one : classes.classes()) {
      Set<CrystalSystem> own = EnumSet.noneOf(CrystalSystem.class);
      one.spaceGroups().forEach(group -> own.add(CrystalSystem.ofSpaceGroup(group)));
      int groups = own.stream().mapToInt(PseudoSymmetry::groups).sum();
      if (own.isEmpty() || groups != one.spaceGroups().size()) {
        return Optional.empty();
      }
      systems.put(one.label(), own);
    }
    return Optional.of(new PseudoSymmetry(session, systems, symprec));
  }

  /** How many space groups a system has. */
  private static int groups(CrystalSystem system) {
    return (int)
        IntStream.rangeClosed(1, 230)
            .filter(group -> CrystalSystem.ofSpaceGroup(group) == system)
            .count();
  }

  /**
   * Wrong answers about whole crystals of the test side, by the names of the crystals.
   *
   * @param split column of the splits
   */
  public List<ShapeMistake> mistakes(
      CompleteRun structures, CompleteRun predictions, CompleteRun splits, String split)
      throws IOException {
    Dataset<Row> tested =
        Frames.read(session, splits, TableSchemas.SPLITS)
            .filter(col(split).equalTo(Splits.TEST))
            .select(ID);
    Dataset<Row> wrong =
        Frames.read(session, predictions, TableSchemas.PREDICTIONS)
            .filter(col("defect_kind").equalTo(DefectKind.PRISTINE.label()))
            .filter(not(col("correct")))
            .select(ID, "label", "predicted")
            .join(broadcast(tested), ID);
    return Frames.read(session, structures, TableSchemas.STRUCTURES)
        .select(ID, "lattice", "atomic_numbers", "fractional", "name", "formula")
        .join(broadcast(wrong), ID)
        .orderBy(ID)
        .collectAsList()
        .stream()
        .map(this::mistake)
        .toList();
  }

  private ShapeMistake mistake(Row row) {
    Lattice cell = standardCell(StructureRow.crystal(SparkRows.toTableRow(row, CRYSTAL)));
    String said = row.getAs("predicted");
    String name = row.getAs("name");
    return new ShapeMistake(
        row.getAs(ID),
        name == null ? "" : name,
        row.getAs("formula"),
        row.getAs("label"),
        said,
        Arrays.stream(cell.lengths()).boxed().toList(),
        Arrays.stream(cell.angles()).boxed().toList(),
        hasShape(cell, said));
  }

  /** The lattice that the network was shown. */
  Lattice standardCell(Crystal crystal) {
    return SymmetryFinder.symmetry(crystal, new Tolerance(symprec, -1))
        .standardCell(true)
        .lattice();
  }

  boolean hasShape(Lattice cell, String label) {
    CellShape shape = new CellShape(cell);
    return systems.get(label).stream().anyMatch(shape::isOf);
  }
}
