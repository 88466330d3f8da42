package org.laue.tables.runs;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.laue.tables.Hashes;

/**
 * Hash of Laue's own classes and data: two runs with equal hashes ran equal code. One commit has
 * one hash. The build takes it of the compiled classes and puts it among them ({@link #main}), so
 * that every jar carries it, also the job jar, whose classes name relocated libraries and are other
 * bytes. Classes in a directory are hashed as they lie there, for they may be newer.
 */
public final class CodeHash {
  private static final String ROOT = "org/laue/";

  /** Where the build leaves the hash. */
  private static final String FILE = ROOT + "code.hash";

  /** What moves no row of a run: front ends, benchmarks, the model that comes with Laue. */
  private static final String[] ASIDE = {
    FILE,
    ROOT + "shaded/",
    ROOT + "cli/",
    ROOT + "reports/",
    ROOT + "bench/",
    ROOT + "learning/shipped/"
  };

  private static final String VALUE = compute();

  private CodeHash() {}

  /** 16 hexadecimal digits. */
  public static String value() {
    return VALUE;
  }

  /**
   * Leaves the hash among the classes, for the jars that are made of them.
   *
   * @param arguments the directory of the classes
   */
  public static void main(String[] arguments) throws IOException {
    Path classes = Path.of(arguments[0]);
    Files.writeString(classes.resolve(FILE), of(classes));
  }

  private static String compute() {
    try {
      return of(
          Path.of(CodeHash.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("Cannot read the classes that are running", e);
    }
  }

  /**
   * @param code directory or jar
   */
  static String of(Path code) throws IOException {
    return Files.isDirectory(code) ? hash(ofDirectory(code)) : ofJar(code);
  }

  private static String hash(Map<String, String> checksums) {
    return Hashes.of(checksums).substring(0, 16);
  }

  private static boolean counts(String name) {
    return name.startsWith(ROOT) && Stream.of(ASIDE).noneMatch(name::startsWith);
  }

  private static Map<String, String> ofDirectory(Path directory) throws IOException {
    Map<String, String> checksums = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory.resolve(ROOT))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = directory.relativize(file).toString().replace('\\', '/');
        if (counts(name)) {
          checksums.put(name, checksum(Files.readAllBytes(file)));
        }
      }
    }
    return checksums;
  }

  private static String ofJar(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry left = zip.getEntry(FILE);
      if (left != null) {
        return new String(bytes(zip, left), StandardCharsets.UTF_8).strip();
      }
      Map<String, String> checksums = new TreeMap<>();
      for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
        if (counts(entry.getName())) {
          checksums.put(entry.getName(), checksum(bytes(zip, entry)));
        }
      }
      return hash(checksums);
    }
  }

  private static String checksum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return Long.toHexString(crc.getValue());
  }

  private static byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }
}
