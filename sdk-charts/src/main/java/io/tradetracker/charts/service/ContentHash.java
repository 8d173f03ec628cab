package io.tradetracker.charts.service;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.charts.Values;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells values apart by content: records by their parts, lists by their items, candles and values by their numbers.
 * Each is written with its kind and length, so that no two contents are written alike.
 */
final class ContentHash {
    private final MessageDigest sha256;
    private final DataOutputStream out;

    private ContentHash() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this JDK has no SHA-256", missing);
        }
        out = new DataOutputStream(
                new BufferedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), sha256)));
    }

    /** {@return the SHA-256 of some values, as 64 hexadecimal digits} */
    static String of(Object... values) {
        ContentHash hash = new ContentHash();
        try {
            hash.write(List.of(values));
            hash.out.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return HexFormat.of().formatHex(hash.sha256.digest());
    }

    private void write(@Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeByte(0);
            case String text -> text(1, text);
            case Double number -> {
                out.writeByte(2);
                out.writeDouble(number);
            }
            case Integer number -> {
                out.writeByte(3);
                out.writeInt(number);
            }
            case Long number -> {
                out.writeByte(4);
                out.writeLong(number);
            }
            case Boolean flag -> {
                out.writeByte(5);
                out.writeBoolean(flag);
            }
            case Enum<?> word -> text(6, word.getDeclaringClass().getName() + "." + word.name());
            case Instant time -> text(7, time.toString());
            case ZoneId zone -> text(8, zone.getId());
            case Locale locale -> text(9, locale.toLanguageTag());
            case List<?> list -> {
                out.writeByte(10);
                out.writeInt(list.size());
                for (Object item : list) {
                    write(item);
                }
            }
            case Values numbers -> values(numbers);
            case CandleSeries candles -> candles(candles);
            case Record record -> record(record);
            default -> throw new IllegalStateException("no chart has a " + value.getClass());
        }
    }

    private void text(int kind, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte(kind);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private void values(Values numbers) throws IOException {
        out.writeByte(11);
        out.writeInt(numbers.size());
        for (int i = 0; i < numbers.size(); i++) {
            out.writeDouble(numbers.at(i));
        }
    }

    private void candles(CandleSeries candles) throws IOException {
        text(12, candles.instrument().id().value());
        text(12, candles.timeframe().toString());
        out.writeInt(candles.size());
        for (int i = 0; i < candles.size(); i++) {
            out.writeLong(candles.timeMillis(i));
            out.writeDouble(candles.open(i));
            out.writeDouble(candles.high(i));
            out.writeDouble(candles.low(i));
            out.writeDouble(candles.close(i));
            out.writeDouble(candles.volume(i));
        }
    }

    private void record(Record record) throws IOException {
        text(13, record.getClass().getName());
        for (RecordComponent part : Objects.requireNonNull(record.getClass().getRecordComponents())) {
            try {
                write(part.getAccessor().invoke(record));
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
