package org.laue.formats.cif;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.laue.UserException;
import org.laue.formats.io.LineSource;

/** Walks from data block to data block; after an error it goes on with the next one. */
final class CifReader {
  private static final int MAX_COLUMNS = 10_000;

  private final CifTokenizer tokens;
  private String blockName = "";
  private UserException firstError;

  CifReader(LineSource lines) {
    tokens = new CifTokenizer(lines);
  }

  /** "Data block x: ", for messages. */
  String where() {
    return "Data block " + LineSource.shown(blockName) + ": ";
  }

  /** Why there may be no block at all. */
  Optional<UserException> firstError() {
    return Optional.ofNullable(firstError);
  }

  /** Goes to the next {@code data_}; false at the end. */
  boolean toNextBlock() throws IOException {
    while (tokens.kind() != CifTokenizer.Kind.DATA) {
      try {
        if (tokens.next() == CifTokenizer.Kind.END) {
          return false;
        }
      } catch (UserException broken) {
        firstError = firstError == null ? broken : firstError;
        tokens.dropLine();
      }
    }
    blockName = tokens.text();
    return true;
  }

  /** Reads the block that begins here. */
  CifBlock block() throws IOException {
    CifBlock block = new CifBlock(blockName);
    tokens.next();
    while (tokens.kind() != CifTokenizer.Kind.DATA && tokens.kind() != CifTokenizer.Kind.END) {
      switch (tokens.kind()) {
        case LOOP -> readLoop(block);
        case TAG -> readPair(block);
        default ->
            throw new UserException(
                "Value without a name: " + LineSource.shown(tokens.text()) + place());
      }
    }
    return block;
  }

  private void readPair(CifBlock block) throws IOException {
    String tag = tokens.text();
    tokens.next();
    if (!tokens.isValue()) {
      throw new UserException(tag + " has no value; is the file cut off?" + place());
    }
    int line = tokens.lineNumber();
    if (tokens.kind() == CifTokenizer.Kind.WORD) {
      add(block, tag, unquoted(line, (text, next) -> true), line);
    } else {
      add(block, tag);
      tokens.next();
    }
  }

  /** The words from here on in one line, as far as they belong together: a value without quotes. */
  private String unquoted(int line, BiPredicate<String, String> belongs) throws IOException {
    StringBuilder value = new StringBuilder(tokens.text());
    for (tokens.next();
        tokens.isValue()
            && tokens.lineNumber() == line
            && belongs.test(value.toString(), tokens.text());
        tokens.next()) {
      value.append(' ').append(tokens.text());
    }
    return value.toString();
  }

  /** Whether an operation without quotes ({@code -x, y +1/2, z}) goes on with the next word. */
  private static boolean goesOn(String operation, String next) {
    String[] rows = operation.split(",", -1);
    boolean complete = rows.length == 3 && rows[2].matches(".*[xyzXYZ0-9]\\s*");
    return !complete || next.matches("[-+*/].*") && next.indexOf(',') < 0;
  }

  private void readLoop(CifBlock block) throws IOException {
    int begin = tokens.lineNumber();
    List<String> tags = new ArrayList<>();
    for (tokens.next(); tokens.kind() == CifTokenizer.Kind.TAG; tokens.next()) {
      if (tags.size() == MAX_COLUMNS) {
        throw new UserException("Loop has more than " + MAX_COLUMNS + " columns" + place());
      }
      tags.add(tokens.text());
    }
    long values = 0;
    while (tokens.isValue() && !tags.isEmpty()) {
      String tag = tags.get((int) (values++ % tags.size()));
      if (CifStructure.isOperation(tag) && tokens.kind() == CifTokenizer.Kind.WORD) {
        int line = tokens.lineNumber();
        add(block, tag, unquoted(line, CifReader::goesOn), line);
      } else {
        add(block, tag);
        tokens.next();
      }
    }
    if (tags.isEmpty() || values % tags.size() != 0) {
      throw new UserException(
          "Loop in line "
              + begin
              + " has "
              + values
              + " values for "
              + tags.size()
              + " columns; is the file cut off?");
    }
  }

  private void add(CifBlock block, String tag) {
    if (tokens.kind() == CifTokenizer.Kind.WORD) {
      add(block, tag, tokens.text(), tokens.lineNumber());
    } else if (CifBlock.wanted(tag)) {
      block.add(tag, tokens.text(), tokens.lineNumber());
    }
  }

  /** A bare {@code ?} or {@code .} says that a value is not known. */
  private static void add(CifBlock block, String tag, String word, int line) {
    if (CifBlock.wanted(tag)) {
      block.add(tag, word.matches("[?.]") ? null : word, line);
    }
  }

  private String place() {
    return " (line " + tokens.lineNumber() + ")";
  }
}
