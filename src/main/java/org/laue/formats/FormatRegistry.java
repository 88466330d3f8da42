package org.laue.formats;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.laue.UserException;
import org.laue.formats.aims.AimsFormat;
import org.laue.formats.cif.CifFormat;
import org.laue.formats.io.FileNames;
import org.laue.formats.io.ReadLimits;
import org.laue.formats.io.SpaceGroupOperations;
import org.laue.formats.io.StructureFormat;
import org.laue.formats.lammps.LammpsDataFormat;
import org.laue.formats.lammps.LammpsDumpFormat;
import org.laue.formats.optimade.OptimadeJsonFormat;
import org.laue.formats.optimade.OptimadeLinesFormat;
import org.laue.formats.poscar.PoscarFormat;
import org.laue.formats.xyz.ExtxyzFormat;

/** All formats, and the choice of one for a file. */
public final class FormatRegistry {
  private final List<StructureFormat> formats;

  private FormatRegistry(List<StructureFormat> formats) {
    this.formats = List.copyOf(formats);
  }

  /** Every format of this package with the default limits. */
  public static FormatRegistry standard() {
    return of(ReadLimits.DEFAULT, SpaceGroupOperations.NONE);
  }

  public static FormatRegistry of(ReadLimits limits, SpaceGroupOperations operations) {
    return new FormatRegistry(
        List.of(
            new OptimadeLinesFormat(limits),
            new OptimadeJsonFormat(limits),
            new CifFormat(limits, operations),
            new ExtxyzFormat(limits),
            new LammpsDumpFormat(limits),
            new LammpsDataFormat(limits),
            new AimsFormat(limits),
            new PoscarFormat(limits)));
  }

  public List<StructureFormat> formats() {
    return formats;
  }

  /**
   * The format of a name.
   *
   * @throws UserException if there is none
   */
  public StructureFormat named(String name) {
    return formats.stream()
        .filter(format -> format.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new UserException("Unknown format '" + name + "'; known are " + names()));
  }

  /**
   * The format of a file: first one that both the name and the content point to, then the content
   * alone, then the name alone.
   *
   * @param fileName with or without directory and {@code .gz}
   * @param head the beginning of the unpacked content
   */
  public Optional<StructureFormat> detect(String fileName, String head) {
    String name = FileNames.plain(fileName);
    return formats.stream()
        .filter(format -> format.claims(name) && format.looksLike(head))
        .findFirst()
        .or(() -> formats.stream().filter(format -> format.looksLike(head)).findFirst())
        .or(() -> formats.stream().filter(format -> format.claims(name)).findFirst());
  }

  /** Names of all formats with the file names they usually have, for messages. */
  public String names() {
    return formats.stream()
        .map(f -> f.name() + " (" + String.join(", ", f.fileNames()) + ")")
        .collect(Collectors.joining(", "));
  }
}
