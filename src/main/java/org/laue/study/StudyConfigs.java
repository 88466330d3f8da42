package org.laue.study;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.laue.UserException;

/** Reads study files: flag before file before {@code reference.conf}. */
public final class StudyConfigs {
  private StudyConfigs() {}

  static Config defaults() {
    return ConfigFactory.parseResources(StudyConfigs.class.getClassLoader(), "reference.conf");
  }

  /**
   * @param file study file, or null for the defaults alone
   * @param assignments {@code key=value} with value in HOCON, each from a flag
   * @throws UserException if the file cannot be read or holds what no setting knows
   */
  public static StudyConfig load(Path file, List<String> assignments) {
    return ConfigBinder.bind(tree(file, assignments), StudyConfig.class);
  }

  /** The settings as canonical JSON, for the provenance of a run. */
  static String canonical(Path file, List<String> assignments) {
    return tree(file, assignments).root().render(ConfigRenderOptions.concise());
  }

  private static Config tree(Path file, List<String> assignments) {
    Config tree = assigned(file == null ? ConfigFactory.empty() : parse(file), assignments);
    try {
      return tree.withFallback(defaults()).resolve();
    } catch (ConfigException e) {
      throw new UserException(e.getMessage(), e);
    }
  }

  /**
   * A tree in which assignments win.
   *
   * @throws UserException naming one that is none
   */
  public static Config assigned(Config tree, List<String> assignments) {
    Config assigned = tree;
    for (String assignment : assignments) {
      assigned = assignment(assignment).withFallback(assigned);
    }
    return assigned;
  }

  private static Config parse(Path file) {
    if (!Files.isReadable(file)) {
      throw new UserException("Study file " + file + " cannot be read; conf/ holds examples");
    }
    try {
      return ConfigFactory.parseFile(file.toFile());
    } catch (ConfigException e) {
      throw new UserException(e.getMessage(), e);
    }
  }

  private static Config assignment(String text) {
    if (text.indexOf('=') <= 0) {
      throw new UserException(
          "--set wants key=value, for instance study.seed=7; was '" + text + "'");
    }
    try {
      return ConfigFactory.parseString(text);
    } catch (ConfigException e) {
      throw new UserException("--set " + text + ": " + e.getMessage(), e);
    }
  }
}
