package io.tradetracker.pluginhost;

import java.util.regex.Pattern;

/** Text that a plugin brought, made fit for a message: it must not steer a terminal or fill the screen. */
final class ForeignText {
    private static final int LONGEST = 600;
    private static final Pattern ESCAPE = Pattern.compile("\u001b\\[[0-9;?]*[ -/]*[@-~]");

    private ForeignText() {}

    static String safe(String text) {
        StringBuilder safe = new StringBuilder();
        ESCAPE.matcher(text)
                .replaceAll("?")
                .codePoints()
                .limit(LONGEST)
                .map(c -> isPlain(c) ? c : '?')
                .forEach(safe::appendCodePoint);
        return safe.append(text.length() > LONGEST ? "…" : "").toString();
    }

    private static boolean isPlain(int c) {
        return c == ' '
                || !(Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.LINE_SEPARATOR
                        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                        || Character.getType(c) == Character.SURROGATE);
    }
}
