/** Tests of the merger, on a real database and a real broker. */
@NullMarked
package io.leadbraid.merger;

import org.jspecify.annotations.NullMarked;
