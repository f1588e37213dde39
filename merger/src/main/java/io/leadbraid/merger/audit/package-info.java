/** Who did what, written in the transaction that does it. */
@NullMarked
package io.leadbraid.merger.audit;

import org.jspecify.annotations.NullMarked;
