package org.laue.symmetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.structure.Matrix3;
import org.laue.structure.SymmetryOperation;
import org.laue.symmetry.cell.SymmetryDataset;
import org.laue.symmetry.groups.HallSetting;
import org.laue.symmetry.groups.HallSettings;
import org.laue.symmetry.groups.WyckoffPosition;
import org.laue.symmetry.groups.WyckoffTable;
import org.laue.symmetry.lattice.NiggliReduction;
import org.laue.symmetry.operations.Tolerance;

/** What must not change the answer, over all 230 groups. */
class SymmetryInvarianceTest {
  private static final Tolerance TOLERANCE = Tolerance.of(1e-3);

  private final RandomSettings random = new RandomSettings(3);
  private final RandomCrystals crystals = new RandomCrystals(4);

  @Test
  void supercellsInAnyOrientationOriginAndOrderGiveTheSameAnswer() {
    for (int number = 1; number <= 230; number++) {
      Crystal crystal = crystals.general(HallSettings.standardOf(number));
      SymmetryDataset plain = SymmetryFinder.symmetry(crystal, TOLERANCE);
      SymmetryDataset changed = SymmetryFinder.symmetry(disguised(crystal), TOLERANCE);
      assertThat(changed.number()).isEqualTo(number);
      assertThat(changed.primitiveCell().atomCount()).isEqualTo(crystal.atomCount());
      assertThat(changed.operations()).hasSizeLessThanOrEqualTo(8 * plain.operations().size());
      assertThat(changed.standardCell(true).lattice().rows())
          .as("standard cell of %d", number)
          .containsExactly(plain.standardCell(true).lattice().rows(), within(1e-5));
    }
  }

  /** Letters and the origin do not follow those of the input, as they do in Spglib. */
  @Test
  void wyckoffLettersAreTheSameInAnyOrientationOriginAndOrder() {
    Tolerance exact = Tolerance.of(1e-5);
    List<String> different = new ArrayList<>();
    for (int number = 1; number <= 230; number++) {
      HallSetting setting = HallSettings.standardOf(number);
      List<WyckoffPosition> positions = WyckoffTable.of(number);
      for (WyckoffPosition position : positions.subList(0, Math.min(4, positions.size()))) {
        Crystal crystal = crystals.withAtomOn(position, setting);
        SymmetryDataset plain = SymmetryFinder.symmetry(crystal, exact);
        SymmetryDataset changed = SymmetryFinder.symmetry(disguised(crystal), exact);
        if (!letters(changed).equals(letters(plain))) {
          different.add(number + " " + position + letters(plain) + letters(changed));
        }
      }
    }
    assertThat(different).isEmpty();
  }

  /** Element and letter of the atoms of one primitive cell, sorted. */
  private static List<String> letters(SymmetryDataset found) {
    List<String> letters = found.wyckoffLetters();
    int[] numbers = found.crystal().atomicNumbers();
    return IntStream.range(0, numbers.length)
        .mapToObj(atom -> numbers[atom] + letters.get(atom))
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void operationsMapTheCrystalOnItself() {
    for (int number = 1; number <= 230; number++) {
      Crystal crystal = crystals.general(HallSettings.standardOf(number));
      SymmetryDataset found = SymmetryFinder.symmetry(crystal, TOLERANCE);
      int[] equivalent = found.equivalentAtoms();
      assertThat(found.operations()).doesNotHaveDuplicates();
      int step = Math.max(1, found.operations().size() / 8);
      for (int i = 0; i < found.operations().size(); i += step) {
        int[] image = images(crystal, found.operations().get(i));
        assertThat(Arrays.stream(image).distinct()).hasSize(crystal.atomCount());
        assertThat(Arrays.stream(image).map(atom -> equivalent[atom]))
            .containsExactly(boxed(equivalent));
      }
    }
  }

  @Test
  void transformationLeadsToTheStandardCell() {
    for (int number = 1; number <= 230; number++) {
      Crystal crystal = crystals.general(HallSettings.standardOf(number));
      SymmetryDataset found = SymmetryFinder.symmetry(crystal, TOLERANCE);
      double[] matrix = found.transformationMatrix();
      Crystal standard = found.standardCell(false);
      Lattice back = standard.lattice().transformed(Matrix3.transposed(matrix));
      assertThat(back.rows()).containsExactly(crystal.lattice().rows(), within(1e-9));
      for (int atom = 0; atom < crystal.atomCount(); atom++) {
        double[] x = Matrix3.apply(matrix, position(crystal, atom));
        IntStream.range(0, 3).forEach(i -> x[i] += found.originShift()[i]);
        assertThat(atomAt(standard, x, crystal.atomicNumber(atom))).isNotNegative();
      }
    }
  }

  /** A 2 x 2 x 2 supercell, turned, moved, on other lattice vectors and in another order. */
  private Crystal disguised(Crystal crystal) {
    Crystal supercell = crystal.supercell(2, 2, 2);
    Lattice turned = random.turned(supercell.lattice());
    double[] cartesian = turned.toCartesian(supercell.fractional());
    Lattice rebased = NiggliReduction.changed(turned, random.unimodular());
    int count = supercell.atomCount();
    int[] numbers = new int[count];
    double[] moved = new double[3 * count];
    double[] shift = {random.between(0, 9), random.between(0, 9), random.between(0, 9)};
    for (int i = 0; i < count; i++) {
      int from = (int) ((long) i * prime(count) % count);
      numbers[i] = supercell.atomicNumber(from);
      for (int axis = 0; axis < 3; axis++) {
        moved[3 * i + axis] = cartesian[3 * from + axis] + shift[axis];
      }
    }
    return Crystal.ofCartesian(rebased, numbers, moved);
  }

  private static int[] images(Crystal crystal, SymmetryOperation operation) {
    int[] image = new int[crystal.atomCount()];
    for (int atom = 0; atom < image.length; atom++) {
      double[] x = Matrix3.apply(operation.rotation(), position(crystal, atom));
      IntStream.range(0, 3).forEach(i -> x[i] += operation.t(i));
      image[atom] = atomAt(crystal, x, crystal.atomicNumber(atom));
    }
    assertThat(image).doesNotContain(-1);
    return image;
  }

  private static Integer[] boxed(int[] values) {
    return Arrays.stream(values).boxed().toArray(Integer[]::new);
  }

  private static double[] position(Crystal crystal, int atom) {
    return new double[] {
      crystal.fractional(atom, 0), crystal.fractional(atom, 1), crystal.fractional(atom, 2)
    };
  }

  /** Index of the atom within the tolerance of a point, or -1. */
  private static int atomAt(Crystal crystal, double[] x, int atomicNumber) {
    double[] metric = crystal.lattice().metric();
    for (int atom = 0; atom < crystal.atomCount(); atom++) {
      double[] d = position(crystal, atom);
      for (int i = 0; i < 3; i++) {
        d[i] -= x[i];
        d[i] -= Math.rint(d[i]);
      }
      if (crystal.atomicNumber(atom) == atomicNumber
          && Matrix3.squaredLength(d, metric) < TOLERANCE.symprec() * TOLERANCE.symprec()) {
        return atom;
      }
    }
    return -1;
  }

  private static int prime(int count) {
    return List.of(7, 11, 13, 17, 19, 23).stream().filter(p -> count % p != 0).findFirst().get();
  }
}
