package io.tradetracker.samples.cli;

import io.tradetracker.api.broker.MarketData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/** The markets that candles can be downloaded from. A broker's module adds its own here. */
final class DownloadSources {
    private static final List<DownloadSource> ALL = List.of(
            new CsvFolder(),
            new Capital("capital-demo", "capital-demo"),
            new Capital("capital-live", "capital-live"),
            new Capital("capital", "capital:ADDRESS"));

    private DownloadSources() {}

    /** A market as named on the command line. */
    record Named(DownloadSource source, String where) {
        MarketData open() {
            return source.open(where);
        }
    }

    static Named parse(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        return ALL.stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .map(source -> new Named(source, colon < 0 ? "" : text.substring(colon + 1)))
                .orElseThrow(() -> new TypeConversionException("there is no market '" + name + "'; there is "
                        + ALL.stream().map(DownloadSource::usage).collect(Collectors.joining(", "))));
    }

    /** Capital.com, whose key is in the environment. */
    private record Capital(String name, String usage) implements DownloadSource {
        @Override
        public MarketData open(String where) {
            String world = name.substring(name.indexOf('-') + 1);
            return CapitalMarket.open(world.equals(name) ? where : world, System.getenv());
        }
    }

    /** Files in a folder. */
    private static final class CsvFolder implements DownloadSource {
        @Override
        public String name() {
            return "csv";
        }

        @Override
        public String usage() {
            return "csv:FOLDER";
        }

        @Override
        public MarketData open(String where) {
            Path folder = FileName.parse(where);
            if (where.isEmpty() || !Files.isDirectory(folder)) {
                throw new TypeConversionException("--market csv:" + where + " must name a folder, such as csv:prices");
            }
            return new CsvMarket(folder);
        }
    }
}
