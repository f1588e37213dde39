package io.leadbraid.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OnDemandTest {
    @Test
    void aValueIsMadeOnceAndOnlyIfAskedFor() {
        AtomicInteger made = new AtomicInteger();
        OnDemand<Integer> value = new OnDemand<>(made::incrementAndGet);

        assertThat(value.made()).isEmpty();
        assertThat(value.get()).isEqualTo(1);
        assertThat(value.get()).isEqualTo(1);
        assertThat(value.made()).contains(1);
    }

    @Test
    void aFailureIsToldToEveryoneWhoAsks() {
        OnDemand<Integer> value = new OnDemand<>(() -> {
            throw new IOException("disk is full");
        });

        assertThatThrownBy(value::get).hasRootCauseMessage("disk is full");
        assertThatThrownBy(value::get).hasRootCauseMessage("disk is full");
        assertThat(value.made()).isEmpty();
    }
}
