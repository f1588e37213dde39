/** REST over the merger's queries and commands. */
@NullMarked
package io.leadbraid.api;

import org.jspecify.annotations.NullMarked;
