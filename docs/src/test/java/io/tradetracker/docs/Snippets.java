package io.tradetracker.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Regions of compiled code between {@code // snippet: name} and {@code // end}. */
final class Snippets {
    private static final String START = "// snippet: ";

    private Snippets() {}

    /**
     * {@return the regions of one source by name}
     *
     * @throws IllegalArgumentException when a region has no end or shares its name
     */
    static Map<String, String> of(String source) {
        Map<String, String> regions = new TreeMap<>();
        String name = "";
        List<String> region = new ArrayList<>();
        for (String line : source.lines().toList()) {
            if (line.strip().startsWith(START)) {
                require(name.isEmpty(), name + " has no end");
                name = line.strip().substring(START.length());
            } else if (line.strip().equals("// end")) {
                require(!name.isEmpty() && regions.put(name, Markdown.plain(region)) == null, name + " is not one");
                name = "";
                region.clear();
            } else if (!name.isEmpty()) {
                region.add(line);
            }
        }
        require(name.isEmpty(), name + " has no end");
        return regions;
    }

    private static void require(boolean condition, String fault) {
        if (!condition) {
            throw new IllegalArgumentException("snippet " + fault);
        }
    }
}
