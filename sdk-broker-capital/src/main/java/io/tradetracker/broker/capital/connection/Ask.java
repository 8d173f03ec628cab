package io.tradetracker.broker.capital.connection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request, without host and tokens. Immutable.
 *
 * @param method GET, POST, PUT or DELETE
 * @param template its path without names, such as {@code positions/{dealId}}
 * @param path parts of its path, not encoded yet
 * @param query not encoded yet, in order
 * @param body to be written as JSON; null for none
 * @param purpose what it is for
 */
public record Ask(
        String method,
        String template,
        List<String> path,
        Map<String, String> query,
        @Nullable Object body,
        Purpose purpose) {
    /**
     * {@return a request that only reads}
     *
     * @param template parts with slashes between; {@code {}} for a name
     * @param names for each {@code {}} in turn
     */
    public static Ask get(Purpose purpose, String template, String... names) {
        return of("GET", purpose, template, names);
    }

    /** {@return a request that changes something; template and names as in {@link #get}} */
    public static Ask of(String method, Purpose purpose, String template, String... names) {
        int[] used = {0};
        List<String> path = List.of(template.split("/", -1)).stream()
                .map(part -> part.equals("{}") ? names[used[0]++] : part)
                .toList();
        return new Ask(method, template, path, Map.of(), null, purpose);
    }

    /** {@return a copy with that in its query; itself when the value is null} */
    public Ask with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(query);
        more.put(name, value.toString());
        return new Ask(method, template, path, more, body, purpose);
    }

    /** {@return a copy with that body} */
    public Ask sending(Object newBody) {
        return new Ask(method, template, path, query, newBody, purpose);
    }

    /** {@return what it is, without names and values} */
    public String what() {
        return method + " /" + template;
    }

    /** Shows neither names nor the body, which may be a password. */
    @Override
    public String toString() {
        return "Ask[" + what() + "]";
    }
}
