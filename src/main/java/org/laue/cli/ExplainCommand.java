package org.laue.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.laue.api.rows.ClassifyRows;
import org.laue.api.rows.Row;
import org.laue.reports.ExplainPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code laue explain}: a picture of why for each structure, and a page over all of them. */
@Command(
    name = "explain",
    description = {
      "Draws for each structure why it is said to be what it is: its pattern beside those of"
          + " pristine crystals of the two most probable classes, which spots and rings raise and"
          + " lower each of the two, and which parts decide between them when they are covered.",
      "Writes NAME.png for each, and index.html: a table of class, probability, verdict and"
          + " warnings with the pictures below. Prints the table that classify prints."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  laue explain --output why *.cif",
      "  laue explain --output why --model out/study/model CONTCAR"
    })
final class ExplainCommand implements Callable<Integer> {
  @Mixin private StructureCommand command;

  @Mixin private ModelOptions model;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Where the pictures and the page go.")
  private Path output;

  @Override
  public Integer call() throws Exception {
    Files.createDirectories(output);
    PicturedRows rows = new PicturedRows(new ClassifyRows(model.laue()));
    return command.run("explain", rows, ClassifyCommand.NARROW, new Paged(rows.columns()));
  }

  /** Writes the pictures, and at the end the page. */
  private final class Paged implements RowStep {
    private final RowStep pictures = new ImageFiles(output);
    private final List<String> columns;
    private final List<ExplainPage.Entry> entries = new ArrayList<>();

    Paged(List<String> columns) {
      this.columns = columns;
    }

    @Override
    public void take(Row row, Next next) throws IOException {
      pictures.take(row, noted(next));
    }

    @Override
    public void end(Next next) throws IOException {
      pictures.end(noted(next));
      Files.writeString(output.resolve(ExplainPage.FILE), new ExplainPage(entries).html());
    }

    private Next noted(Next next) {
      return row -> {
        entries.add(entry(row));
        next.row(row);
      };
    }

    private ExplainPage.Entry entry(Row row) {
      String place = row.source() + (row.position() > 1 ? ", " + row.position() : "");
      return row.isFailed()
          ? ExplainPage.Entry.failed(place, row.error())
          : new ExplainPage.Entry(
              place,
              value(row, "picture"),
              value(row, "formula"),
              value(row, "atoms"),
              value(row, "verdict"),
              value(row, "reason"),
              value(row, "network_class"),
              (Double) row.values().get(columns.indexOf("network_probability")),
              value(row, "space_group"),
              value(row, "warning"));
    }

    private String value(Row row, String column) {
      Object value = row.values().get(columns.indexOf(column));
      return value == null ? "" : value.toString();
    }
  }
}
