package io.leadbraid.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScopeTest {

    @Test
    void hasTheNamesOfTheContract() {
        assertThat(Scope.ACT_AS.label()).isEqualTo("act-as");
        assertThat(Scope.INBOUND_VERIFIED.label()).isEqualTo("inbound.verified");
        assertThat(Scope.ofLabel("contact.bind")).contains(Scope.CONTACT_BIND);
        assertThat(Scope.ofLabel("everything")).isEmpty();
    }
}
