package io.leadbraid.simulator.population;

/** Something by which a person can be recognised, in the one spelling that counts. */
public record Handle(Kind kind, String namespace, String value) {

    public enum Kind {
        ID,
        PHONE,
        EMAIL,
        NICKNAME
    }

    static Handle telegramId(long user) {
        return id("telegram", Long.toString(user));
    }

    static Handle id(String namespace, String value) {
        return new Handle(Kind.ID, namespace, value);
    }

    static Handle phone(Phone phone) {
        return new Handle(Kind.PHONE, "", phone.e164());
    }

    static Handle email(String lowerCase) {
        return new Handle(Kind.EMAIL, "", lowerCase);
    }

    static Handle nickname(String namespace, String lowerCase) {
        return new Handle(Kind.NICKNAME, namespace, lowerCase);
    }
}
