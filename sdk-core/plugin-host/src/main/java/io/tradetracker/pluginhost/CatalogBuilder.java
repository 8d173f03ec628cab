package io.tradetracker.pluginhost;

import io.tradetracker.api.error.TradeTrackerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a folder in three steps: check each jar, refuse clashes between jars, then load the rest. */
final class CatalogBuilder {
    private final PrivateFolder copies = new PrivateFolder();
    private final List<PluginFailure> failures = new ArrayList<>();
    private final List<HostedPlugin> hosted = new ArrayList<>();
    private final SignatureGate signatures;

    CatalogBuilder(SignatureGate signatures) {
        this.signatures = signatures;
    }

    PluginCatalog build(Path folder) {
        try {
            List<PluginArchive> archives = withoutClashes(check(jarsIn(folder)));
            archives.forEach(this::load);
            failures.sort(Comparator.comparing(PluginFailure::file));
            return new PluginCatalog(folder, hosted, failures, copies);
        } catch (RuntimeException | Error failure) {
            hosted.forEach(HostedPlugin::close);
            copies.close();
            throw failure;
        }
    }

    private static List<Path> jarsIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new TradeTrackerException(
                    PluginError.NO_FOLDER,
                    "plugin folder " + folder.toAbsolutePath()
                            + (Files.exists(folder) ? " is a file" : " does not exist")
                            + ": name a folder that holds plugin jars, or make an empty one");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(CatalogBuilder::isJarName).sorted().toList();
        } catch (IOException | java.io.UncheckedIOException failure) {
            throw new TradeTrackerException(
                    PluginError.UNREADABLE,
                    "plugin folder " + folder.toAbsolutePath() + " cannot be read: check its permissions",
                    failure);
        }
    }

    private static boolean isJarName(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(".jar") && !name.startsWith(".");
    }

    private List<PluginArchive> check(List<Path> jars) {
        List<PluginArchive> archives = new ArrayList<>();
        for (Path jar : jars) {
            try {
                archives.add(signatures.check(copies.copy(jar)));
            } catch (PluginRefusal refusal) {
                failures.add(refusal.of(jar));
            }
        }
        return archives;
    }

    private List<PluginArchive> withoutClashes(List<PluginArchive> archives) {
        Map<Path, PluginFailure> clashes = new TreeMap<>();
        clashes(
                        archives,
                        "strategy",
                        PluginError.DUPLICATE_STRATEGY,
                        archive -> archive.strategies().keySet())
                .forEach(clash -> clashes.put(clash.file(), clash));
        clashes(archives, "plugin", PluginError.DUPLICATE_PLUGIN, archive -> Set.of(archive.id()))
                .forEach(clash -> clashes.put(clash.file(), clash));
        failures.addAll(clashes.values());
        return archives.stream()
                .filter(archive -> !clashes.containsKey(archive.file()))
                .toList();
    }

    private static List<PluginFailure> clashes(
            List<PluginArchive> archives, String what, PluginError code, Function<PluginArchive, Set<String>> idsOf) {
        Map<String, List<Path>> owners = new TreeMap<>();
        archives.forEach(archive -> idsOf.apply(archive)
                .forEach(id ->
                        owners.computeIfAbsent(id, none -> new ArrayList<>()).add(archive.file())));
        return owners.entrySet().stream()
                .filter(owner -> owner.getValue().size() > 1)
                .flatMap(owner -> owner.getValue().stream()
                        .map(file -> clash(file, what + " id '" + owner.getKey() + "'", owner.getValue(), code)))
                .toList();
    }

    private static PluginFailure clash(Path file, String id, List<Path> owners, PluginError code) {
        String others = owners.stream()
                .filter(owner -> !owner.equals(file))
                .map(owner -> String.valueOf(owner.getFileName()))
                .collect(Collectors.joining(", "));
        return new PluginFailure(
                file,
                code,
                "its " + id + " is also in " + others + "; neither is loaded: keep one of them in the folder");
    }

    private void load(PluginArchive archive) {
        try {
            HostedPlugin plugin = HostedPlugin.open(archive);
            hosted.add(plugin);
            signatures.accept(archive);
        } catch (PluginRefusal refusal) {
            failures.add(refusal.of(archive.file()));
        } catch (RuntimeException failure) {
            failures.add(new PluginFailure(
                    archive.file(),
                    PluginError.PROVIDER_FAILED,
                    "it cannot be loaded: " + AuthorFailure.describe(failure) + "; rebuild the plugin"));
        }
    }
}
