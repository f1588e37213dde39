/** Threads that work when there is something to do. */
@NullMarked
package io.leadbraid.merger.background;

import org.jspecify.annotations.NullMarked;
