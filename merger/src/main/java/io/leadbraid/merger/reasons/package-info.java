/** Reads what is stored to explain leads. */
@NullMarked
package io.leadbraid.merger.reasons;

import org.jspecify.annotations.NullMarked;
