package io.leadbraid.ingestion.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class RateLimitTest {

    private final AtomicLong nanos = new AtomicLong();

    private static MockHttpServletRequest from(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return request;
    }

    @Test
    void aMinutesWorthMayComeAtOnceAndTheNextHasToWait() {
        RateLimit limit = new RateLimit(60, nanos::get);
        for (int i = 0; i < 60; i++) {
            assertThat(limit.refuse("a", 1)).isEmpty();
        }

        assertThat(limit.refuse("a", 1).orElseThrow().getHeaders().getFirst("Retry-After"))
                .isEqualTo("1");
        assertThat(limit.refuse("b", 1)).isEmpty();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(limit.refuse("a", 1)).isEmpty();
        assertThat(limit.refuse("a", 1)).isPresent();
    }

    @Test
    void moreThanAMinutesWorthIsTakenFromWhoWasSilent() {
        RateLimit limit = new RateLimit(60, nanos::get);

        assertThat(limit.refuse("a", 500)).isEmpty();
        assertThat(limit.refuse("a", 1)).isPresent();
    }

    @Test
    void zeroIsNoLimit() {
        RateLimit limit = new RateLimit(0, nanos::get);

        assertThat(limit.refuse("a", 1_000_000_000)).isEmpty();
    }

    @Test
    void whoFloodsAFormDoesNotUseUpWhatAllMaySend() {
        RateLimits limits = new RateLimits(new LimitSettings(10, 5, 0), nanos::get);
        for (int i = 0; i < 100; i++) {
            limits.refuseForm("form", from("203.0.113.7"));
        }

        for (int i = 0; i < 5; i++) {
            assertThat(limits.refuseForm("form", from("203.0.113." + i))).isEmpty();
        }
        assertThat(limits.refuseForm("form", from("203.0.113.6"))).isPresent();
        assertThat(limits.refuseForm("other", from("203.0.113.7"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, true", "127.1.2.3, true", "::1, true", "0:0:0:0:0:0:0:1, true", "203.0.113.7, false"})
    void theOwnMachineHasNoLimit(String address, boolean free) {
        RateLimits limits = new RateLimits(new LimitSettings(1, 1, 1), nanos::get);
        limits.refuseForm("form", from(address));

        assertThat(limits.refuseForm("form", from(address)).isEmpty()).isEqualTo(free);
    }

    @Test
    void whoComesFromOutsideCannotPassForTheOwnMachine() {
        MockHttpServletRequest lying = from("127.0.0.1");
        lying.setLocalAddr("172.18.0.2");

        assertThat(ClientAddress.isLoopback(lying)).isFalse();
    }

    @Test
    void anIpv6NetworkIsOneClient() {
        assertThat(ClientAddress.key(from("2001:db8:1:2:a:b:c:d")))
                .isEqualTo(ClientAddress.key(from("2001:db8:1:2:0:0:0:1")))
                .isNotEqualTo(ClientAddress.key(from("2001:db8:1:3:0:0:0:1")));
    }
}
