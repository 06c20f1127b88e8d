package dev.amiss.mutation.decoy;

import dev.amiss.mutation.Mutation;
import dev.amiss.mutation.site.AwaitSite;
import dev.amiss.source.Span;
import java.util.List;
import java.util.Map;

/** Which code may run another way with a decoy: imports and definitions that are added do not. */
final class Changed {

  private Changed() {}

  static Mutation at(Mutation mutation, AwaitSite site, Span... spans) {
    return new Mutation(
        mutation.originals(), mutation.edits(), Map.of(site.module().path(), List.of(spans)));
  }
}
