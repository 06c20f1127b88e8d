package dev.amiss.semantics;

import java.util.Set;

/** The names of libraries that the model knows something of without seeing their source. */
final class KnownNames {

  /** Base classes of libraries without a coroutine function among what they pass on. */
  static final Set<String> ADDS_NO_ASYNC_MEMBERS =
      Set.of("pydantic.BaseModel", "pydantic.main.BaseModel", "pydantic_settings.BaseSettings");

  /** Decorators that hand back the function itself, or one of the same colour. */
  static final Set<String> KEEPS_FUNCTION =
      Set.of(
          "abc.abstractmethod",
          "atexit.register",
          "functools.wraps",
          "functools.update_wrapper",
          "typing.final",
          "typing.no_type_check",
          "typing.overload",
          "typing.override",
          "typing.runtime_checkable",
          "typing_extensions.deprecated",
          "typing_extensions.override",
          "typing_extensions.final",
          "warnings.deprecated",
          "unittest.expectedFailure",
          "unittest.case.expectedFailure",
          "unittest.skip",
          "unittest.skipIf",
          "unittest.skipUnless",
          "unittest.case.skip",
          "unittest.case.skipIf",
          "unittest.case.skipUnless",
          "unittest.mock.patch",
          "unittest.mock.patch.object",
          "unittest.mock.patch.dict",
          "unittest.mock.patch.multiple",
          "backoff.on_exception",
          "backoff.on_predicate",
          "tenacity.retry");

  /** Decorators of plain functions that remember results; a coroutine cannot be awaited twice. */
  static final Set<String> KEEPS_PLAIN_FUNCTION =
      Set.of("functools.lru_cache", "functools.cache", "functools._lru_cache_wrapper");

  /** Decorators of classes that hand back the class itself. */
  static final Set<String> KEEPS_CLASS =
      Set.of(
          "dataclasses.dataclass",
          "enum.unique",
          "functools.total_ordering",
          "typing.final",
          "typing.runtime_checkable",
          "typing.dataclass_transform",
          "typing_extensions.final",
          "typing_extensions.runtime_checkable",
          "attr.s",
          "attr.attrs",
          "attr.define",
          "attr.frozen",
          "attr.mutable",
          "attrs.define",
          "attrs.frozen",
          "attrs.mutable",
          "pydantic.dataclasses.dataclass",
          "pytest.mark");

  /** Web applications and routers, whose decorators register a function and hand it back. */
  static final Set<String> REGISTERS =
      Set.of(
          "aiohttp.web.RouteTableDef",
          "fastapi.APIRouter",
          "fastapi.FastAPI",
          "fastapi.applications.FastAPI",
          "fastapi.routing.APIRouter",
          "flask.Blueprint",
          "flask.Flask",
          "quart.Blueprint",
          "quart.Quart",
          "sanic.Blueprint",
          "sanic.Sanic",
          "starlette.applications.Starlette",
          "starlette.routing.Router",
          "typer.Typer");

  private KnownNames() {}

  static boolean keepsFunction(String name) {
    return KEEPS_FUNCTION.contains(name)
        || name.startsWith("pytest.mark.")
        || (name.contains(".") && REGISTERS.contains(name.substring(0, name.lastIndexOf('.'))));
  }

  static boolean keepsClass(String name) {
    return KEEPS_CLASS.contains(name) || name.startsWith("pytest.mark.");
  }
}
