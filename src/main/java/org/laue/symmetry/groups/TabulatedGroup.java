package org.laue.symmetry.groups;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laue.BuiltOnce;
import org.laue.structure.Matrix3;
import org.laue.structure.SymmetryOperation;
import org.laue.symmetry.lattice.CrystalSystem;
import org.laue.symmetry.lattice.ModularSystem;
import org.laue.symmetry.lattice.RotationCode;
import org.laue.symmetry.lattice.RotationType;
import org.laue.symmetry.operations.Centring;

/**
 * The operations of one Hall setting, generated from its symbol at first use and laid out for
 * comparison with operations that were found: one representative per rotation, in order of {@link
 * RotationCode}, and the solver of the origin shift.
 */
public final class TabulatedGroup {
  private static final BuiltOnce<TabulatedGroup> GROUPS =
      new BuiltOnce<>(
          HallSettings.all().size() + 1,
          hallNumber -> new TabulatedGroup(HallSettings.of(hallNumber)));

  private final HallSetting setting;
  private final Centring centring;
  private final List<SymmetryOperation> representatives;
  private final int[] codes;
  private final double[] translations;
  private final int[] generators;
  private final double[][] shiftSolver;
  private final double[] toPrimitive;

  private TabulatedGroup(HallSetting setting) {
    HallSymbol symbol = HallSymbol.parse(setting.hallSymbol());
    this.setting = setting;
    this.centring = symbol.centring();
    this.representatives =
        symbol.representatives().stream()
            .sorted(Comparator.comparingInt(op -> RotationCode.of(op.rotation())))
            .toList();
    this.codes = representatives.stream().mapToInt(op -> RotationCode.of(op.rotation())).toArray();
    this.translations =
        representatives.stream().flatMapToDouble(op -> Arrays.stream(op.translation())).toArray();
    this.generators = indices(symbol.generators());
    this.toPrimitive = toPrimitive(centring);
    this.shiftSolver = ModularSystem.solver(congruences());
  }

  public static TabulatedGroup of(int hallNumber) {
    return GROUPS.get(hallNumber);
  }

  /** The standard settings with this crystal class and centring, in order of number. */
  static List<TabulatedGroup> standard(String pointGroup, Centring centring) {
    return StandardGroups.BY_CLASS.getOrDefault(pointGroup + centring, List.of());
  }

  /** The crystal class with this {@link RotationType#signature}, or null. */
  static String pointGroup(long signature) {
    return StandardGroups.POINT_GROUPS.get(signature);
  }

  static CrystalSystem systemOf(String pointGroup) {
    return StandardGroups.SYSTEMS.get(pointGroup);
  }

  public HallSetting setting() {
    return setting;
  }

  public Centring centring() {
    return centring;
  }

  /** One operation per rotation, in order of the rotation code. */
  public List<SymmetryOperation> representatives() {
    return representatives;
  }

  /** All operations of the conventional cell: representatives, then each with the centrings. */
  public List<SymmetryOperation> operations() {
    List<SymmetryOperation> all = new ArrayList<>(representatives);
    for (SymmetryOperation translation : centring.translations()) {
      representatives.forEach(
          operation -> all.add(translation.after(operation).inParts(Centring.PARTS)));
    }
    return all;
  }

  /** Codes of the rotations, ascending. */
  public int[] codes() {
    return codes;
  }

  /** Translations [3 n] of the representatives, in cell edges. */
  public double[] translations() {
    return translations;
  }

  /** Indices of the generators among the representatives. */
  int[] generators() {
    return generators;
  }

  /** Matrix [3][3 generators] from generator residuals to the shift, in the primitive basis. */
  double[][] shiftSolver() {
    return shiftSolver;
  }

  /** Shifts [3] of the origin, in cell edges, that leave every operation as it is; zero first. */
  public List<double[]> homogeneousShifts() {
    return ModularSystem.homogeneous(congruences()).stream()
        .map(shift -> Matrix3.apply(centring.primitiveBasis(), shift))
        .toList();
  }

  /** Matrix [9] from conventional to primitive coordinates. */
  public double[] toPrimitive() {
    return toPrimitive;
  }

  private int[] indices(List<SymmetryOperation> operations) {
    return operations.stream()
        .mapToInt(op -> Arrays.binarySearch(codes, RotationCode.of(op.rotation())))
        .toArray();
  }

  private static double[] toPrimitive(Centring centring) {
    double[] inverse = Matrix3.inverse(centring.primitiveNumerators());
    for (int i = 0; i < 9; i++) {
      inverse[i] *= centring.denominator();
    }
    return inverse;
  }

  /** Rows of I - W for every generator in the primitive basis: a shift q adds (I - W) q. */
  private int[][] congruences() {
    int[] basis = centring.primitiveNumerators();
    int[] adjugate = Matrix3.adjugate(basis);
    int determinant = Matrix3.determinant(basis);
    int[][] rows = new int[3 * generators.length][3];
    for (int g = 0; g < generators.length; g++) {
      int[] w = representatives.get(generators[g]).rotation();
      int[] primitive = Matrix3.conjugate(w, basis, adjugate, determinant);
      for (int i = 0; i < 9; i++) {
        rows[3 * g + i / 3][i % 3] = (i % 4 == 0 ? 1 : 0) - primitive[i];
      }
    }
    return rows;
  }

  /** The 230 standard groups, indexed once. */
  private static final class StandardGroups {
    static final Map<String, List<TabulatedGroup>> BY_CLASS = new HashMap<>();
    static final Map<Long, String> POINT_GROUPS = new HashMap<>();
    static final Map<String, CrystalSystem> SYSTEMS = new HashMap<>();

    static {
      for (int number = 1; number <= 230; number++) {
        TabulatedGroup group = TabulatedGroup.of(HallSettings.standardOf(number).hallNumber());
        String pointGroup = group.setting.pointGroup();
        BY_CLASS.computeIfAbsent(pointGroup + group.centring, key -> new ArrayList<>()).add(group);
        List<int[]> rotations =
            group.representatives.stream().map(SymmetryOperation::rotation).toList();
        SYSTEMS.put(pointGroup, group.setting.crystalSystem());
        POINT_GROUPS.put(RotationType.signature(rotations), pointGroup);
      }
    }
  }
}
