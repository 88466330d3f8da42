package org.laue.spark;

import static org.apache.spark.ml.functions.vector_to_array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.classification.DecisionTreeClassifier;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.laue.UserException;
import org.laue.defects.DefectKind;
import org.laue.evaluation.ClassAnswers;
import org.laue.evaluation.ClassScore;
import org.laue.structure.ClassScheme;
import org.laue.structure.Crystal;
import org.laue.symmetry.SymmetryFinder;
import org.laue.symmetry.cell.SymmetryDataset;
import org.laue.symmetry.lattice.CrystalSystem;
import org.laue.symmetry.operations.Tolerance;
import org.laue.tables.parquet.TableSchema;
import org.laue.tables.rows.Splits;
import org.laue.tables.rows.StructureRow;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;

/**
 * How a network does on crystals of the test side that are whole, beside two that hardly look: the
 * most frequent class of the training side, and a decision tree of depth 8 on the crystal system
 * and the volume of the primitive cell (Wang et al. 2022). Where the classes follow from the space
 * group, the tree gets the volume alone.
 */
public final class Floor {
  private static final int DEPTH = 8;
  private static final String ID = "structure_id";
  private static final String SYSTEM = "system_";
  private static final String VOLUME = "volume";
  private static final TableSchema CRYSTAL =
      TableSchemas.STRUCTURES.select(ID, "lattice", "atomic_numbers", "fractional");

  private final LaueSession session;
  private final ClassScheme classes;
  private final double symprec;

  /**
   * @param symprec tolerance of crystal system and primitive cell, angstrom
   */
  public Floor(LaueSession session, ClassScheme classes, double symprec) {
    this.session = session;
    this.classes = classes;
    this.symprec = symprec;
  }

  /**
   * What the network says of them.
   *
   * @param split column of the splits
   */
  public ClassAnswers answers(CompleteRun predictions, CompleteRun splits, String split)
      throws IOException {
    return answers(
        Frames.read(session, predictions, TableSchemas.PREDICTIONS)
            .filter(col("defect_kind").equalTo(DefectKind.PRISTINE.label()))
            .select(ID, "probabilities")
            .join(broadcast(side(sides(splits, split), Splits.TEST)), ID));
  }

  /** The majority class and the tree. */
  public List<ClassScore> scores(CompleteRun structures, CompleteRun splits, String split)
      throws IOException {
    Dataset<Row> sides = sides(splits, split);
    return List.of(majority(sides), tree(described(structures, sides), sides));
  }

  private Dataset<Row> sides(CompleteRun splits, String split) throws IOException {
    return Frames.read(session, splits, TableSchemas.SPLITS)
        .select(col(ID), col(split).as("split"), index().as("class"));
  }

  /** The label's place in the scheme. */
  private Column index() {
    Column index = lit(null).cast("double");
    for (int i = 0; i < classes.labels().size(); i++) {
      index = when(col("label").equalTo(classes.labels().get(i)), (double) i).otherwise(index);
    }
    return index;
  }

  private static Dataset<Row> side(Dataset<Row> sides, String name) {
    return sides.filter(col("split").equalTo(name)).drop("split");
  }

