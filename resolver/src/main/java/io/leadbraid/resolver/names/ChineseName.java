package io.leadbraid.resolver.names;

import java.util.Set;

/**
 * A Chinese name by its reading, in pinyin without tones.
 *
 * @param surname empty where only a given name is told
 * @param otherSurnames readings of surnames that are romanised alike elsewhere: Chan is Chen in Hong Kong
 * @param given empty where only a surname is told, or it is romanised in another way
 * @param firm clear enough to contradict another name
 */
record ChineseName(String surname, Set<String> otherSurnames, String given, boolean firm) implements Reading {

    boolean isWhole() {
        return !surname.isEmpty() && !given.isEmpty();
    }
}
