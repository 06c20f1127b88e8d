package dev.amiss.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializerBase;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.amiss.result.LintResult;
import dev.amiss.result.MutantStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How records become JSON: empty is null, a status is its word, two blanks indent. */
public final class Json {

  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(statuses())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
          // A list that came later is missing in what an older version wrote.
          .withConfigOverride(
              List.class,
              list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .build();

  private static final ObjectWriter WRITER = MAPPER.writer(indented());

  private static final ObjectWriter ELEMENT_WRITER =
      MAPPER.copy().addMixIn(Results.class, WithoutSources.class).writer(new WithoutLessThan());

  private Json() {}

  /** Writes a {@link Results} or a {@link Listing}, and a line end; leaves {@code out} open. */
  public static void write(Record document, OutputStream out) throws IOException {
    WRITER.writeValue(out, document);
    out.write('\n');
  }

  /**
   * Writes a document for an element of a page: on one line, with nothing that could end the
   * element, and of a {@link Results} all but the sources. Leaves {@code out} open.
   */
  static void writeElement(Record document, OutputStream out) throws IOException {
    ELEMENT_WRITER.writeValue(out, document);
  }

  static Results results(byte[] json) throws IOException {
    return MAPPER.readValue(json, Results.class);
  }

  private static DefaultPrettyPrinter indented() {
    DefaultIndenter lineFeed = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER))
        .withObjectIndenter(lineFeed)
        .withArrayIndenter(lineFeed);
  }

  @JsonIgnoreProperties("sources")
  private interface WithoutSources {}

  /** JSON may escape any character of a string, and has a less-than sign nowhere else. */
  private static final class WithoutLessThan extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    private static final SerializableString LESS_THAN = new SerializedString("\\u003c");

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      codes['<'] = ESCAPE_CUSTOM;
      return codes;
    }

    /** Asked for everything outside ASCII, too. */
    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
      return character == '<' ? LESS_THAN : null;
    }
  }

  private static SimpleModule statuses() {
    return new SimpleModule()
        .addSerializer(
            new ToStringSerializerBase(MutantStatus.class) {
              private static final long serialVersionUID = 1L;

              @Override
              public String valueToString(Object value) {
                return ((MutantStatus) value).label();
              }
            })
        .addDeserializer(
            MutantStatus.class,
            new JsonDeserializer<MutantStatus>() {
              @Override
              public MutantStatus deserialize(JsonParser json, DeserializationContext context)
                  throws IOException {
                return MutantStatus.of(json.getText());
              }
            })
        .addSerializer(
            new ToStringSerializerBase(LintResult.Status.class) {
              private static final long serialVersionUID = 1L;

              @Override
              public String valueToString(Object value) {
                return ((LintResult.Status) value).label();
              }
            })
        .addDeserializer(
            LintResult.Status.class,
            new JsonDeserializer<LintResult.Status>() {
              @Override
              public LintResult.Status deserialize(JsonParser json, DeserializationContext context)
                  throws IOException {
                return LintResult.Status.valueOf(json.getText().toUpperCase(Locale.ROOT));
              }
            });
  }
}
