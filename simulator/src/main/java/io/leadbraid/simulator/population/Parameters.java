package io.leadbraid.simulator.population;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What a population is like. The defaults, with what each means, are in {@code population.properties} beside this class; a
 * file of somebody's own replaces what it names.
 */
public final class Parameters {

    private static final String DEFAULTS = "population.properties";

    private final Map<String, String> values;

    private Parameters(Map<String, String> values) {
        this.values = values;
    }

    public static Parameters defaults() {
        return new Parameters(read(new StringReader(Resources.text(DEFAULTS)))).checked();
    }

    /**
     * @throws IOException when the file cannot be read
     * @throws IllegalArgumentException in one sentence, when it says what cannot be
     */
    public static Parameters of(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return defaults().with(read(reader));
        }
    }

    /** These, with others in some places. */
    public Parameters with(Map<String, String> others) {
        Map<String, String> all = new TreeMap<>(values);
        others.forEach((key, value) -> {
            if (!values.containsKey(key)) {
                throw new IllegalArgumentException("There is no parameter " + key + ".");
            }
            all.put(key, value);
        });
        return new Parameters(all).checked();
    }

    private static Map<String, String> read(Reader reader) {
        Properties properties = new Properties();
        try {
            properties.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Map<String, String> values = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> values.put(key, properties.getProperty(key).strip()));
        return values;
    }

    private Parameters checked() {
        values.forEach((key, value) -> {
            if (isOfWeights(key)) {
                weights(key);
            } else if (number(key) < 0 || (key.endsWith(".percent") && number(key) > 100)) {
                throw new IllegalArgumentException(key + " cannot be " + value + ".");
            }
        });
        for (String group : new String[] {"language", "channel", "scene"}) {
            if (group(group).values().stream().noneMatch(weight -> weight > 0)) {
                throw new IllegalArgumentException("All weights of " + group + " are 0.");
            }
        }
        return this;
    }

    private static boolean isOfWeights(String key) {
        return key.equals("channels") || key.startsWith("region.");
    }

    /** Whole numbers by what stands behind the last dot of {@code group.…}. */
    Map<String, Integer> group(String group) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        values.keySet().stream()
                .filter(key -> key.startsWith(group + ".") && !key.endsWith(".percent"))
                .forEach(key -> weights.put(key.substring(group.length() + 1), number(key)));
        return weights;
    }

    /** Of the form {@code a:1,b:2}. */
    Map<String, Integer> weights(String key) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        for (String part : value(key).split(",")) {
            String[] pair = part.strip().split(":");
            if (pair.length != 2 || !pair[1].strip().matches("\\d{1,6}")) {
                throw new IllegalArgumentException(key + " has to look like one:60,other:40.");
            }
            weights.put(pair[0].strip(), Integer.parseInt(pair[1].strip()));
        }
        return weights;
    }

    int percent(String name) {
        return number(name + ".percent");
    }

    int number(String key) {
        String value = value(key);
        if (!value.matches("\\d{1,6}")) {
            throw new IllegalArgumentException(key + " has to be a whole number, and is " + value + ".");
        }
        return Integer.parseInt(value);
    }

    private String value(String key) {
        return Optional.ofNullable(values.get(key))
                .orElseThrow(() -> new IllegalArgumentException("There is no parameter " + key + "."));
    }
}
