package dev.amiss.mutation.decoy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amiss.TestPython;
import dev.amiss.mutation.Mutant;
import dev.amiss.mutation.Planner;
import dev.amiss.mutation.PlanningOptions;
import dev.amiss.mutation.Plans;
import dev.amiss.mutation.Selection;
import dev.amiss.mutation.operator.Operators;
import dev.amiss.semantics.Program;
import dev.amiss.source.SourceFile;
import dev.amiss.syntax.PythonModule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs a program that writes down all it does, once as it is and once with each decoy. */
class DecoyBehaviourTest {

  /** What each call does is told apart by its number; its arguments tell of themselves too. */
  private static final String PROGRAM =
      """
      import asyncio

      done = []


      def tell(number):
          done.append(number)
          return number


      async def load(number, more=None):
          done.append(f"load {number}")
          await asyncio.sleep(0)
          done.append(f"loaded {number}")
          return [number, number + 1]


      async def stats(number) -> dict:
          return {"low": number, "high": number + 1}


      class Base:
          def kind(self, number):
              return number


      class One(Base):
          def kind(self, number):
              done.append("one")
              return number + 1


      class Other(Base):
          def kind(self, number):
              done.append("other")
              return self.part(number)

          def part(self, number):
              return number + 2


      async def use(things: Base, names):
          await load(tell(1))
          first = await load(tell(2), more=tell(3))
          second = await load(tell(4))
          names[tell(5)] = await load(6)
          both = [tell(7), await load(tell(8))]
          both += [await load(9), tell(10), await load(11)]
          print(tell(12), await load(tell(13)), tell(14))
          if await load(15) and (await load(16))[0] > tell(17):
              done.append(await load(18))
          elif await load(19):
              done.append("never")
          for item in await load(20):
              done.append(item)
          else:
              done.append("else")
          some = [item async for item in numbers() if await load(item)]
          some += [tell(item) for item in await load(21)]
          text = f"{tell(22)} {await load(tell(23))} {tell(24)}"
          while not await load(25):
              pass
          try:
              raise ValueError(await load(26))
          except ValueError as error:
              done.append(str(error))
          total = (await stats(27))["low"] + dict(await stats(28))["high"]
          for key, value in (await stats(29)).items():
              done.append((key, value))
          one = await peek(30)
          two = await peek(31)
          done.append(names[tell(32) - 27] if await load(33) else await load(34))
          done.append(things.kind(tell(35)))
          return first, second, both, some, text, total, one, two, await load(36) and tell(37)


      async def peek(number):
          await asyncio.sleep(0)
          return number


      async def numbers():
          yield 38
          yield (await load(39))[0]


      async def main():
          done.append(await use(One(), {}))
          done.append(await use(Other(), {}))


      asyncio.run(main())
      print(done)
      """;

  private static final String RUN_ALL =
      """
      import contextlib, io, pathlib, sys

      for path in sorted(pathlib.Path(sys.argv[1]).glob("*.py")):
          code = compile(path.read_text(), str(path), "exec")
          said = io.StringIO()
          with contextlib.redirect_stdout(said):
              exec(code, {"__name__": path.stem})
          path.with_suffix(".txt").write_text(said.getvalue())
      """;

  @TempDir Path folder;

  @Test
  void a_program_does_the_same_with_each_of_them() throws Exception {
    PythonModule module = Plans.parsed(new SourceFile(Path.of("app.py"), PROGRAM));
    List<Mutant> decoys =
        new Planner(Operators.ALL)
                .plan(
                    Program.of(List.of(module), List.of(Path.of(""))),
                    List.of(module),
                    PlanningOptions.DEFAULT,
                    Selection.ALL)
                .stream()
                .filter(mutant -> mutant.twinOf().isPresent() && mutant.mutation().isPresent())
                .toList();
    Files.writeString(folder.resolve("original.py"), PROGRAM);
    for (Mutant decoy : decoys) {
      for (SourceFile file : decoy.mutation().orElseThrow().mutated().values()) {
        Files.write(folder.resolve(name(decoy) + ".py"), file.bytes());
      }
    }

    assertThat(run()).isEmpty();

    String original = Files.readString(folder.resolve("original.txt"));
    assertThat(original).contains("load 36", "'other'");
    for (Mutant decoy : decoys) {
      assertThat(folder.resolve(name(decoy) + ".txt")).as(decoy.id()).hasContent(original);
    }
    Map<String, Long> counts =
        decoys.stream().collect(Collectors.groupingBy(Mutant::operator, Collectors.counting()));
    assertThat(counts)
        .containsOnlyKeys(
            "decoy-task",
            "decoy-gather",
            "decoy-passthrough",
            "decoy-awaitable",
            "decoy-iterator",
            "decoy-protocol",
            "decoy-model");
    assertThat(counts.get("decoy-awaitable")).isGreaterThan(25);
  }

  private static String name(Mutant decoy) {
    return decoy.id().replaceAll("[^\\w-]", "_");
  }

  private String run() throws Exception {
    Process python =
        new ProcessBuilder(TestPython.lean().toString(), "-c", RUN_ALL, folder.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    python.waitFor();
    return said;
  }
}
