package io.tradetracker.samples.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A page with places to fill, such as <code>{load}</code>. Immutable. */
public final class PageTemplate {
    private final String text;

    private PageTemplate(String text) {
        this.text = text;
    }

    /** {@return the resource of that name beside a class} */
    public static PageTemplate beside(Class<?> owner, String name) {
        try (InputStream page = owner.getResourceAsStream(name)) {
            return new PageTemplate(
                    new String(Objects.requireNonNull(page, name).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** {@return the page with these values, and with commit, machine and java of this process} */
    public String fill(Map<String, String> values) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putIfAbsent("commit", Surroundings.commit());
        all.putIfAbsent("machine", Surroundings.machine());
        all.putIfAbsent("java", Surroundings.java());
        String filled = text;
        for (Map.Entry<String, String> value : all.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }
}
