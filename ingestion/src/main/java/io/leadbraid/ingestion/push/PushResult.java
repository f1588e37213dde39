package io.leadbraid.ingestion.push;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leadbraid.access.problem.FieldProblem;
import io.leadbraid.ingestion.intake.Receipt;
import io.leadbraid.model.EventId;
import io.leadbraid.model.SourceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one pushed contact. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PushResult(
        int index,
        String status,
        @Nullable EventId eventId,
        @Nullable SourceId sourceId,
        List<FieldProblem> warnings,
        List<FieldProblem> errors) {

    static PushResult taken(int index, Receipt receipt, List<FieldProblem> warnings) {
        return new PushResult(
                index,
                receipt.repeated() ? "duplicate" : "accepted",
                receipt.event(),
                receipt.source(),
                warnings,
                List.of());
    }

    static PushResult rejected(int index, ItemReading.Item item) {
        return new PushResult(index, "rejected", null, null, item.warnings(), item.errors());
    }
}
