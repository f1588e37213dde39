/** The web's door: bearer keys, and problem documents for whatever goes wrong. */
@NullMarked
package io.leadbraid.access.web;

import org.jspecify.annotations.NullMarked;
