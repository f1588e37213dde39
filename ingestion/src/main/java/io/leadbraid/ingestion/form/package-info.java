/** Submissions of web forms, as contacts. */
@NullMarked
package io.leadbraid.ingestion.form;

import org.jspecify.annotations.NullMarked;
