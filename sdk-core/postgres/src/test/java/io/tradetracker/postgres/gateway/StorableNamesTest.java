package io.tradetracker.postgres.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.core.gateway.TradingAccount;
import io.tradetracker.postgres.internal.StorableText;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class StorableNamesTest {
    private static final List<String> PARTS =
            List.of("a", "\\", "\\\\", "u0000", "\0", "\uD800", "\uDC00", "\uD83D\uDE00", "#", "/", "x".repeat(200));

    @Test
    void namesThatDifferAreStoredUnderKeysThatDiffer() {
        Random random = new Random(20260105);
        Set<String> names = new HashSet<>();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < 5_000; i++) {
            StringBuilder name = new StringBuilder("n");
            for (int part = random.nextInt(8); part > 0; part--) {
                name.append(PARTS.get(random.nextInt(PARTS.size())));
            }
            String key = AccountKey.of(TradingAccount.of("b", name.toString()));
            names.add(name.toString());
            keys.add(key);

            String escaped = StorableText.escaped(name.toString());
            assertThat(StorableText.unescaped(escaped)).isEqualTo(name.toString());
            assertThat(key.length()).isLessThanOrEqualTo(300);
            assertThat(key + escaped).as("stored %s", name).isEqualTo(StorableText.plain(key + escaped));
        }
        assertThat(keys).hasSameSizeAs(names).hasSizeGreaterThan(1_000);
    }
}
