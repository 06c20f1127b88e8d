package dev.amiss.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ImportRootsTest {

  @TempDir Path folder;

  static Stream<Arguments> declarations() {
    return Stream.of(
        Arguments.of("pyproject.toml", "[tool.setuptools.packages.find]\nwhere = ['lib']"),
        Arguments.of("pyproject.toml", "[tool.setuptools.package-dir]\n'' = 'lib'"),
        Arguments.of("pyproject.toml", "[tool.setuptools.package-dir]\n'a.b' = 'lib/a/b'"),
        Arguments.of("pyproject.toml", "[[tool.poetry.packages]]\ninclude = 'p'\nfrom = 'lib'"),
        Arguments.of("pyproject.toml", "[tool.hatch.build.targets.wheel]\npackages = ['lib/p']"),
        Arguments.of("pyproject.toml", "[tool.hatch.build]\nsources = ['lib']"),
        Arguments.of("pyproject.toml", "[tool.hatch.build.targets.wheel.sources]\n'lib' = ''"),
        Arguments.of("pyproject.toml", "[tool.hatch.build]\ndev-mode-dirs = ['lib']"),
        Arguments.of("pyproject.toml", "[tool.pdm.build]\npackage-dir = 'lib'"),
        Arguments.of("pyproject.toml", "[tool.uv.build-backend]\nmodule-root = 'lib'"),
        Arguments.of("pyproject.toml", "[tool.maturin]\npython-source = 'lib'"),
        Arguments.of("setup.cfg", "[options]\npackage_dir =\n    = lib"),
        Arguments.of("setup.cfg", "[options.packages.find]\nwhere = lib"),
        Arguments.of("setup.py", "setup(package_dir={'': 'lib'})"),
        Arguments.of("setup.py", "setup(packages=find_packages(where=\"lib\"))"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("declarations")
  void the_build_tools_declaration_names_a_root(String file, String text) throws Exception {
    Files.createDirectories(folder.resolve("lib/p"));
    Files.createDirectories(folder.resolve("lib/a/b"));

    assertThat(roots(new Tree(folder).with(file, text).with("lib/p/m.py")))
        .containsExactly("", "lib");
  }

  @Test
  void src_is_a_root_unless_it_is_a_package() throws Exception {
    assertThat(roots(new Tree(folder).with("src/p/m.py"))).containsExactly("", "src");
    assertThat(roots(new Tree(folder).with("src/__init__.py"))).containsExactly("");
  }

  @Test
  void pytests_pythonpath_comes_first_in_its_order() throws Exception {
    Tree project =
        new Tree(folder)
            .with("pytest.ini", "[pytest]", "pythonpath = b a ../outside nowhere")
            .with("a/m.py")
            .with("b/m.py");

    assertThat(roots(project)).containsExactly("b", "a", "");
  }

  @Test
  void every_project_below_the_root_has_roots_of_its_own() throws Exception {
    Tree project =
        new Tree(folder)
            .with("pyproject.toml", "[tool.uv.workspace]", "members = ['packages/*']")
            .with("packages/one/pyproject.toml")
            .with("packages/one/src/one/m.py")
            .with("packages/two/setup.py")
            .with("packages/two/two/m.py")
            .with("tests/data/sample/pyproject.toml");

    assertThat(roots(project))
        .containsExactly("", "packages/one", "packages/one/src", "packages/two");
  }

  private static List<String> roots(Tree tree) throws IOException, InterruptedException {
    return tree.discovered().importRoots().stream().map(Slashes::of).toList();
  }
}
