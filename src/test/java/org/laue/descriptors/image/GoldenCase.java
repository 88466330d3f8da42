package org.laue.descriptors.image;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.laue.structure.Cluster;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/**
 * A cluster with the image that an independent float64 program (numpy, direct sum) makes of it.
 *
 * @param cell conventional cell in standard orientation
 * @param replicas repeats along its vectors
 * @param cluster finite cluster, with defects, that keeps its periodic supercell
 * @param bondLength mean nearest-neighbour distance, angstrom
 * @param image normalised image, [3][64][64], ring from 5 to 30 pixels
 */
record GoldenCase(
    String name, Crystal cell, int[] replicas, Cluster cluster, double bondLength, float[] image) {
  static final int IMAGE = 3 * 64 * 64;

  private static final List<GoldenCase> ALL = load();

  static List<GoldenCase> all() {
    return ALL;
  }

  private static List<GoldenCase> load() {
    try (DataInputStream in = open("golden-cases.gz")) {
      List<GoldenCase> cases = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        cases.add(read(in));
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static GoldenCase named(String name) {
    return all().stream().filter(c -> c.name.equals(name)).findFirst().orElseThrow();
  }

  /** Positions in bond lengths. */
  double[] scaled() {
    double[] scaled = cluster.cartesian();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] /= bondLength;
    }
    return scaled;
  }

  @Override
  public String toString() {
    return name;
  }

  static DataInputStream open(String resource) throws IOException {
    return new DataInputStream(
        new BufferedInputStream(
            new GZIPInputStream(GoldenCase.class.getResourceAsStream(resource))));
  }

  static double[] doubles(DataInputStream in, int count) throws IOException {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.readDouble();
    }
    return values;
  }

  static float[] floats(DataInputStream in, int count) throws IOException {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.readFloat();
    }
    return values;
  }

  static int[] bytes(DataInputStream in, int count) throws IOException {
    int[] values = new int[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.readUnsignedByte();
    }
    return values;
  }

  private static GoldenCase read(DataInputStream in) throws IOException {
    String name = in.readUTF();
    int[] replicas = {in.readInt(), in.readInt(), in.readInt()};
    double bondLength = in.readDouble();
    Lattice cell = Lattice.ofRows(doubles(in, 9));
    int basis = in.readInt();
    double[] fractional = doubles(in, 3 * basis);
    Lattice supercell = Lattice.ofRows(doubles(in, 9));
    int atoms = in.readInt();
    int[] numbers = bytes(in, atoms);
    int[] pristine = new int[basis];
    Arrays.fill(pristine, numbers[0]);
    Cluster cluster = Cluster.of(numbers, doubles(in, 3 * atoms), supercell);
    Crystal crystal = Crystal.of(cell, pristine, fractional);
    return new GoldenCase(name, crystal, replicas, cluster, bondLength, floats(in, IMAGE));
  }
}
