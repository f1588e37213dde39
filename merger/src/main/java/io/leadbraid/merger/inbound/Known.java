package io.leadbraid.merger.inbound;

import io.leadbraid.model.Identifier;
import io.leadbraid.model.SourceId;

/** An identifier that a source holds. */
record Known(SourceId source, Identifier identifier) {}
