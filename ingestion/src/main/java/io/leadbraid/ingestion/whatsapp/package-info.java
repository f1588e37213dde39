/** WhatsApp: what Meta's Cloud API posts. */
@NullMarked
package io.leadbraid.ingestion.whatsapp;

import org.jspecify.annotations.NullMarked;
