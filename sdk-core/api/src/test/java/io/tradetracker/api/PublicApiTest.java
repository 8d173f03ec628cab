package io.tradetracker.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Makes every change of what plugins see visible in {@code api.txt}, and so in review. */
final class PublicApiTest {
    private static final Path RECORDED = Path.of("api.txt");

    @Test
    void isWhatApiTxtRecords() throws Exception {
        String actual = ApiDump.of(typesOf(ApiVersion.class));
        Files.writeString(Path.of("target", "api.txt"), actual);
        if (Boolean.getBoolean("api.update")) {
            Files.writeString(RECORDED, actual);
        }

        assertThat(Files.readString(RECORDED).equals(actual))
                .as("api.txt records what plugins see, and that changed: diff sdk-core/api/api.txt"
                        + " sdk-core/api/target/api.txt. If it is meant, add a line to CHANGELOG.md and run:"
                        + " mvn -pl sdk-core/api test -Dtest=PublicApiTest -Dapi.update=true")
                .isTrue();
    }

    @Test
    void listsWhatAPluginCanSee() throws Exception {
        assertThat(ApiDump.of(typesOf(ApiVersion.class)).lines())
                .contains(
                        "public final record io.tradetracker.api.account.Money(java.math.BigDecimal amount,"
                                + " io.tradetracker.api.account.CurrencyCode currency)",
                        "    constant public static final io.tradetracker.api.order.OrderSide BUY",
                        "    field public static final io.tradetracker.api.market.Timeframe D1",
                        "    method public abstract java.lang.String label() default \"\"",
                        "    method public abstract @Nullable java.time.Instant openedAt()")
                .noneMatch(line -> line.contains(" private ") || line.contains("static final int MAX_"));
    }

    private static List<Class<?>> typesOf(Class<?> anchor) throws Exception {
        Path root = Path.of(
                anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<Class<?>> types = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(PublicApiTest::isType).toList()) {
                String name = root.relativize(file)
                        .toString()
                        .replaceFirst("\\.class$", "")
                        .replace('/', '.');
                types.add(Class.forName(name, false, anchor.getClassLoader()));
            }
        }
        return types;
    }

    private static boolean isType(Path file) {
        return file.toString().endsWith(".class") && !file.endsWith("package-info.class");
    }
}
