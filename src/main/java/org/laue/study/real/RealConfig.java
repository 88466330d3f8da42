package org.laue.study.real;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.laue.UserException;
import org.laue.study.ConfigBinder;
import org.laue.study.StudyConfigs;

/**
 * Real sets and where they lie.
 *
 * @param data folder of all files, on any file system that Hadoop knows
 * @param questions at which scores for "unknown" are compared; none in most files
 * @param models further models, which make an ensemble with the one that is asked
 * @param dropout share that is dropped where the network is asked with dropout
 * @param passes how often it is
 */
public record RealConfig(
    String data,
    List<RealSet> sets,
    List<RealQuestion> questions,
    List<String> models,
    double dropout,
    int passes) {
  /** The keys beside the lists. */
  private record Top(String data, List<String> models, double dropout, int passes) {}

  public RealConfig {
    sets = List.copyOf(sets);
    questions = List.copyOf(questions);
    models = List.copyOf(models);
    if (sets.isEmpty()) {
      throw new UserException("A file of real sets needs at least one under sets");
    }
    if (!(dropout > 0 && dropout < 1) || passes < 2) {
      throw new UserException(
          "dropout must be in (0, 1) and passes at least 2, were %s and %d"
              .formatted(dropout, passes));
    }
    List<String> names = sets.stream().map(RealSet::name).toList();
    questions.forEach(question -> requireSets(question, names));
  }

  private static void requireSets(RealQuestion question, List<String> names) {
    Stream.concat(question.of().stream(), question.against().stream())
        .filter(set -> !names.contains(set))
        .findFirst()
        .ifPresent(
            set -> {
              throw new UserException(
                  "Question %s names set '%s'; there are %s"
                      .formatted(question.name(), set, String.join("; ", names)));
            });
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
    Config defaults = ConfigFactory.parseResources(RealSet.class, "real.conf");
    for (String key : tree.root().keySet()) {
      if (!defaults.hasPath(key)) {
        String known = String.join(", ", new TreeSet<>(defaults.root().keySet()));
        throw new UserException("unknown key '" + key + "'; there are " + known);
      }
    }
    Config whole = tree.withFallback(defaults);
    Top top = ConfigBinder.bind(whole.withoutPath("sets").withoutPath("questions"), Top.class);
    return new RealConfig(
        top.data(),
        records(whole, "sets", "real-set.conf", RealSet.class),
        records(whole, "questions", "real-question.conf", RealQuestion.class),
        top.models(),
        top.dropout(),
        top.passes());
  }

  private static <R extends Record> List<R> records(
      Config tree, String key, String resource, Class<R> type) {
    Config defaults = ConfigFactory.parseResources(RealSet.class, resource);
    return tree.getConfigList(key).stream()
        .map(one -> ConfigBinder.bind(one.withFallback(defaults), type))
        .toList();
  }

  /** The files of a set, each below the folder of all. */
  public List<String> files(RealSet set) {
    return set.files().stream().map(file -> data + "/" + file).toList();
  }
}
