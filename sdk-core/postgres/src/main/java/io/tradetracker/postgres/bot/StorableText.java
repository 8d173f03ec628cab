package io.tradetracker.postgres.bot;

/** Makes texts storable that PostgreSQL would refuse: strategies and their failures may say anything. */
final class StorableText {
    private static final char REPLACEMENT = '\uFFFD';

    private StorableText() {}

    /** {@return JSON with every half of a character pair escaped; it reads back as the same value} */
    static String json(String json) {
        return map(json, half -> String.format("\\u%04x", (int) half));
    }

    /** {@return the text with what has no place in a database replaced by a question mark sign} */
    static String plain(String text) {
        return map(text.replace('\0', REPLACEMENT), half -> String.valueOf(REPLACEMENT));
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
