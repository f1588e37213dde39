package io.leadbraid.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FactTest {

    @Test
    void hasTheCanonicalFormOfTheDesign() {
        assertThat(Identifier.phone("+491512345678").canonical()).isEqualTo("phone=+491512345678");
        assertThat(Identifier.nickname("telegram", "anna").canonical()).isEqualTo("nickname:telegram=anna");
        assertThat(Identifier.id("viber:shop", "u=1").canonical()).isEqualTo("id:viber:shop=u=1");
        assertThat(Trait.name("Анна").canonical()).isEqualTo("~name=Анна");
    }

    @Test
    void readsBackWhatItWrote() {
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            Fact fact = random.nextBoolean()
                    ? new Identifier(
                            Identifier.Kind.values()[random.nextInt(Identifier.Kind.values().length)],
                            anyText(random, 0),
                            anyText(random, 1))
                    : new Trait(
                            Trait.Kind.values()[random.nextInt(Trait.Kind.values().length)], "x" + anyText(random, 0));

            assertThat(Fact.parse(fact.canonical())).isEqualTo(fact);
        }
    }

    @Test
    void refusesWhatIsNoFact() {
        assertThatThrownBy(() -> Fact.parse("phone")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fact.parse("~name")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fact.parse("fax=1")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String anyText(Random random, int least) {
        String alphabet = "ab:=%/~@ жё王";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < least + random.nextInt(6); i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
