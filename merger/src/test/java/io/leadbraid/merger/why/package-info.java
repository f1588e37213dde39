/** Tests. */
@NullMarked
package io.leadbraid.merger.why;

import org.jspecify.annotations.NullMarked;
