/** The identity graph at work on the topics: evidence in, profile snapshots out. */
@NullMarked
package io.leadbraid.resolver.profiles;

import org.jspecify.annotations.NullMarked;
