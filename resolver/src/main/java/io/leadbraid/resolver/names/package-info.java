/** Do two names of people agree, contradict each other, or say nothing? Pure: words and tables, no Kafka, no Spring, no graph. */
@NullMarked
package io.leadbraid.resolver.names;

import org.jspecify.annotations.NullMarked;
