/** Labelled pairs of names, and laws. */
@NullMarked
package io.leadbraid.resolver.names;

import org.jspecify.annotations.NullMarked;
