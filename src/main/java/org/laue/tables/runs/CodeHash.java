package org.laue.tables.runs;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.laue.tables.Hashes;

/**
 * Hash of Laue's own classes, the same whether they lie in a directory or in a jar: two runs with
 * equal hashes ran equal code.
 */
public final class CodeHash {
  private static final String ROOT = "org/laue/";
  private static final String VALUE = compute();

  private CodeHash() {}

  /** 16 hexadecimal digits. */
  public static String value() {
    return VALUE;
  }

  private static String compute() {
    try {
      Path code =
          Path.of(CodeHash.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Map<String, String> checksums = Files.isDirectory(code) ? ofDirectory(code) : ofJar(code);
      return Hashes.of(checksums).substring(0, 16);
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("Cannot read the classes that are running", e);
    }
  }

  private static Map<String, String> ofDirectory(Path directory) throws IOException {
    Map<String, String> checksums = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory.resolve(ROOT))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        CRC32 crc = new CRC32();
        crc.update(Files.readAllBytes(file));
        String name = directory.relativize(file).toString().replace('\\', '/');
        checksums.put(name, Long.toHexString(crc.getValue()));
      }
    }
    return checksums;
  }

  private static Map<String, String> ofJar(Path jar) throws IOException {
    Map<String, String> checksums = new TreeMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
        ZipEntry entry = e.nextElement();
        if (entry.getName().startsWith(ROOT) && entry.getName().endsWith(".class")) {
          checksums.put(entry.getName(), Long.toHexString(checksum(zip, entry)));
        }
      }
    }
    return checksums;
  }

  private static long checksum(ZipFile zip, ZipEntry entry) throws IOException {
    CRC32 crc = new CRC32();
    try (InputStream in = zip.getInputStream(entry)) {
      crc.update(in.readAllBytes());
    }
    return crc.getValue();
  }
}
