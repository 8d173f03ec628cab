package io.tradetracker.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a guide that can go stale. */
final class Markdown {
    private static final Pattern NAME = Pattern.compile("<!-- snippet: (\\S+) -->");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    private Markdown() {}

    /**
     * A fenced block of Java.
     *
     * @param name of the snippet it shows, empty when no comment before it says
     * @param line where the fence opens, from 1
     * @param code without the fences
     */
    record JavaBlock(String name, int line, String code) {}

    static List<JavaBlock> javaBlocks(String text) {
        List<JavaBlock> blocks = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().equals("```java")) {
                int end = i + 1;
                while (end < lines.size() && !lines.get(end).strip().equals("```")) {
                    end++;
                }
                blocks.add(new JavaBlock(nameBefore(lines, i), i + 1, plain(lines.subList(i + 1, end))));
                i = end;
            }
        }
        return blocks;
    }

    /** {@return the targets of links outside code that lead to files} */
    static List<String> links(String text) {
        String prose = text.replaceAll("(?s)```.*?```", "").replaceAll("`[^`\n]*`", "");
        return LINK.matcher(prose)
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"))
                .toList();
    }

    /** {@return the anchors that headings make} */
    static List<String> anchors(String text) {
        return text.lines()
                .filter(line -> line.matches("#{1,6} .*"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(title -> title.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }

    /** {@return lines as one text, without the indentation they share} */
    static String plain(List<String> lines) {
        return String.join("\n", lines).stripIndent().strip();
    }

    private static String nameBefore(List<String> lines, int fence) {
        for (int i = fence - 1; i >= 0; i--) {
            if (!lines.get(i).isBlank()) {
                Matcher name = NAME.matcher(lines.get(i).strip());
                return name.matches() ? name.group(1) : "";
            }
        }
        return "";
    }
}
