/** Works off topics with the offsets in the database, and sets aside what cannot be worked on. */
@NullMarked
package io.leadbraid.merger.consumption;

import org.jspecify.annotations.NullMarked;
