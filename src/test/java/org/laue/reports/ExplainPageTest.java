package org.laue.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainPageTest {
  @Test
  void aTableLeadsToThePictures() {
    String page =
        new ExplainPage(
                List.of(
                    new ExplainPage.Entry(
                        "a<b>.cif", "a b#.png", "Fe", "2", "bcc", "", "bcc", 0.9987, "229", "hot"),
                    ExplainPage.Entry.failed("c.cif", "no atoms")))
            .html();
    assertThat(page)
        .contains("href=\"#s1\">a&lt;b&gt;.cif", "99.87", "id=\"s1\"", "src=\"./a%20b%23.png\"")
        .contains("no answer", "no atoms")
        .doesNotContain("id=\"s2\"");
  }
}
