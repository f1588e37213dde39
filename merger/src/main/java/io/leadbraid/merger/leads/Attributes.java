package io.leadbraid.merger.leads;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A lead's attributes. There is a bound to them, for a lead is told whole after each change. */
public final class Attributes {

    /** Of all names and values together, in UTF-16 units. */
    public static final int MOST = 64 * 1024;

    private Attributes() {}

    public static int size(Map<String, String> attributes) {
        return attributes.entrySet().stream()
                .mapToInt(one -> one.getKey().length() + one.getValue().length())
                .sum();
    }

    /** All that is there, and what it lacks of what is added, in the order of names, as long as there is room. */
    public static Map<String, String> with(Map<String, String> own, Map<String, String> added) {
        Map<String, String> all = new LinkedHashMap<>(own);
        int room = MOST - size(own);
        for (Map.Entry<String, String> one : new TreeMap<>(added).entrySet()) {
            int length = one.getKey().length() + one.getValue().length();
            if (length <= room && all.putIfAbsent(one.getKey(), one.getValue()) == null) {
                room -= length;
            }
        }
        return all;
    }
}
