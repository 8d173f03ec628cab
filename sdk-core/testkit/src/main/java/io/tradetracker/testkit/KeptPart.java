package io.tradetracker.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of a page that a test makes: what stands between {@code <!-- part: name -->} and the next {@code <!-- end
 * -->}. With the system property {@code evidence.update} it is written, else only compared. Immutable.
 *
 * @param page a Markdown file
 * @param name of the part
 */
public record KeptPart(Path page, String name) {
    private static final String END = "<!-- end -->";

    /** {@return whether tests write what they keep, and do not only compare} */
    public static boolean updates() {
        return Boolean.getBoolean("evidence.update");
    }

    /** {@return what the page says in this part, without the marks} */
    public String text() {
        String all = read();
        int from = begin(all);
        return all.substring(from, all.indexOf(END, from)).strip();
    }

    /** Puts a text into this part of the page. */
    public void write(String text) {
        String all = read();
        int from = begin(all);
        String changed = all.substring(0, from) + "\n" + text.strip() + "\n" + all.substring(all.indexOf(END, from));
        try {
            Files.writeString(page, changed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private int begin(String all) {
        String mark = "<!-- part: " + name + " -->";
        int at = all.indexOf(mark);
        if (at < 0 || all.indexOf(END, at) < 0) {
            throw new IllegalStateException(page + " has no part '" + name + "': it needs " + mark + " and " + END);
        }
        return at + mark.length();
    }

    private String read() {
        try {
            return Files.readString(page);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
