package io.tradetracker.postgres.internal;

/** Makes texts storable that PostgreSQL would refuse: strategies, brokers and their failures may say anything. */
public final class StorableText {
    private static final char REPLACEMENT = '\uFFFD';

    private StorableText() {}

    /** {@return JSON with every half of a character pair escaped; it reads back as the same value} */
    public static String json(String json) {
        return map(json, half -> String.format("\\u%04x", (int) half));
    }

    /** {@return the text with what has no place in a database replaced by a question mark sign} */
    public static String plain(String text) {
        return map(text.replace('\0', REPLACEMENT), half -> String.valueOf(REPLACEMENT));
    }

    /**
     * {@return the text with what has no place in a database, and backslashes, written as escapes} Other texts have
     * other escaped ones; {@link #unescaped} gives the text back.
     */
    public static String escaped(String text) {
        String storable = text.replace("\\", "\\\\").replace("\0", "\\u0000");
        return map(storable, half -> String.format("\\u%04x", (int) half));
    }

    /** {@return the text that was escaped} */
    public static String unescaped(String escaped) {
        StringBuilder text = new StringBuilder(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            char next = escaped.charAt(i);
            if (next != '\\') {
                text.append(next);
            } else if (escaped.charAt(++i) == '\\') {
                text.append('\\');
            } else {
                text.append((char) Integer.parseInt(escaped, i + 1, i + 5, 16));
                i += 4;
            }
        }
        return text.toString();
    }

    private static String map(String text, HalfMapper halves) {
        if (text.chars().noneMatch(each -> Character.isSurrogate((char) each))) {
            return text;
        }
        StringBuilder mapped = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            mapped.append(half ? halves.map((char) point) : Character.toString(point));
        });
        return mapped.toString();
    }

    private interface HalfMapper {
        String map(char half);
    }
}
