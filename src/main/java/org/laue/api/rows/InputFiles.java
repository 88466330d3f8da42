package org.laue.api.rows;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.laue.Locations;

/** Finds the files behind files, directories and globs, in an order that is always the same. */
public final class InputFiles {
  private static final Pattern REMOTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:/.*");

  private InputFiles() {}

  /**
   * What was found.
   *
   * @param files in the order of the inputs, and by path within one; each once
   */
  public record Found(List<InputFile> files, PassedOver passedOver) {
    public Found {
      files = List.copyOf(files);
    }

    /** Whether there is anything to read at all. */
    public boolean isEmpty() {
      return files.stream().allMatch(file -> file.problem() != null);
    }
  }

  /**
   * The files behind some names. A name behind which there is nothing stands in the list with its
   * problem. {@code -} is standard input.
   */
  public static Found find(Configuration hadoop, List<String> inputs) {
    LocalFiles local = new LocalFiles();
    HadoopFiles remote = new HadoopFiles(hadoop);
    Map<String, InputFile> files = new LinkedHashMap<>();
    for (String input : inputs) {
      find(input, hadoop, local, remote).forEach(file -> files.putIfAbsent(file.path(), file));
    }
    PassedOver passed = new PassedOver(local.hidden + remote.hidden, local.again, local.special);
    return new Found(List.copyOf(files.values()), passed);
  }

  private static List<InputFile> find(
      String input, Configuration hadoop, LocalFiles local, HadoopFiles remote) {
    if (input.equals(InputFile.STANDARD_INPUT)) {
      return List.of(new InputFile(input, input, 0, 0, null));
    }
    try {
      return isLocal(input, hadoop) ? local.find(input) : remote.find(input);
    } catch (IOException | RuntimeException e) {
      // One name that cannot be looked up must not cost the others.
      return List.of(
          InputFile.missing(
              Locations.shown(input), Locations.shown("Cannot be found: " + reason(e))));
    }
  }

  /** A colon alone makes no scheme: files are named by times and by identifiers. */
  private static boolean isLocal(String input, Configuration hadoop) {
    if (input.startsWith(InputFile.LOCAL)) {
      return true;
    }
    boolean scheme = REMOTE.matcher(input).matches();
    boolean localByDefault = "file".equals(FileSystem.getDefaultUri(hadoop).getScheme());
    return !scheme && localByDefault;
  }

  static String reason(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
