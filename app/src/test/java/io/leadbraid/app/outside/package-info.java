/** The product as outsiders meet it: the jar as a process, HTTP, and nothing else. */
@NullMarked
package io.leadbraid.app.outside;

import org.jspecify.annotations.NullMarked;
