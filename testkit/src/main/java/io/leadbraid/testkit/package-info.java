/** What the tests of all modules share: real servers, one set for each test process. */
@NullMarked
package io.leadbraid.testkit;

import org.jspecify.annotations.NullMarked;
