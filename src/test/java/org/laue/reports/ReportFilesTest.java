package org.laue.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.laue.evaluation.AccuracyTable;
import org.laue.evaluation.Condition;
import org.laue.evaluation.ConfusionMatrix;
import org.laue.evaluation.InsideView;
import org.laue.evaluation.Method;
import org.laue.evaluation.NumberAnswer;
import org.laue.evaluation.NumberErrors;
import org.laue.evaluation.NumberRow;
import org.laue.evaluation.PeerErrors;
import org.laue.evaluation.Proportion;

class ReportFilesTest {
  private final StudyReport report = report();
  private final Map<String, byte[]> files = ReportFiles.of(report);

  @Test
  void tableHasTheColumnsAndUnitsThatItsReadersRelyOn() {
    assertThat(text("table1.csv").lines())
        .startsWith(
            "defect,level,method,n,accuracy,ci_low,ci_high,paper",
            "pristine,0,convnet,200,100.00,98.12,100.00,100.00")
        .contains(
            "displacement,0.001,baseline-medium,200,100.00,98.12,100.00,73.70",
            "vacancy,0.25,convnet,200,99.50,97.22,99.91,100.00",
            "substitution,0.5,convnet,400,100.00,99.05,100.00,");
  }

  @Test
  void classTableSumsToTheTable() {
    assertThat(text("table1-by-class.csv").lines())
        .contains("bcc,vacancy,0.25,convnet,100,99.00,94.55,99.82")
        .contains("fcc,vacancy,0.25,convnet,100,100.00,96.30,100.00");
  }

  @Test
  void pageStandsAlone() {
    String page = text("index.html");
    assertThat(page).startsWith("<!doctype html>").endsWith("</html>\n");
    assertThat(page).doesNotContain("<script", "href=\"http", "src=\"http", "url(http");
  }

  @Test
  void pageEscapesWhatComesFromFiles() {
    assertThat(text("index.html"))
        .contains("&lt;b&gt;bad.cif&lt;/b&gt;")
        .doesNotContain("<b>bad.cif");
  }

  @Test
  void pageShowsWhatWasRejectedAndWhy() {
    assertThat(text("index.html")).contains("partial occupancy").contains("Mistaken for");
  }

  @Test
  void numbersHaveATableOfTheirOwnInPlaceOfTable1() {
    NumberErrors errors = NumberErrors.of(new double[] {10, 12, 20}, new double[] {11, 12, 18}, 1);
    StudyReport numbers =
        new StudyReport(
            "Volumes",
            "",
            new AccuracyTable(),
            Map.of(),
            List.of(new NumberRow("volume", "A^3", "test", Condition.PRISTINE, errors)),
            List.of(answer(10, 11, "cubic", 4), answer(12, 12, "cubic", 9), answer(20, 18, "", 81)),
            Optional.of(inside()),
            List.of(),
            Optional.empty(),
            new StudyReport.Beside(
                "sen",
                30,
                List.of(
                    new PeerErrors(
                        "a rival",
                        new NumberRow("volume", "A^3", "test", Condition.PRISTINE, errors))),
                List.of()),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Map.of());
    Map<String, byte[]> written = ReportFiles.of(numbers);
    assertThat(written)
        .containsOnlyKeys(
            "numbers.csv",
            "numbers-by-group.csv",
            "similarity.csv",
            "effective-rank.csv",
            "invariance.csv",
            "index.html");
    assertThat(new String(written.get("similarity.csv"), StandardCharsets.UTF_8).lines())
        .hasSize(13)
        .contains(
            "poses,space group,all,within,0,,,",
            "poses,space group,all,between,1,0.0000,0.0000,0.0000");
    assertThat(new String(written.get("effective-rank.csv"), StandardCharsets.UTF_8))
        .contains("poses,2,2,1.000");
    assertThat(new String(written.get("invariance.csv"), StandardCharsets.UTF_8))
        .contains("rotated,volume,A^3,40,1.2e-06");
    assertThat(new String(written.get("numbers.csv"), StandardCharsets.UTF_8).lines())
        .startsWith("quantity,unit,side,defect,level,n,mae,ci_low,ci_high,rmse,r2,who")
        .anyMatch(line -> line.matches("volume,A\\^3,test,pristine,0,3,1.000,.*,sen"))
        .anyMatch(line -> line.matches("volume,A\\^3,test,pristine,0,3,1.000,.*,a rival"));
    assertThat(new String(written.get("index.html"), StandardCharsets.UTF_8))
        .contains("1.000 A^3", "mean absolute error of volume")
        .contains("predicted over true volume, A^3", "3 crystals of the test side")
        .contains("volume by crystal system", "volume by atoms")
        .contains("Effective rank", "1.2e-06 A^3", "no common element")
        .doesNotContain("Table 1", "NaN");
  }

