/** The resolver on its topics. */
@NullMarked
package io.leadbraid.resolver;

import org.jspecify.annotations.NullMarked;
