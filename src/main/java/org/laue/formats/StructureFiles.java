package org.laue.formats;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.laue.UserException;
import org.laue.formats.io.CountingSink;
import org.laue.formats.io.DividedFile;
import org.laue.formats.io.ForeignFormats;
import org.laue.formats.io.PackedKind;
import org.laue.formats.io.ReadLimits;
import org.laue.formats.io.SpaceGroupOperations;
import org.laue.formats.io.SplittableFormat;
import org.laue.formats.io.StoredChunks;
import org.laue.formats.io.StructureFormat;
import org.laue.formats.io.StructureSink;
import org.laue.formats.io.Unpacker;
import org.laue.formats.io.UnusableSourceException;

/** Reads structure files of any known format, packed or not. */
public final class StructureFiles {
  /** Bytes that a format may look at to recognise itself. */
  static final int HEAD_BYTES = 1 << 16;

  private final FormatRegistry registry;
  private final ReadLimits limits;

  private StructureFiles(ReadLimits limits, SpaceGroupOperations operations) {
    this.registry = FormatRegistry.of(limits, operations);
    this.limits = limits;
  }

  public static StructureFiles standard() {
    return of(ReadLimits.DEFAULT);
  }

  public static StructureFiles of(ReadLimits limits) {
    return of(limits, SpaceGroupOperations.NONE);
  }

  /**
   * Readers with the given limits.
   *
   * @param operations for CIFs that name their space group without listing its operations
   */
  public static StructureFiles of(ReadLimits limits, SpaceGroupOperations operations) {
    return new StructureFiles(limits, operations);
  }

  public FormatRegistry registry() {
    return registry;
  }

  /**
   * Reads every structure of one source. What is wrong with the content ends in the sink's rejects,
   * never in an exception.
   *
   * @param source name for messages and for recognising the format
   * @param in the bytes as stored; not closed
   * @throws IOException if the storage fails
   */
  public void read(String source, InputStream in, StructureSink sink) throws IOException {
    read(source, Optional.empty(), in, sink);
  }

  /**
   * The same where the format may be known.
   *
   * @param format its name; empty to recognise it by name and content of the source
   */
  public void read(String source, Optional<String> format, InputStream in, StructureSink sink)
      throws IOException {
    CountingSink counting = new CountingSink(source, sink);
    try {
      Unpacker.unpack(source, in, limits, new Files(counting, format));
    } catch (UserException | UnusableSourceException | CountingSink.TooManyRejects e) {
      counting.rejectRest(e.getMessage());
    }
  }

  /**
   * How a source is stored. What is wrong with it is left to the reading.
   *
   * @param in the bytes as stored; not closed
   * @throws IOException if the storage fails
   */
  public Layout layout(String source, InputStream in) throws IOException {
    PushbackInputStream stored = new PushbackInputStream(in, HEAD_BYTES);
    byte[] head = stored.readNBytes(HEAD_BYTES);
    stored.unread(head);
    PackedKind kind = PackedKind.of(head);
    try {
      return switch (kind) {
        case PLAIN -> layout(source, head, 0);
        case BZIP2 -> layout(source, kind.open(stored).readNBytes(HEAD_BYTES), head[3] - '0');
        default -> Layout.whole(kind.label());
      };
    } catch (UserException | IOException e) {
      return Layout.UNKNOWN;
    }
  }

  private Layout layout(String source, byte[] head, int bzip2) {
    PackedKind inner = PackedKind.of(head);
    if (inner != PackedKind.PLAIN) {
      return Layout.whole(inner.label());
    }
    refuseWide(head);
    StructureFormat format = registry.detect(source, text(head)).orElse(null);
    if (format instanceof SplittableFormat) {
      return new Layout(true, bzip2, format.name());
    }
    return format == null ? Layout.UNKNOWN : Layout.whole(format.name());
  }

  /**
   * A source that can be read in pieces.
   *
   * @param layout of a divisible source
   */
  public DividedFile divided(String source, Layout layout, StoredChunks.Opener file) {
    return new DividedFile(
        (SplittableFormat) registry.named(layout.form()),
        source,
        new StoredChunks(file, layout.bzip2(), limits));
  }

  /** Recognises and reads each plain file. */
  private final class Files implements Unpacker.PlainFiles {
    private final CountingSink sink;
    private final Optional<String> format;

    Files(CountingSink sink, Optional<String> format) {
      this.sink = sink;
      this.format = format;
    }

    @Override
    public void plain(String source, InputStream in) throws IOException {
      sink.enter(source);
      PushbackInputStream all = new PushbackInputStream(in, HEAD_BYTES);
      byte[] head = all.readNBytes(HEAD_BYTES);
      all.unread(head);
      try {
        refuseWide(head);
        format(source, head).read(all, source, sink);
        sink.leave();
      } catch (UserException e) {
        sink.rejectRest(e.getMessage());
      }
    }

    private StructureFormat format(String source, byte[] head) {
      return format.isPresent()
          ? registry.named(format.get())
          : registry.detect(source, text(head)).orElseThrow(() -> new UserException(unknown(head)));
    }

    @Override
    public void refuse(String source, String reason) {
      sink.enter(source);
      sink.rejectRest(reason);
    }
  }

  private static void refuseWide(byte[] head) {
    int mark = head.length < 2 ? 0 : (head[0] & 0xff) << 8 | head[1] & 0xff;
    if (mark == 0xfeff || mark == 0xfffe) {
      throw new UserException("The text is UTF-16; save it as UTF-8 or ASCII");
    }
  }

  /** As text, without a byte order mark. */
  private static String text(byte[] head) {
    String text = new String(head, StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private String unknown(byte[] head) {
    if (head.length == 0) {
      return "The file is empty; looked for " + registry.names();
    }
    return ForeignFormats.name(text(head))
        .orElseGet(() -> "Not a structure file; looked for " + registry.names());
  }
}
