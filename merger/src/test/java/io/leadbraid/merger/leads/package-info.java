/** Tests. */
@NullMarked
package io.leadbraid.merger.leads;

import org.jspecify.annotations.NullMarked;
