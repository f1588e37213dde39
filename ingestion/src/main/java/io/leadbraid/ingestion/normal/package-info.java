/** One spelling for each identifier: phones, e-mails, nicknames and names, stated or found in free text. */
@NullMarked
package io.leadbraid.ingestion.normal;

import org.jspecify.annotations.NullMarked;
