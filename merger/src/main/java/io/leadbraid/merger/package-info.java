/** The only writer of leads: stores messages, brings leads together, and tells the world. */
@NullMarked
package io.leadbraid.merger;

import org.jspecify.annotations.NullMarked;
