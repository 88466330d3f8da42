package org.laue.study.real;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.laue.UserException;
import org.laue.study.ConfigBinder;
import org.laue.study.StudyConfigs;

/**
 * Real sets and where they lie.
 *
 * @param data folder of all files, on any file system that Hadoop knows
 */
public record RealConfig(String data, List<RealSet> sets) {
  public RealConfig {
    sets = List.copyOf(sets);
    if (sets.isEmpty()) {
      throw new UserException("A file of real sets needs at least one under sets");
    }
  }

  /**
   * @param assignments {@code key=value} that win over the file, for instance {@code data=/sets}
   * @throws UserException if the file cannot be read or holds what no setting knows
   */
  public static RealConfig load(Path file, List<String> assignments) {
    if (!Files.isReadable(file)) {
      throw new UserException("File " + file + " cannot be read; conf/real.conf is an example");
    }
    try {
      Config tree = ConfigFactory.parseFile(file.toFile());
      return of(StudyConfigs.assigned(tree, assignments).resolve());
    } catch (ConfigException e) {
      throw new UserException(e.getMessage(), e);
    } catch (UserException e) {
      throw new UserException(file + ": " + e.getMessage(), e);
    }
  }

  private static RealConfig of(Config tree) {
    for (String key : tree.root().keySet()) {
      if (!key.equals("data") && !key.equals("sets")) {
        throw new UserException("unknown key '" + key + "'; there are data and sets");
      }
    }
    Config defaults = ConfigFactory.parseResources(RealSet.class, "real-set.conf");
    return new RealConfig(
        tree.getString("data"),
        tree.getConfigList("sets").stream()
            .map(set -> ConfigBinder.bind(set.withFallback(defaults), RealSet.class))
            .toList());
  }

  /** The files of a set, each below the folder of all. */
  public List<String> files(RealSet set) {
    return set.files().stream().map(file -> data + "/" + file).toList();
  }
}
