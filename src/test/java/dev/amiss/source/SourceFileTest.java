package dev.amiss.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceFileTest {

  private static final Path FILE = Path.of("m.py");

  private static SourceFile decoded(byte[] bytes) throws UndecodableException {
    return SourceFile.decode(FILE, bytes);
  }

  @Test
  void text_is_utf_8_unless_it_says_otherwise() throws UndecodableException {
    assertThat(decoded("é = 1\n".getBytes(UTF_8)).text()).isEqualTo("é = 1\n");
  }

  @Test
  void a_byte_order_mark_is_kept_apart_and_written_again() throws UndecodableException {
    byte[] bytes = "\uFEFFx\n".getBytes(UTF_8);
    SourceFile file = decoded(bytes);
    assertThat(file.text()).isEqualTo("x\n");
    assertThat(file.bytes()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# -*- coding: latin-1 -*-\nx = 'é'\n",
        "#!/usr/bin/python\n# vim: set fileencoding=iso-8859-1 :\nx = 'é'\n",
        "\n# coding=latin_1\nx = 'é'\n",
        "# first\r\n# coding: L1\r\nx = 'é'\r\n",
      })
  void a_comment_on_the_first_two_lines_names_the_encoding(String text)
      throws UndecodableException {
    byte[] bytes = text.getBytes(ISO_8859_1);
    assertThat(decoded(bytes).text()).isEqualTo(text);
    assertThat(decoded(bytes).bytes()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x = 1\n# coding: nonsense\n", "\n\n# coding: nonsense\n", "x = '# coding: no'\n"})
  void a_comment_elsewhere_does_not(String text) throws UndecodableException {
    assertThat(decoded(text.getBytes(UTF_8)).charset()).isEqualTo(UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "utf8, UTF-8",
    "UTF_8, UTF-8",
    "utf-8-sig, UTF-8",
    "cp1252, windows-1252",
    "iso_8859_15, ISO-8859-15",
    "shift_jis, Shift_JIS",
    "cp932, windows-31j",
    "gbk, GBK",
    "gb2312, GB2312",
    "big5, Big5",
    "euc_jp, EUC-JP",
    "euc_kr, EUC-KR",
    "cp949, x-windows-949",
    "koi8_r, KOI8-R",
    "mac_roman, x-MacRoman",
    "ascii, US-ASCII",
    "gb18030, GB18030",
  })
  void python_s_names_of_encodings_are_known(String python, String java)
      throws UndecodableException {
    assertThat(decoded(("# coding: " + python + "\n").getBytes(UTF_8)).charset())
        .isEqualTo(Charset.forName(java));
  }

  @ParameterizedTest
  @CsvSource({
    "'# coding: nonsense\n', 1:1, 'Found the encoding ''nonsense'', expected one that Java knows.'",
    "'# coding: utf-16\n', 1:1, 'Found the encoding ''utf-16'', expected one that Java knows.'",
    "'x\ny = ÿ', 2:5, 'Found the byte 0xFF, expected text in UTF-8.'",
    "'# coding: ascii\né', 2:1, 'Found the byte 0xE9, expected text in US-ASCII.'",
  })
  void what_cannot_be_decoded_is_refused_with_its_place(
      String text, String position, String reason) {
    assertThatExceptionOfType(UndecodableException.class)
        .isThrownBy(() -> decoded(text.getBytes(ISO_8859_1)))
        .satisfies(e -> assertThat(e.position()).hasToString(position))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @Test
  void a_byte_order_mark_allows_no_other_encoding() {
    assertThatExceptionOfType(UndecodableException.class)
        .isThrownBy(() -> decoded("\uFEFF# coding: latin-1\n".getBytes(UTF_8)))
        .satisfies(e -> assertThat(e.reason()).contains("behind a UTF-8 byte order mark"));
  }

  @Test
  void edits_may_come_in_any_order_and_leave_all_else_as_it_is() {
    SourceFile edited =
        new SourceFile(FILE, "await f()\r\n\fx")
            .edited(List.of(Edit.insert(9, ";"), Edit.delete(new Span(0, 6))));
    assertThat(edited.text()).isEqualTo("f();\r\n\fx");
  }

  @Test
  void edits_that_overlap_are_refused() {
    SourceFile file = new SourceFile(FILE, "abcdef");
    List<Edit> edits = List.of(Edit.delete(new Span(0, 3)), Edit.delete(new Span(2, 4)));
    assertThatIllegalArgumentException().isThrownBy(() -> file.edited(edits));
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, false",
    "UTF-8, true",
    "ISO-8859-1, false",
    "US-ASCII, false",
    "Shift_JIS, false",
    "ISO-2022-JP, false",
    "GB18030, false"
  })
  void edits_of_text_are_edits_of_bytes_in_every_encoding(Charset charset, boolean isMarked) {
    String text = "a = 'é日本𝒳'\r\nb = '日' # 語\r\rc\n'日語𝒳é'";
    SourceFile file = encodable(text, charset, isMarked);
    int end = file.text().length();
    List<List<Edit>> all =
        List.of(
            List.of(),
            List.of(Edit.insert(0, "x")),
            List.of(Edit.insert(end, "本")),
            List.of(Edit.delete(new Span(0, end))),
            List.of(Edit.delete(new Span(6, 8)), Edit.insert(5, "é"), Edit.insert(5, "日")),
            List.of(Edit.delete(new Span(end - 1, end)), new Edit(new Span(11, 20), "\n本\r")));

    for (List<Edit> edits : all) {
      SourceFile edited = file.edited(edits);
      assertThat(changed(file.bytes(), file.byteEdits(edits))).isEqualTo(edited.bytes());
    }
  }

  /** A file with what its encoding has no bytes for left as a question mark. */
  private static SourceFile encodable(String text, Charset charset, boolean isMarked) {
    return new SourceFile(FILE, new String(text.getBytes(charset), charset), charset, isMarked);
  }

  private static byte[] changed(byte[] bytes, List<ByteEdit> edits) {
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    int done = 0;
    for (ByteEdit edit : edits) {
      changed.write(bytes, done, edit.start() - done);
      changed.writeBytes(Base64.getDecoder().decode(edit.base64()));
      done = edit.end();
    }
    changed.write(bytes, done, bytes.length - done);
    return changed.toByteArray();
  }
}
