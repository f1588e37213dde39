/** Says why sources are one person, or are not: a pure function of stored profiles, in the reader's language. */
@NullMarked
package io.leadbraid.merger.why;

import org.jspecify.annotations.NullMarked;
