/** What may come together by itself, and what waits for a person: pure functions of a profile and its leads. */
@NullMarked
package io.leadbraid.merger.rules;

import org.jspecify.annotations.NullMarked;
