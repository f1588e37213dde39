package io.leadbraid.ingestion.form;

/** A field as it was submitted, its value storable and trimmed. A key may come several times. */
record FormField(String key, String value) {}
