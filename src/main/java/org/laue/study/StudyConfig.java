package org.laue.study;

import java.util.List;
import org.laue.UserException;
import org.laue.descriptors.graph.GraphSettings;
import org.laue.descriptors.pointcloud.Ablation;
import org.laue.descriptors.pointcloud.PointCloudSettings;
import org.laue.descriptors.pointcloud.Probe;

/**
 * Everything that one study depends on, as one tree of records; {@code reference.conf} holds the
 * defaults and says what each key means.
 *
 * @param classes a class scheme that comes with Laue, or the file of another
 */
public record StudyConfig(
    Study study,
    Task task,
    String classes,
    Labels labels,
    Prototypes prototypes,
    Ingest ingest,
    Fingerprint fingerprint,
    Pointcloud pointcloud,
    Graph graph,
    Defects defects,
    Train train,
    Baseline baseline,
    Evaluate evaluate) {

  /**
   * @param partitions 0 = chosen from the size of the work; never changes a result
   * @param timeLimit seconds that a step may compute on one structure or variant
   * @param descriptor what is made of a structure
   * @param sweep studies that are done side by side, see {@link Sweep}; none: this one alone
   * @param grid settings with several values each, whose combinations are such studies
   */
  public record Study(
      String name,
      long seed,
      String output,
      int partitions,
      double timeLimit,
      Descriptor descriptor,
      List<String> sweep,
      List<String> grid) {
    public Study {
      require(!name.isBlank(), "name must not be empty");
      require(!output.isBlank(), "output must name a directory");
      require(partitions >= 0, "partitions must not be negative, was " + partitions);
      requirePositive("time-limit", timeLimit);
    }

    /** Whether it is several studies side by side. */
    public boolean isSweep() {
      return !sweep.isEmpty() || !grid.isEmpty();
    }
  }

  /** What the network looks at. */
  public enum Descriptor {
    IMAGE,
    POINTCLOUD,
    GRAPH
  }

  /**
   * @param numbers name and unit of each number to be answered; none: classes
   */
  public record Task(List<String> numbers) {}

  /**
   * What sources call the numbers that class schemes speak of.
   *
   * @param gap eV
   * @param energyAboveHull eV/atom
   * @param bulkModulus GPa
   * @param shearModulus GPa
   * @param flag what they call their own doubt: where it is false, the number tells no class
   */
  public record Labels(
      String gap, String energyAboveHull, String bulkModulus, String shearModulus, String flag) {

    /**
     * @param quantity as a scheme names it
     */
    String property(String quantity) {
      return switch (quantity) {
        case "gap" -> gap;
        case "energy-above-hull" -> energyAboveHull;
        case "bulk-modulus" -> bulkModulus;
        case "shear-modulus" -> shearModulus;
        default -> quantity;
      };
    }
  }

  /**
   * @param proportions balanced, paper, or counts such as {@code bcc=20, fcc=30}
   * @param tier core for the structures everyone knows, more for further Wyckoff occupations
   */
  public record Prototypes(int size, String proportions, String tier) {
    public Prototypes {
      require(size >= 0, "size must not be negative, was " + size);
    }
  }

  /**
   * @param symprec angstrom
   * @param angleTolerance degrees; not positive means: by lengths, from symprec
   * @param labels tables that say more of the structures
   */
  public record Ingest(
      List<String> inputs, double symprec, double angleTolerance, List<String> labels) {
    public Ingest {
      requirePositive("symprec", symprec);
      require(
          angleTolerance < 180, "angle-tolerance must be below 180 degrees, was " + angleTolerance);
    }
  }

  /**
   * @param cellSymprec angstrom, for the conventional cell of the embedded set
   * @param realCellSymprec angstrom, for the conventional cell of structures that were read
   */
  public record Fingerprint(
      int targetAtoms,
      double innerRadius,
      double outerRadius,
      String bondLength,
      double cellSymprec,
      double realCellSymprec) {
    public Fingerprint {
      requirePositive("outer-radius", outerRadius);
      requirePositive("cell-symprec", cellSymprec);
      requirePositive("real-cell-symprec", realCellSymprec);
    }
  }

  /**
   * @param maxMiller the largest index, or -1 and 0 for the smallest clouds
   * @param symprec angstrom
   * @param noise standard deviation of a component of g, 1/angstrom
   * @param dropped share of the points
   */
  public record Pointcloud(
      PointCloudSettings.Generation generation,
      Probe probe,
      PointCloudSettings.Cell cell,
      int maxMiller,
      double symprec,
      Ablation.Intensities intensities,
      Ablation.Geometry geometry,
      double noise,
      double dropped) {
    public Pointcloud {
      new PointCloudSettings(generation, probe, cell, maxMiller, symprec);
      new Ablation(intensities, geometry, noise, dropped);
    }

    PointCloudSettings settings() {
      return new PointCloudSettings(generation, probe, cell, maxMiller, symprec)
          .withAblation(new Ablation(intensities, geometry, noise, dropped));
    }
  }

  /**
   * @param cutoff angstrom
   * @param nearest neighbours of an atom; 0: all within the cutoff
   */
  public record Graph(double cutoff, int nearest) {
    public Graph {
      new GraphSettings(cutoff, nearest);
    }

    GraphSettings settings() {
      return new GraphSettings(cutoff, nearest);
    }
  }

  /**
   * @param displacements standard deviations per Cartesian component, angstrom
   * @param vacancies fractions of the atoms
   * @param other any defects in words, for instance {@code "displacement 0.02 + vacancy 0.1"}
   */
  public record Defects(
      List<Double> displacements,
      List<Double> vacancies,
      List<String> substitutions,
      List<String> other,
      int replicates) {
    public Defects {
      require(replicates >= 1, "replicates must be at least 1, was " + replicates);
    }
  }

  public enum Split {
    HONEST,
    RANDOM
  }

  /**
   * @param network its name
   * @param validationFraction share of each class that is kept aside from training and test
   * @param splitSeed of the random split
   * @param sides what the sources call the side of the split that a structure stands on; empty:
   *     drawn
   * @param nearDuplicate training images within this of a test image leave the honest split
   * @param epochs passes over the training images, shared among the workers
   * @param workers networks trained side by side, the same number on every machine
   * @param dropout share of features that a training step does without
   * @param earlyStopping epochs without a smaller loss of the validation side after which the
   *     training ends with the best weights; 0: the last weights
   * @param lengthJitter largest change of a training image's length scale, as a share of it
   * @param drawCorners whether training images take any admissible corner of the cell
   * @param drawFaces whether training images draw the face that an atom between two cells stands at
   * @param background largest mean speckle added to training images, in units of the brightest
   *     pixel
   * @param leastShare of the training crystals to which a smaller class is raised by repetition
   * @param share of the training side that is learned from; a smaller one is part of a larger one
   */
  public record Train(
      String network,
      long seed,
      Split split,
      long splitSeed,
      double testFraction,
      double validationFraction,
      String sides,
      double nearDuplicate,
      int epochs,
      int batchSize,
      double learningRate,
      int workers,
      int averagingFrequency,
      double dropout,
      int earlyStopping,
      double lengthJitter,
      boolean drawCorners,
      boolean drawFaces,
      double background,
      double leastShare,
      double share) {
    /** More would take years. */
    private static final int MOST = 100_000;

    public Train {
      require(
          testFraction > 0 && testFraction < 1,
          "test-fraction must be in (0, 1), was " + testFraction);
      require(
          validationFraction >= 0 && testFraction + validationFraction < 1,
          "validation-fraction must be in [0, 1 - test-fraction), was " + validationFraction);
      require(
          validationFraction == 0 || split == Split.RANDOM,
          "validation-fraction needs split = random; the honest split has two sides");
      require(
          sides.isEmpty() || split == Split.RANDOM,
          "sides needs split = random; the honest split draws its own");
      require(
          nearDuplicate >= 0 && Double.isFinite(nearDuplicate),
          "near-duplicate must be at least 0, was " + nearDuplicate);
      requireCount("epochs", epochs, MOST);
      requireCount("batch-size", batchSize, MOST);
      requirePositive("learning-rate", learningRate);
      requireCount("workers", workers, MOST);
      requireCount("averaging-frequency", averagingFrequency, MOST);
      require(dropout >= 0 && dropout < 1, "dropout must be in [0, 1), was " + dropout);
      require(
          earlyStopping >= 0 && earlyStopping <= MOST,
          "early-stopping must be in [0, %d], was %d".formatted(MOST, earlyStopping));
      require(
          earlyStopping == 0 || validationFraction > 0 || !sides.isEmpty(),
          "early-stopping needs a validation side: validation-fraction or sides");
      require(
          lengthJitter >= 0 && lengthJitter < 1,
          "length-jitter must be in [0, 1), was " + lengthJitter);
      require(background >= 0 && background < 1, "background must be in [0, 1), was " + background);
      require(
          leastShare >= 0 && leastShare <= 0.5,
          "least-share must be in [0, 0.5], was " + leastShare);
      require(share > 0 && share <= 1, "share must be in (0, 1], was " + share);
      require(
          share == 1 || split == Split.RANDOM,
          "share needs split = random; the honest split leaves out what is nearly the same");
    }
  }

  /**
   * @param parentShare share of the structures whose variants the parent finder is asked about
   */
  public record Baseline(List<String> settings, List<String> compat, double parentShare) {
    public Baseline {
      require(
          parentShare >= 0 && parentShare <= 1,
          "parent-share must be in [0, 1], was " + parentShare);
    }
  }

  public enum Structures {
    TEST,
    ALL
  }

  /**
   * @param structures which structures' variants make the table: those the network never saw, or
   *     all
   * @param productRoad whether each variant is also answered as if nothing were known of it
   * @param peers tables of what others predict of the same crystals
   * @param peerColumns which of their columns hold what, see {@link PeerColumn}
   */
  public record Evaluate(
      Structures structures,
      boolean productRoad,
      int examplesPerClass,
      List<String> peers,
      List<String> peerColumns) {
    public Evaluate {
      require(examplesPerClass >= 0, "examples-per-class must not be negative");
    }
  }

  private static void requirePositive(String key, double value) {
    require(value > 0 && Double.isFinite(value), key + " must be a positive number, was " + value);
  }

  private static void requireCount(String key, int value, int most) {
    require(value >= 1 && value <= most, key + " must be in 1 to " + most + ", was " + value);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new UserException(message);
    }
  }
}
