package dev.amiss.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

class TemporaryFolderTest {

  @Test
  void a_temporary_folder_is_its_owners_alone_and_gone_once_closed() throws IOException {
    Path path;
    try (TemporaryFolder folder = TemporaryFolder.create();
        TemporaryFolder other = TemporaryFolder.create()) {
      path = folder.path();
      assertThat(other.path()).isNotEqualTo(path);
      assertThat(path.getFileName().toString())
          .matches("amiss-" + ProcessHandle.current().pid() + "-\\d+");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rwx------");
      Files.writeString(path.resolve("output"), "x");
    }
    assertThat(path).doesNotExist();
  }
}
