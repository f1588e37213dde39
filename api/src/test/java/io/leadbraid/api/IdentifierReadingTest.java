package io.leadbraid.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadbraid.access.problem.FieldProblem;
import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.api.IdentifierReading.Written;
import io.leadbraid.model.Identifier;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierReadingTest {

    private final IdentifierReading reading = new IdentifierReading("RU");
    private final Fields fields = new Fields();

    @ParameterizedTest
    @ValueSource(strings = {"+7 916 123-45-67", "8 (916) 123-45-67", "tel:+79161234567", "9161234567"})
    void aPhoneInAnySpellingIsOnePhone(String written) {
        assertThat(read("phone", "", written, "")).contains(Identifier.phone("+79161234567"));
    }

    @Test
    void aRegionTellsWhoseSpellingIsMeant() {
        assertThat(read("phone", "", "0176 12345678", "DE")).contains(Identifier.phone("+4917612345678"));
    }

    @Test
    void anEmailIsReadInLowerCase() {
        assertThat(read("email", "", "Office@Example.COM", "")).contains(Identifier.email("office@example.com"));
    }

    @Test
    void aNicknameIsOneOfTelegramUnlessSomebodySaysOtherwise() {
        assertThat(read("nickname", "", "@Anna_B", "")).contains(Identifier.nickname("telegram", "anna_b"));
        assertThat(read("nickname", "viber", "Anna", "")).contains(Identifier.nickname("viber", "anna"));
    }

    @Test
    void whatCannotBeReadIsNamed() {
        assertThat(read("fax", "", "1", "")).isEmpty();
        assertThat(read("phone", "", "call me", "")).isEmpty();
        assertThat(read("phone", "", "0176 12345678", "nowhere")).isEmpty();

        assertThatThrownBy(fields::check)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.getBody().getProperties().get("errors"))
                                .isEqualTo(List.of(
                                        new FieldProblem("kind", "must be one of phone, email, nickname"),
                                        new FieldProblem("value", "cannot be read as phone"),
                                        new FieldProblem("region", "is no ISO 3166 alpha-2 code"))));
    }

    private Optional<Identifier> read(String kind, String namespace, String value, String region) {
        return reading.read(new Written(kind, namespace, value, region), fields);
    }
}
