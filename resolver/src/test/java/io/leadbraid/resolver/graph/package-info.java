/** Laws and examples of the identity graph. */
@NullMarked
package io.leadbraid.resolver.graph;

import org.jspecify.annotations.NullMarked;
