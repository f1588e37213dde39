/** Leads as people and programs see, find and change them. */
@NullMarked
package io.leadbraid.merger.leads;

import org.jspecify.annotations.NullMarked;
