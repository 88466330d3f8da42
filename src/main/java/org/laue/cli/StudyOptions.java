package org.laue.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.laue.study.StudyConfig;
import org.laue.study.StudyConfigs;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Where the settings of a study's steps come from, flag before file before defaults, and the way
 * its commands do them.
 */
public final class StudyOptions {
  @Option(names = "--config", paramLabel = "FILE", description = "A study file (HOCON).")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting that wins over the file, for instance study.seed=7.")
  private List<String> assignments = new ArrayList<>();

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "The study's directory, on any file system that Hadoop knows (study.output).")
  private String output;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "Spark partitions; never changes a result (study.partitions).")
  private Integer partitions;

  @Spec(Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec spec;

  /** Where the command tells what it does. */
  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Where it tells what is not its result. */
  PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /**
   * Does some of the study's steps.
   *
   * @param flags what the command's own flags say of the settings
   * @return the exit code
   */
  int run(StepRunner.Work work, String... flags) throws IOException {
    return StepRunner.run(config(flags), out(), work);
  }

  /** The settings; what the command's own flags say comes last. */
  StudyConfig config(String... flags) {
    return of(file, flags);
  }

  /** The same for a command that names its study file itself. */
  StudyConfig of(Path studyFile, String... flags) {
    List<String> all = new ArrayList<>(assignments);
    if (output != null) {
      all.add("study.output=" + quoted(output));
    }
    if (partitions != null) {
      all.add("study.partitions=" + partitions);
    }
    all.addAll(List.of(flags));
    return StudyConfigs.load(studyFile, all);
  }

  static String inputs(List<String> files) {
    return files.stream()
        .map(StudyOptions::quoted)
        .collect(Collectors.joining(",", "ingest.inputs=[", "]"));
  }

  /** Text as a HOCON string. */
  public static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
