/** From inbound contacts to evidence to profiles: the two topologies, and how Spring runs them. */
@NullMarked
package io.leadbraid.resolver;

import org.jspecify.annotations.NullMarked;
