package io.leadbraid.ingestion.push;

import io.leadbraid.ingestion.intake.IntakeCounts;
import io.leadbraid.ingestion.intake.LeadIntake;
import io.leadbraid.ingestion.intake.Outcome;
import io.leadbraid.ingestion.intake.Receipt;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Takes pushed contacts in: the good ones together, the others with their errors. */
final class Pushing {

    private final ItemReading reading;
    private final LeadIntake intake;
    private final IntakeCounts counts;

    Pushing(ItemReading reading, LeadIntake intake, IntakeCounts counts) {
        this.reading = reading;
        this.intake = intake;
        this.counts = counts;
    }

    /** @return a result for each item, in the same order */
    List<PushResult> push(Push push, List<JsonNode> items) {
        List<ItemReading.Item> read = IntStream.range(0, items.size())
                .mapToObj(index -> reading.read(push, index, items.get(index)))
                .toList();
        Iterator<Receipt> receipts = intake.take(
                        read.stream().flatMap(item -> item.contact().stream()).toList())
                .iterator();
        List<PushResult> results = new ArrayList<>(read.size());
        for (ItemReading.Item item : read) {
            int index = results.size();
            if (item.contact().isPresent()) {
                results.add(PushResult.taken(index, receipts.next(), item.warnings()));
            } else {
                counts.count(IntakeCounts.PUSH, Outcome.REJECTED);
                results.add(PushResult.rejected(index, item));
            }
        }
        return results;
    }
}
