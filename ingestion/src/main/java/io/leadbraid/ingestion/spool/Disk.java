package io.leadbraid.ingestion.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;

/** How bytes become durable. */
@FunctionalInterface
interface Disk {

    void force(FileChannel file) throws IOException;
}
