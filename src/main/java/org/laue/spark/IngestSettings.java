package org.laue.spark;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.laue.UserException;
import org.laue.structure.ClassScheme;

/**
 * What {@link IngestStep} reads and where it writes.
 *
 * @param inputs files, directories, globs and archives, as Hadoop paths; order decides which of two
 *     equal crystals is the first
 * @param output directory of the study; the table goes to {@code <output>/structures}
 * @param symprecs tolerances of the symmetry search, angstrom, one space group each
 * @param labelSymprec the one of them whose space group gives the label
 * @param angleTolerance degrees; zero or negative compares angles through lengths, with symprec
 * @param classes whose labels the structures get
 * @param property what the source calls the number that tells the classes; empty where space groups
 *     tell them
 * @param flag what it calls its own doubt of that number; may be empty
 * @param tables of labels, as Hadoop paths
 * @param partitions Spark partitions, 0 = one per part; it never changes a row
 */
public record IngestSettings(
    List<String> inputs,
    String output,
    List<Double> symprecs,
    double labelSymprec,
    double angleTolerance,
    ClassScheme classes,
    String property,
    String flag,
    List<String> tables,
    int partitions) {
  /** From nearly exact to what rounding and relaxation leave. */
  public static final List<Double> DEFAULT_SYMPRECS = List.of(1e-3, 1e-2, 1e-1);

  public static final double DEFAULT_LABEL_SYMPREC = 1e-1;

  public IngestSettings {
    inputs = List.copyOf(inputs);
    symprecs = List.copyOf(symprecs);
    tables = List.copyOf(tables);
    if (inputs.isEmpty()) {
      throw new UserException("Nothing to ingest: name at least one file or directory");
    }
    if (!symprecs.contains(labelSymprec)) {
      throw new UserException(
          "The label's tolerance must be one of " + symprecs + " angstrom, was " + labelSymprec);
    }
  }

  public static IngestSettings of(List<String> inputs, String output) {
    return new IngestSettings(
        inputs,
        output,
        DEFAULT_SYMPRECS,
        DEFAULT_LABEL_SYMPREC,
        -1,
        ClassScheme.paper(),
        "",
        "",
        List.of(),
        0);
  }

  /** Label at this tolerance, which joins the others. */
  public IngestSettings withLabelSymprec(double symprec, double angleDegrees) {
    List<Double> all = Stream.concat(symprecs.stream(), Stream.of(symprec)).distinct().toList();
    return new IngestSettings(
        inputs, output, all, symprec, angleDegrees, classes, property, flag, tables, partitions);
  }

  public IngestSettings withClasses(ClassScheme scheme) {
    return labelledBy(scheme, property, flag, tables);
  }

  /** Classes are told by what the source calls so, unless a flag of it is false. */
  public IngestSettings withProperty(String name, String unlessFalse) {
    return labelledBy(classes, name, unlessFalse, tables);
  }

  /** More is said of the structures by these tables. */
  public IngestSettings withTables(List<String> files) {
    return labelledBy(classes, property, flag, files);
  }

  private IngestSettings labelledBy(
      ClassScheme scheme, String name, String unlessFalse, List<String> files) {
    return new IngestSettings(
        inputs,
        output,
        symprecs,
        labelSymprec,
        angleTolerance,
        scheme,
        name,
        unlessFalse,
        files,
        partitions);
  }

  public IngestSettings withPartitions(int count) {
    return new IngestSettings(
        inputs,
        output,
        symprecs,
        labelSymprec,
        angleTolerance,
        classes,
        property,
        flag,
        tables,
        count);
  }

  Map<String, String> toMap() {
    return Map.of(
        "classes", classes.text(),
        "ingest.property", property,
        "ingest.flag", flag,
        "ingest.symprecs", symprecs.toString(),
        "ingest.labelSymprec", Double.toString(labelSymprec),
        "ingest.angleTolerance", Double.toString(angleTolerance));
  }
}
