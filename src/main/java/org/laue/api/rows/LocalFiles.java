package org.laue.api.rows;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Files behind a name on this machine, whatever their names hold. Folders are read to the bottom:
 * regular files only, each once, links followed unless they lead to what was met before.
 */
final class LocalFiles {
  private static final Pattern GLOB = Pattern.compile("[*?\\[{]");

  /** Names under which a shell hands over an open pipe. */
  private static final Pattern HANDED_OVER =
      Pattern.compile("/dev/(stdin|fd/\\d+)|/proc/self/fd/\\d+");

  private final Set<Path> met = new HashSet<>();
  int hidden;
  int again;
  int special;

  /** A file in a folder; {@code real} is where it lies when all links are followed. */
  private record Candidate(Path path, Path real) {
    boolean isLink() {
      return !real.equals(path.toAbsolutePath().normalize());
    }
  }

  List<InputFile> find(String input) throws IOException {
    String name = input.replaceFirst("^file:(//+(?=/))?", "");
    if (name.isEmpty()) {
      return List.of(InputFile.missing("(empty name)", "An empty name stands for no file"));
    }
    // A name with brackets in it is a name first and a pattern second.
    Path path = Path.of(name);
    boolean pattern = !exists(path) && GLOB.matcher(name).find();
    List<InputFile> files = new ArrayList<>();
    for (Path match : pattern ? matches(path) : List.of(path)) {
      files.addAll(at(match));
    }
    if (pattern && files.isEmpty()) {
      files.add(InputFile.missing(input, "No such file: nothing matches " + input));
    }
    return files;
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Paths that match, by name within each folder. */
  private static List<Path> matches(Path pattern) throws IOException {
    List<Path> found = List.of(pattern.isAbsolute() ? pattern.getRoot() : Path.of(""));
    for (Path part : pattern) {
      List<Path> next = new ArrayList<>();
      for (Path folder : found) {
        next.addAll(matches(folder, part.toString()));
      }
      found = next;
    }
    return found;
  }

  private static List<Path> matches(Path folder, String part) throws IOException {
    if (!GLOB.matcher(part).find()) {
      Path child = folder.resolve(part);
      return exists(child) ? List.of(child) : List.of();
    }
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder, part)) {
      for (Path child : children) {
        if (part.startsWith(".") || !child.getFileName().toString().startsWith(".")) {
          found.add(child);
        }
      }
    }
    found.sort(Comparator.comparing(Path::toString));
    return found;
  }

  private List<InputFile> at(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return below(path);
    }
    boolean pipe = HANDED_OVER.matcher(path.toString()).matches();
    if (pipe || Files.isRegularFile(path)) {
      if (!pipe) {
        met.add(path.toRealPath());
      }
      return List.of(describe(path));
    }
    return List.of(InputFile.missing(path.toString(), problem(path)));
  }

  private static String problem(Path path) {
    if (Files.exists(path)) {
      return "Not a regular file but a pipe, a socket or a device; laue reads a pipe as -";
    }
    return exists(path)
        ? "A link that leads nowhere: " + path
        : "No such file: " + path + " (looked in " + Path.of("").toAbsolutePath() + ")";
  }

  private List<InputFile> below(Path folder) throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    List<InputFile> files = new ArrayList<>();
    walk(folder, candidates, files, new HashSet<>(Set.of(folder.toRealPath())));
    // Of two ways to one file the one that is no link is kept.
    candidates.sort(Comparator.comparing(Candidate::isLink));
    for (Candidate file : candidates) {
      if (met.add(file.real())) {
        files.add(describe(file.path()));
      } else {
        again++;
      }
    }
    files.sort(Comparator.comparing(InputFile::path));
    return files;
  }

  private void walk(
      Path folder, List<Candidate> candidates, List<InputFile> problems, Set<Path> folders) {
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        visit(child, candidates, problems, folders);
      }
    } catch (IOException | RuntimeException e) {
      problems.add(
          InputFile.missing(folder.toString(), "Folder cannot be read: " + InputFiles.reason(e)));
    }
  }

  private void visit(
      Path child, List<Candidate> candidates, List<InputFile> problems, Set<Path> folders) {
    try {
      sort(child, candidates, problems, folders);
    } catch (IOException e) {
      problems.add(
          InputFile.missing(child.toString(), "Cannot be looked up: " + InputFiles.reason(e)));
    }
  }

  private void sort(
      Path child, List<Candidate> candidates, List<InputFile> problems, Set<Path> folders)
      throws IOException {
    if (isHidden(child.getFileName().toString())) {
      hidden++;
    } else if (Files.isDirectory(child)) {
      if (folders.add(child.toRealPath())) {
        walk(child, candidates, problems, folders);
      } else {
        again++;
      }
    } else if (Files.isRegularFile(child)) {
      candidates.add(new Candidate(child, child.toRealPath()));
    } else {
      special++;
    }
  }

  /** Names beginning with a dot or an underscore are not data, by Hadoop's custom. */
  static boolean isHidden(String name) {
    return name.startsWith(".") || name.startsWith("_");
  }

  private static InputFile describe(Path path) throws IOException {
    Path absolute = path.toAbsolutePath();
    Path plain = absolute.normalize();
    // Behind a link, .. is another folder than the text says.
    if (exists(plain) && Files.isSameFile(plain, absolute)) {
      absolute = plain;
    }
    return new InputFile(
        InputFile.LOCAL + absolute,
        absolute.toString(),
        Files.size(path),
        Files.getLastModifiedTime(path).toMillis(),
        null);
  }
}
