package io.tradetracker.coretestkit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Values from a seed, among them those that spoil files, databases and numbers. Used by one thread. */
final class OddValues {
    private static final List<String> ODD_TEXTS = List.of(
            "plain",
            "\0",
            "zero \0 in the middle",
            "half \uD83D other half \uDE00 whole \uD83D\uDE00",
            "\uDC00",
            "line\nline\r\nline\u2028line\u2029line\u0085line",
            "quote \" backslash \\ slash / tab \t \u0001\u001f\u007f",
            "\\u0000 \\n {\"fact\":\"began\"}",
            "'; drop table order_fact; --",
            "\u05d0\u202e\u0627 e\u0301 \uFFFD \uFFFF \uFEFF",
            "\u20ac \u00fc \u00df \u65e5\u672c",
            "../../etc/passwd",
            "x".repeat(60));
    private static final List<BigDecimal> ODD_DECIMALS = List.of(
            BigDecimal.ZERO,
            new BigDecimal("0.000"),
            BigDecimal.ONE,
            new BigDecimal("100"),
            new BigDecimal("1E+30"),
            new BigDecimal("1E-30"),
            new BigDecimal("1E+999"),
            new BigDecimal("7E-999"),
            new BigDecimal(BigInteger.ONE, Integer.MIN_VALUE + 1_000),
            new BigDecimal(BigInteger.ONE, Integer.MAX_VALUE),
            new BigDecimal("123456789012345678901234567890.123456789"),
            new BigDecimal("0.10"));
    private static final double[] ODD_DOUBLES = {
        0,
        -0.0,
        1.0 / 3,
        1e-9,
        123_456_789.123,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };
    private static final List<Instant> ODD_TIMES = List.of(
            Instant.EPOCH,
            Instant.MIN,
            Instant.MAX,
            Instant.parse("2024-02-29T23:59:59.999999999Z"),
            Instant.parse("-0001-01-01T00:00:00Z"),
            Instant.parse("+10000-01-01T00:00:00.000001Z"));

    private final Random random;

    OddValues(Random random) {
        this.random = random;
    }

    <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextInt(3) == 0 ? null : value.get();
    }

    boolean flag() {
        return random.nextBoolean();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** {@return any text, also an empty or a long one} */
    String text() {
        return switch (random.nextInt(8)) {
            case 0 -> "";
            case 1 -> of(ODD_TEXTS).repeat(1 + random.nextInt(40));
            default -> name(200);
        };
    }

    /** {@return a text that is not blank} */
    String name(int longest) {
        String text = of(ODD_TEXTS) + " " + random.nextInt(1_000);
        return text.length() > longest ? text.substring(text.length() - longest) : text;
    }

    double number() {
        return random.nextBoolean() ? ODD_DOUBLES[random.nextInt(ODD_DOUBLES.length)] : random.nextGaussian();
    }

    BigDecimal decimal() {
        BigDecimal decimal =
                random.nextBoolean() ? of(ODD_DECIMALS) : BigDecimal.valueOf(random.nextLong(), random.nextInt(12));
        return random.nextBoolean() ? decimal : decimal.negate();
    }

    BigDecimal above() {
        BigDecimal decimal = decimal().abs();
        return decimal.signum() == 0 ? new BigDecimal("0.5") : decimal;
    }

    Instant time() {
        return random.nextInt(4) == 0
                ? of(ODD_TIMES)
                : Instant.ofEpochSecond(random.nextInt(2_000_000_000), random.nextInt(1_000_000_000));
    }

    long whole() {
        return switch (random.nextInt(4)) {
            case 0 -> Long.MAX_VALUE;
            case 1 -> Long.MIN_VALUE;
            default -> random.nextInt(1_000);
        };
    }
}
