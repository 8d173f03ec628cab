package io.tradetracker.docs.fills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide names every code with which the simulated account refuses, and none besides. */
final class RefusalCodesTest {
    private static final Path SIMULATION =
            Path.of("..", "sdk-core", "src", "main", "java", "io", "tradetracker", "core", "simulation");
    private static final Pattern REFUSAL = Pattern.compile("new Refusal\\(\\s*\"([A-Z_]+)\"");
    private static final Pattern LIST = Pattern.compile("## What is refused.*?`([A-Z_\\s]+)`\\.", Pattern.DOTALL);

    @Test
    void areAllInTheGuide() throws IOException {
        String guide = Files.readString(Path.of("how-fills-work.md"));
        String list = LIST.matcher(guide).results().findFirst().orElseThrow().group(1);

        assertThat(Set.of(list.trim().split("\\s+", -1))).isEqualTo(codes());
    }

    /** What is refused on real accounts only is in the guide to bots. */
    private static boolean isOfTheSimulatedAccount(Path file) {
        return Files.isRegularFile(file) && !file.getFileName().toString().startsWith("Live");
    }

    private static Set<String> codes() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.list(SIMULATION)) {
            for (Path file :
                    files.filter(RefusalCodesTest::isOfTheSimulatedAccount).toList()) {
                codes.addAll(REFUSAL.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .collect(Collectors.toSet()));
            }
        }
        return codes;
    }
}
