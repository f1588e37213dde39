package io.leadbraid.ingestion.intake;

import io.leadbraid.ingestion.spool.Spool;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where contacts wait while Kafka is away.
 *
 * @param folder of this process alone, on a disk that stays
 * @param segment bytes after which a new file is begun
 * @param greatest bytes of all files together; when they are full, senders are told to come again
 * @param within how long the disk may take before a sender is told to come again; with {@code store-within} below the two
 *     seconds that the most impatient platform waits
 */
public record SpoolSettings(
        @DefaultValue("data/spool") @NotNull Path folder,
        @DefaultValue("16MB") @NotNull DataSize segment,
        @DefaultValue("1GB") @NotNull DataSize greatest,
        @DefaultValue("700ms") @NotNull Duration within) {

    private static final DataSize LEAST = DataSize.ofKilobytes(64);

    @AssertTrue(message = "segment must have at least 64 KB, and greatest at least as much as segment")
    boolean isRoomy() {
        return segment.compareTo(LEAST) >= 0 && greatest.compareTo(segment) >= 0;
    }

    @AssertTrue(message = "within must be above 0")
    boolean isPatient() {
        return within.isPositive();
    }

    Spool open() throws IOException {
        return Spool.open(folder, segment.toBytes(), greatest.toBytes());
    }
}
