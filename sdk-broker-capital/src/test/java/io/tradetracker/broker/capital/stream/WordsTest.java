package io.tradetracker.broker.capital.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class WordsTest {
    private final Words words = new Words();

    @Test
    void aTextIsTheOneThatWasGivenWhateverWasGivenBefore() {
        long seed = 11;
        Random random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            char[] characters = new char[random.nextInt(40)];
            for (int at = 0; at < characters.length; at++) {
                characters[at] = (char) ('a' + random.nextInt(2));
            }
            int offset = characters.length == 0 ? 0 : random.nextInt(characters.length);
            int length = characters.length - offset;
            assertThat(words.of(characters, offset, length))
                    .as("seed " + seed)
                    .isEqualTo(new String(characters, offset, length));
        }
    }

    @Test
    void theSameTextIsMadeOnce() {
        String first = words.of("xGOLDx".toCharArray(), 1, 4);
        assertThat(words.of("GOLD".toCharArray(), 0, 4)).isSameAs(first).isEqualTo("GOLD");
    }
}
