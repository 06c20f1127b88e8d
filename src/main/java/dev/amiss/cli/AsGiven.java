package dev.amiss.cli;

import java.util.Stack;
import picocli.CommandLine;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Takes an option's value whatever it begins with: {@code --pytest-args "-q tests"}. */
final class AsGiven implements IParameterConsumer {

  @Override
  public void consumeParameters(Stack<String> args, ArgSpec argument, CommandSpec command) {
    if (args.isEmpty()) {
      CommandLine line = command.commandLine();
      String name = ((OptionSpec) argument).longestName();
      throw new MissingParameterException(line, argument, name + " needs a value.");
    }
    argument.setValue(args.pop());
  }
}
