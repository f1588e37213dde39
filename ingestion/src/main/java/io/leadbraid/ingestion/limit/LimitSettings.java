package io.leadbraid.ingestion.limit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much somebody may send in a minute, all of it at once if he likes; 0 is no limit. For each process.
 *
 * @param formPerMinute submissions of one form, whoever sends them
 * @param formClientPerMinute submissions of one form by one client
 * @param pushPerMinute contacts pushed with one API key
 */
@Validated
@ConfigurationProperties("leadbraid.ingestion.limits")
public record LimitSettings(
        @DefaultValue("6000") @Min(0) @Max(MOST) int formPerMinute,
        @DefaultValue("600") @Min(0) @Max(MOST) int formClientPerMinute,
        @DefaultValue("0") @Min(0) @Max(MOST) int pushPerMinute) {

    private static final int MOST = 100_000_000;
}
