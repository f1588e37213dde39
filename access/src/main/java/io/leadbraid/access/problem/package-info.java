/** Refusals as RFC 9457 problem documents with stable types. */
@NullMarked
package io.leadbraid.access.problem;

import org.jspecify.annotations.NullMarked;
