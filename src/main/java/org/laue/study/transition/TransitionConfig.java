package org.laue.study.transition;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.laue.UserException;
import org.laue.study.ConfigBinder;

/**
 * One path, as a file describes it; {@code transition.conf} beside this class explains each key.
 *
 * @param title heading of its chart
 * @param axis what changes along the path, with its unit
 * @param paper what the paper says of it, or empty
 * @param kind what is done
 * @param crystals of which class the path starts
 * @param structures how many of them
 * @param defect kind of defect, for {@link Kind#DEFECT}
 * @param levels of the defect, or the ratios c/a of a rhombohedral lattice in units of bcc's
 * @param cell whether the conventional cell is found at each step, as a symmetry finder does, or
 *     stays
 * @param shown classes that are drawn
 * @param seed of all that is drawn
 */
public record TransitionConfig(
    String title,
    String axis,
    String paper,
    Kind kind,
    String crystals,
    int structures,
    String defect,
    List<Double> levels,
    Cell cell,
    List<String> shown,
    long seed) {

  /** What changes along the path. */
  public enum Kind {
    DEFECT,
    RHOMBOHEDRAL
  }

  /** From which cell the supercell is made. */
  public enum Cell {
    FOUND,
    KEPT
  }

  public TransitionConfig {
    levels = List.copyOf(levels);
    shown = List.copyOf(shown);
    if (structures < 1) {
      throw new UserException("structures must be at least 1, was " + structures);
    }
    if (levels.size() < 2 || !levels.equals(levels.stream().sorted().distinct().toList())) {
      throw new UserException("levels must be two or more, ascending, were " + levels);
    }
  }

  /**
   * @throws UserException if the file cannot be read or holds what no setting knows
   */
  public static TransitionConfig load(Path file) {
    if (!Files.isReadable(file)) {
      throw new UserException(
          "File " + file + " cannot be read; conf/transition-*.conf are examples");
    }
    try {
      Config defaults = ConfigFactory.parseResources(TransitionConfig.class, "transition.conf");
      Config tree = ConfigFactory.parseFile(file.toFile()).withFallback(defaults).resolve();
      return ConfigBinder.bind(tree, TransitionConfig.class);
    } catch (ConfigException e) {
      throw new UserException(e.getMessage(), e);
    } catch (UserException e) {
      throw new UserException(file + ": " + e.getMessage(), e);
    }
  }
}
