/** Tests. */
@NullMarked
package io.leadbraid.merger.rules;

import org.jspecify.annotations.NullMarked;
