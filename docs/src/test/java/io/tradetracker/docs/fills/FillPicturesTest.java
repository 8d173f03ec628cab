package io.tradetracker.docs.fills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pictures of "How fills work" are drawn from runs, so they cannot show what does not happen. */
final class FillPicturesTest {
    private static final Path FOLDER = Path.of("pictures", "fills");
    private static final Path GUIDE = Path.of("how-fills-work.md");

    static List<FillCase> cases() {
        return FillCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isWhatARunShows(FillCase fillCase) throws IOException {
        Path file = FOLDER.resolve(fillCase.name() + ".svg");
        String picture = FillPicture.of(fillCase);
        if (Boolean.getBoolean("pictures.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, picture);
        }

        assertThat(file)
                .as("if the change is meant: mvn -pl docs -am test -Dtest=FillPicturesTest -Dpictures.update=true")
                .content()
                .isEqualTo(picture);
        assertThat(GUIDE).content().contains(FOLDER + "/" + fillCase.name() + ".svg");
    }

    @Test
    void hasNoPictureThatNoRunDraws() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(cases().stream()
                            .map(fillCase -> fillCase.name() + ".svg")
                            .toList());
        }
    }
}