  private static InsideView inside() {
    InsideView.Seen one = seen(225, "cubic", 11, 1, 0);
    InsideView.Seen other = seen(194, "hexagonal", 12, 0, 1);
    return InsideView.of(
        List.of(one, other),
        List.of("poses"),
        List.of("poses"),
        List.of(new InsideView.Change("rotated", "volume", "A^3", 40, 1.2e-6)));
  }

  private static InsideView.Seen seen(int group, String system, int element, double... poses) {
    return new InsideView.Seen(
        group, system, List.of(element), new TreeMap<>(Map.of("poses", poses)));
  }

  private static NumberAnswer answer(double truth, double predicted, String system, int atoms) {
    return new NumberAnswer(
        "crystal",
        "volume",
        "A^3",
        truth,
        predicted,
        system,
        atoms,
        List.of("O", atoms > 5 ? "Fe" : "Mg"));
  }

  @Test
  void errorsOfNumbersAreGroupedByWhatTheCrystalsHaveInCommon() {
    List<NumberAnswer> answers =
        List.of(answer(10, 11, "cubic", 4), answer(12, 12, "cubic", 9), answer(20, 18, "", 81));
    assertThat(new NumberFigures(answers).csv().lines().map(l -> l.replaceAll(",[^,]*,[^,]*$", "")))
        .containsExactly(
            "quantity,unit,by,group,n,mae",
            "volume,A^3,crystal system,cubic,2,0.5000",
            "volume,A^3,atoms,1-5,1,1.000",
            "volume,A^3,atoms,6-10,1,0.000",
            "volume,A^3,atoms,over 80,1,2.000",
            "volume,A^3,element,Fe,2,1.000",
            "volume,A^3,element,Mg,1,1.000",
            "volume,A^3,element,O,3,1.000");
  }

  private String text(String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  private static StudyReport report() {
    ConfusionMatrix confusion = new ConfusionMatrix(List.of("bcc", "fcc"));
    confusion.add("bcc", "bcc", 100);
    confusion.add("fcc", "fcc", 97);
    confusion.add("fcc", "bcc", 3);
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("seed", "1");
    facts.put("command", "jobs/laue study conf/quickstart.conf");
    return new StudyReport(
        "Quickstart",
        "200 crystals of the embedded set that the network never saw, and their defective"
            + " variants.",
        accuracies(),
        Map.of("pristine", confusion),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        new StudyReport.Beside("convnet", 500, List.of(), List.of()),
        List.of(
            new StudyReport.Example("bcc", "pristine", "W", "bcc", 1, png()),
            new StudyReport.Example("bcc", "vacancies 25 %", "W", "fcc", 0.71, png())),
        List.of(new StudyReport.Step("ingest", 10, 9, Map.of("partial occupancy", 1L), 3.4)),
        List.of(new StudyReport.LearningPoint(1, 40, 0.7, 91, 90)),
        Optional.of(
            new StudyReport.RealCrystals(
                List.of(
                    new StudyReport.SourceAccuracy(
                        "mine", 225, "fcc", new Proportion(9, 10), "hex/rh (1)")),
                List.of(),
                List.of(new StudyReport.LabelAgreement("mine", 10, 9, "225 → 12 (1)")),
                List.of(
                    new StudyReport.Reject("<b>bad.cif</b>", "ingest", "partial occupancy", 1)))),
        facts);
  }

  private static AccuracyTable accuracies() {
    AccuracyTable table = new AccuracyTable();
    add(table, Condition.PRISTINE, Method.CONVNET, 100);
    for (double sigma : new double[] {0.001, 0.01, 0.06}) {
      Condition condition = new Condition("displacement", sigma, "");
      add(table, condition, Method.CONVNET, 100);
      add(table, condition, Method.BASELINE_TIGHT, 0);
      add(table, condition, Method.BASELINE_MEDIUM, sigma == 0.001 ? 100 : 0);
      add(table, condition, Method.BASELINE_LOOSE, sigma < 0.02 ? 95 : 0);
    }
    for (double fraction : new double[] {0.01, 0.25, 0.7}) {
      Condition condition = new Condition("vacancy", fraction, "");
      add(table, condition, Method.CONVNET, 99);
      add(table, condition, Method.BASELINE_LOOSE, 0);
    }
    add(table, new Condition("substitution", 0.5, "binary"), Method.CONVNET, 100);
    add(table, new Condition("substitution", 0.5, "ternary"), Method.CONVNET, 100);
    return table;
  }

  private static void add(AccuracyTable table, Condition condition, Method method, int right) {
    table.add(condition, method, "bcc", right, 100);
    table.add(condition, method, "fcc", right == 99 ? 100 : right, 100);
  }

  private static byte[] png() {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
