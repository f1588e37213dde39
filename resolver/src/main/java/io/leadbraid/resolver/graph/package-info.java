/** The identity graph: who is one person, as a pure function of the set of evidence. Neither Kafka nor Spring. */
@NullMarked
package io.leadbraid.resolver.graph;

import org.jspecify.annotations.NullMarked;
