package io.tradetracker.charts.service;

import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A chart that was made. Immutable. */
public final class Chart {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    private final String id;
    private final ChartFormat format;
    private final byte[] bytes;

    /**
     * Makes a chart of its parts.
     *
     * @param id 64 hexadecimal digits
     * @param format what it is
     * @param bytes of its file, copied
     * @throws IllegalArgumentException when the id is none
     */
    public Chart(String id, ChartFormat format, byte[] bytes) {
        if (!isId(id)) {
            throw new IllegalArgumentException("the id of a chart must be 64 hexadecimal digits");
        }
        this.id = id;
        this.format = format;
        this.bytes = bytes.clone();
    }

    /** {@return whether a text could be the id of a chart} */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** {@return 64 hexadecimal digits that tell its content and format from all others} */
    public String id() {
        return id;
    }

    /** {@return what it is} */
    public ChartFormat format() {
        return format;
    }

    /** {@return a copy of its file} */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** {@return how long its file is, in bytes} */
    public int size() {
        return bytes.length;
    }

    /** {@return its file in base64, without line ends} */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** {@return its file as the {@code src} of an image in a page} */
    public String dataUri() {
        return "data:" + format.mediaType() + ";base64," + base64();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Chart that
                && id.equals(that.id)
                && format == that.format
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return format + " " + id + ", " + bytes.length + " bytes";
    }
}