  private ClassAnswers answers(Dataset<Row> answers) {
    List<Row> rows = answers.orderBy(ID).select("class", "probabilities", ID).collectAsList();
    double[][] probabilities = new double[rows.size()][classes.labels().size()];
    int[] truth = new int[rows.size()];
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < truth.length; i++) {
      truth[i] = (int) rows.get(i).getDouble(0);
      ids.add(rows.get(i).getString(2));
      List<Number> given = rows.get(i).getList(1);
      // A tree gives nothing for classes after the last that it has seen.
      for (int c = 0; c < given.size(); c++) {
        probabilities[i][c] = given.get(c).doubleValue();
      }
    }
    return new ClassAnswers(classes.labels(), ids, probabilities, truth);
  }

  private ClassScore majority(Dataset<Row> sides) {
    Map<Integer, Long> known = counts(side(sides, Splits.TRAIN));
    int largest =
        known.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElseThrow(() -> new UserException("The training side of the split is empty"));
    List<double[]> answers = new ArrayList<>();
    List<Integer> truth = new ArrayList<>();
    double[] always = new double[classes.labels().size()];
    always[largest] = 1;
    counts(side(sides, Splits.TEST))
        .forEach(
            (index, n) -> {
              for (long i = 0; i < n; i++) {
                answers.add(always);
                truth.add(index);
              }
            });
    return new ClassAnswers(
            classes.labels(),
            answers.toArray(double[][]::new),
            truth.stream().mapToInt(Integer::intValue).toArray())
        .score("majority class, " + classes.labels().get(largest));
  }

  private static Map<Integer, Long> counts(Dataset<Row> side) {
    Map<Integer, Long> counts = new TreeMap<>();
    side.groupBy("class")
        .count()
        .collectAsList()
        .forEach(row -> counts.put((int) row.getDouble(0), row.getLong(1)));
    return counts;
  }

  private ClassScore tree(Dataset<Row> described, Dataset<Row> sides) {
    boolean told = classes.classes().stream().anyMatch(c -> !c.spaceGroups().isEmpty());
    List<String> features = new ArrayList<>(List.of(VOLUME));
    Arrays.stream(CrystalSystem.values())
        .filter(system -> !told)
        .forEach(system -> features.add(SYSTEM + system.label()));
    Dataset<Row> rows =
        new VectorAssembler()
            .setInputCols(features.toArray(String[]::new))
            .setOutputCol("features")
            .transform(described)
            .select(col(ID), col("features"))
            .join(broadcast(sides), ID)
            .persist();
    Dataset<Row> answered =
        new DecisionTreeClassifier()
            .setMaxDepth(DEPTH)
            .setLabelCol("class")
            .setSeed(1)
            .fit(side(rows, Splits.TRAIN).orderBy(ID))
            .transform(side(rows, Splits.TEST))
            .withColumn("probabilities", vector_to_array(col("probability"), "float64"));
    ClassScore score =
        answers(answered)
            .score(
                "decision tree on "
                    + (told
                        ? "the primitive cell's volume"
                        : "crystal system and primitive volume"));
    rows.unpersist();
    return score;
  }

  /** Crystal system and volume of the primitive cell of those that stand on a side. */
  private Dataset<Row> described(CompleteRun structures, Dataset<Row> sides) throws IOException {
    StructType type =
        new StructType().add(ID, DataTypes.StringType).add(VOLUME, DataTypes.DoubleType);
    for (CrystalSystem system : CrystalSystem.values()) {
      type = type.add(SYSTEM + system.label(), DataTypes.DoubleType);
    }
    double tolerance = symprec;
    JavaRDD<Row> rows =
        Frames.read(session, structures, TableSchemas.STRUCTURES)
            .join(broadcast(sides.select(ID)), ID)
            .select(ID, "lattice", "atomic_numbers", "fractional")
            .javaRDD()
            .map(row -> described(row, tolerance));
    return session.spark().createDataFrame(rows, type);
  }

  private static Row described(Row row, double symprec) {
    Crystal crystal = StructureRow.crystal(SparkRows.toTableRow(row, CRYSTAL));
    SymmetryDataset symmetry = SymmetryFinder.symmetry(crystal, new Tolerance(symprec, -1));
    Object[] cells = new Object[2 + CrystalSystem.values().length];
    cells[0] = row.getString(0);
    cells[1] = Math.abs(symmetry.primitiveCell().lattice().determinant());
    for (CrystalSystem system : CrystalSystem.values()) {
      cells[2 + system.ordinal()] = system == symmetry.crystalSystem() ? 1.0 : 0.0;
    }
    return RowFactory.create(cells);
  }
}
