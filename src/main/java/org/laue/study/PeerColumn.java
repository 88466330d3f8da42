package org.laue.study;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.laue.UserException;

/**
 * What others predicted, as a study names it: {@code gap_alignn = gap by ALIGNN}.
 *
 * @param column of a table of {@code evaluate.peers}
 * @param quantity that they predicted, by the study's own name or that of its classes
 * @param who for people
 */
public record PeerColumn(String column, String quantity, String who) {
  private static final Pattern TEXT = Pattern.compile("([^=]+)=\\s*(\\S+)\\s+by\\s+(.+)");

  /**
   * @throws UserException if the text is none
   */
  static PeerColumn parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      throw new UserException(
          "evaluate.peer-columns lists \"COLUMN = QUANTITY by WHO\", one was '%s'".formatted(text));
    }
    return new PeerColumn(matcher.group(1).strip(), matcher.group(2), matcher.group(3).strip());
  }
}
