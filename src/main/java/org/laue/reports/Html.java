package org.laue.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** Small helpers for pages that need no other file. */
final class Html {
  private Html() {}

  /**
   * A whole page in the look of the reports.
   *
   * @param body what stands in its main part
   */
  static String page(String title, String body) {
    return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width\"><title>"
        + escape(title)
        + "</title><style>"
        + style()
        + "</style></head><body><main>"
        + body
        + "</main></body></html>\n";
  }

  private static String style() {
    try (InputStream in = Html.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** An image whose bytes stand in the page itself. */
  static String image(byte[] png, String alt) {
    return "<img alt=\""
        + escape(alt)
        + "\" src=\"data:image/png;base64,"
        + Base64.getEncoder().encodeToString(png)
        + "\">";
  }

  static String cell(String text) {
    return "<td>" + escape(text) + "</td>";
  }

  static String number(String text) {
    return "<td class=\"n\">" + escape(text) + "</td>";
  }

  /** Percent with as many decimals as it needs: 100, 99.6, 99.97. */
  static String percent(double percent) {
    if (Double.isNaN(percent)) {
      return "–";
    }
    return String.format(Locale.ROOT, "%.2f", percent).replaceAll("\\.?0+$", "");
  }

  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
