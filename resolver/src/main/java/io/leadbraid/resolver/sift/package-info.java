/** Lets through what an inbound contact adds to what is known of its source. */
@NullMarked
package io.leadbraid.resolver.sift;

import org.jspecify.annotations.NullMarked;
