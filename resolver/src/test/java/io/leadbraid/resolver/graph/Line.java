package io.leadbraid.resolver.graph;

import io.leadbraid.model.ProfileSnapshot.Held;
import io.leadbraid.model.SourceId;

/** One piece of evidence of a history. */
record Line(SourceId source, Held held) {}
