package org.laue.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.laue.Locations;
import org.laue.UserException;
import org.laue.study.ConfigBinder;
import org.laue.tables.WriteException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/**
 * The command {@code laue}. Exit codes: 0 done, 2 the user can mend it, 1 we have to; 3 from {@code
 * laue diff} where something differs.
 */
@Command(
    name = "laue",
    description = "Tells what crystal a set of atoms is, also when many are missing or all shake.",
    mixinStandardHelpOptions = true,
    versionProvider = Laue.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ClassifyCommand.class,
      ExplainCommand.class,
      PropertiesCommand.class,
      SymmetryCommand.class,
      HealCommand.class,
      ScanCommand.class,
      FingerprintCommand.class,
      StudyCommand.class,
      PrototypesCommand.class,
      IngestCommand.class,
      TrainCommand.class,
      BaselineCommand.class,
      EvaluateCommand.class,
      RealCommand.class,
      TransitionCommand.class,
      DiffCommand.class,
      ExportCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Laue implements Runnable {
  static final int USER_ERROR = 2;
  static final int OUR_ERROR = 1;

  private static final String BENCHMARKS = "org.laue.bench.BenchCommand";

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  public static void main(String[] arguments) {
    Stop.install(System.err, arguments);
    int code = run(arguments);
    Stop.ended();
    // Cluster managers take any call of exit for a failure, also with 0.
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Runs one command and gives its exit code. */
  static int run(String... arguments) {
    return commandLine().execute(arguments);
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Laue());
    line.addSubcommand(bench());
    takeSpellings(line);
    line.setUsageHelpWidth(110);
    line.setExecutionExceptionHandler(Laue::failed);
    return line;
  }

  /** Choices are spelled as in study files, {@code first-shell}, in capitals or not. */
  private static void takeSpellings(CommandLine line) {
    line.getCommandSpec().args().stream()
        .flatMap(argument -> Arrays.stream(argument.auxiliaryTypes()))
        .filter(Class::isEnum)
        .forEach(type -> takeSpellings(line, type));
    line.getSubcommands().values().forEach(Laue::takeSpellings);
  }

  private static <E> void takeSpellings(CommandLine line, Class<E> type) {
    line.registerConverter(
        type,
        text -> {
          try {
            return ConfigBinder.constant(type, text, "it");
          } catch (UserException e) {
            throw new CommandLine.TypeConversionException(e.getMessage());
          }
        });
  }

  /** The benchmarks know all commands and not the reverse; the job jar goes without them. */
  private static Object bench() {
    try {
      return Class.forName(BENCHMARKS).getConstructor().newInstance();
    } catch (ClassNotFoundException absent) {
      return new NoBenchCommand();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int failed(
      Exception failure, CommandLine line, CommandLine.ParseResult arguments) {
    UserException user = userError(failure);
    PrintWriter err = line.getErr();
    if (Stop.isStopping()) {
      return OUR_ERROR;
    }
    if (user != null) {
      err.println("laue " + line.getCommandName() + ": " + Locations.shown(user.getMessage()));
      return USER_ERROR;
    }
    err.println("laue " + line.getCommandName() + ": this is a bug of ours, please report it:");
    err.print(Locations.shown(ExceptionUtils.getStackTrace(failure)));
    err.flush();
    return OUR_ERROR;
  }

  /** A user's error may come wrapped, for instance from a Spark task. */
  private static UserException userError(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof UserException user) {
        return user;
      }
      if (t instanceof WriteException) {
        return new UserException(t.getMessage(), t);
      }
    }
    for (Throwable t = failure; t != null; t = t.getCause()) {
      Optional<String> full = FullDisk.sentence(t);
      if (full.isPresent()) {
        return new UserException(full.get(), t);
      }
    }
    return null;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Name a command; 'laue help' lists them, 'laue help COMMAND' explains one");
  }

  /** From the jar's manifest. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Laue.class.getPackage().getImplementationVersion();
      return new String[] {"laue " + (version == null ? "(from classes)" : version)};
    }
  }
}
