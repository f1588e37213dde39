package io.leadbraid.resolver.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.model.Identifier;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlockedValuesTest {

    @Test
    void theUsualOnesAreWhatPeopleTypeInPlaceOfTheirOwn() {
        assertThat(List.of(
                        Identifier.phone("+79999999999"),
                        Identifier.phone("+70000000000"),
                        Identifier.phone("+11234567890"),
                        Identifier.email("test@example.com"),
                        Identifier.email("aaa@aaa.com"),
                        Identifier.email("123@mail.example"),
                        Identifier.nickname("telegram", "username"),
                        new Identifier(Identifier.Kind.KEY, "card", "000000")))
                .allMatch(BlockedValues.USUAL::contains);
    }

    @Test
    void whatSomebodyMayHaveChosenIsNone() {
        assertThat(List.of(
                        Identifier.phone("+4915112345678"),
                        Identifier.phone("+79165555555"),
                        Identifier.email("a@example.com"),
                        Identifier.email("anna@anna.example"),
                        new Identifier(Identifier.Kind.KEY, "card", "123"),
                        Identifier.id("telegram", "1111111111"),
                        new Identifier(Identifier.Kind.CONTACT, "", "000")))
                .noneMatch(BlockedValues.USUAL::contains);
    }

    @Test
    void aWorkspaceAddsItsOwn() {
        Identifier switchboard = Identifier.phone("+4930123456");

        assertThat(new BlockedValues(Set.of(switchboard)).contains(switchboard)).isTrue();
    }
}
