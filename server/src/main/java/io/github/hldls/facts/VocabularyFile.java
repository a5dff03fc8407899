package io.github.hldls.facts;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The vocabulary that the build has compiled and put beside the program's classes. It is used for
 * the expressions that it was made of, and for no others.
 */
final class VocabularyFile {
  /** Its name in the root of the classes. */
  static final String NAME = "vocabulary.bin";

  private final ByteBuffer in;

  private VocabularyFile(ByteBuffer in) {
    this.in = in;
  }

  /** The vocabulary with a fingerprint, if it is the one that was compiled. */
  static Optional<CompiledVocabulary> find(long fingerprint) {
    try (InputStream in = VocabularyFile.class.getResourceAsStream("/" + NAME)) {
      if (in == null) {
        return Optional.empty();
      }
      ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes());
      return bytes.getLong(0) == fingerprint
          ? Optional.of(new VocabularyFile(bytes).read())
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("the program is damaged: " + NAME + " cannot be read", e);
    }
  }

  private CompiledVocabulary read() {
    return new CompiledVocabulary(
        in.getLong(),
        spellings(),
        spellings(),
        new PhraseGraph(ints()),
        List.of(text().split("\n", -1)),
        ints(),
        members(),
        ints(),
        ints(),
        in.getInt());
  }

  private Spellings spellings() {
    return new Spellings(ints(), ints(), ints(), text());
  }

  private int[] ints() {
    int[] ints = new int[in.getInt()];
    in.asIntBuffer().get(ints);
    in.position(in.position() + 4 * ints.length);
    return ints;
  }

  private String text() {
    byte[] bytes = new byte[in.getInt()];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private List<BitSet> members() {
    List<BitSet> members = new ArrayList<>();
    int count = in.getInt();
    for (int i = 0; i < count; i++) {
      byte[] bits = new byte[in.getInt()];
      in.get(bits);
      members.add(BitSet.valueOf(bits));
    }
    return members;
  }

  /** The bytes of a vocabulary. */
  static byte[] write(CompiledVocabulary compiled) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(compiled.fingerprint());
      spellings(compiled.exact(), out);
      spellings(compiled.prefixes(), out);
      ints(compiled.graph().nodes, out);
      text(String.join("\n", compiled.groups()), out);
      ints(compiled.roots(), out);
      out.writeInt(compiled.members().size());
      for (BitSet member : compiled.members()) {
        byte[] bits = member.toByteArray();
        out.writeInt(bits.length);
        out.write(bits);
      }
      ints(compiled.phraseEnds(), out);
      ints(compiled.phrases(), out);
      out.writeInt(compiled.phraseCount());
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private static void spellings(Spellings spellings, DataOutputStream out) throws IOException {
    ints(spellings.slots(), out);
    ints(spellings.ends(), out);
    ints(spellings.values(), out);
    text(spellings.letters(), out);
  }

  private static void ints(int[] ints, DataOutputStream out) throws IOException {
    out.writeInt(ints.length);
    ByteBuffer bytes = ByteBuffer.allocate(4 * ints.length);
    bytes.asIntBuffer().put(ints);
    out.write(bytes.array());
  }

  private static void text(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
