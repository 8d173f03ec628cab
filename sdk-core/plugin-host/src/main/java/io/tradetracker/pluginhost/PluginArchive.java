package io.tradetracker.pluginhost;

import io.tradetracker.api.strategy.StrategySpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * A jar that was checked without loading any class.
 *
 * @param copy the private copy, whose bytes are the checked ones
 * @param descriptor what the jar says about itself
 * @param strategies what it offers, by id
 */
record PluginArchive(PrivateCopy copy, DescriptorFile descriptor, TreeMap<String, OfferedStrategy> strategies) {
    private static final String INDEX = "META-INF/extensions.idx";
    private static final int MAX_INDEX_BYTES = 64 * 1024;

    /** A strategy and the class that makes it. */
    record OfferedStrategy(StrategySpec spec, String provider) {}

    static PluginArchive check(PrivateCopy copy) throws PluginRefusal {
        try (JarFile jar = new JarFile(copy.path().toFile(), false)) {
            JarContent content = new JarContent(jar);
            content.check();
            PluginManifest manifest = PluginManifest.of(jar.getManifest());
            DescriptorFile descriptor = DescriptorFile.parse(
                    content.read(DescriptorFile.PATH, DescriptorFile.MAX_BYTES, PluginError.BAD_DESCRIPTOR));
            requireSame("id", manifest.id(), descriptor.id());
            requireSame("version", manifest.version(), descriptor.version());
            ApiLevel.requireOffered(descriptor.api());
            byte[] index = content.read(INDEX, MAX_INDEX_BYTES, PluginError.BAD_INDEX);
            PluginArchive archive = new PluginArchive(copy, descriptor, strategies(descriptor));
            archive.requireIndex(new String(index, StandardCharsets.UTF_8));
            return archive;
        } catch (IOException | IllegalArgumentException | SecurityException damaged) {
            throw new PluginRefusal(
                    PluginError.NOT_A_JAR,
                    "it is no readable jar (" + damaged.getMessage() + "); copy or build the file again");
        }
    }

    String id() {
        return descriptor.id();
    }

    Path file() {
        return copy.original();
    }

    Set<String> providers() {
        return strategies.values().stream()
                .map(OfferedStrategy::provider)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * {@return the author's own classes; libraries inside the jar are left alone, as they may refer to what is absent}
     *
     * @throws PluginRefusal when the jar cannot be read
     */
    Set<String> classesBesideProviders() throws PluginRefusal {
        Set<String> folders = providers().stream()
                .map(provider -> folderOf(provider.replace('.', '/')))
                .collect(Collectors.toSet());
        try (JarFile jar = new JarFile(copy.path().toFile(), false)) {
            return jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(".class") && folders.contains(folderOf(name)))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .filter(name -> !name.endsWith("-info"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException damaged) {
            throw new PluginRefusal(
                    PluginError.UNREADABLE, "its copy cannot be read (" + damaged.getMessage() + "); load it again");
        }
    }

    private static String folderOf(String entry) {
        return entry.substring(0, entry.lastIndexOf('/') + 1);
    }

    /** {@return the specifications that a provider should offer, by id} */
    List<StrategySpec> specsOf(String provider) {
        return strategies.values().stream()
                .filter(strategy -> strategy.provider().equals(provider))
                .map(OfferedStrategy::spec)
                .sorted(Comparator.comparing(StrategySpec::id))
                .toList();
    }

    LoadedPlugin loaded() {
        List<StrategyEntry> entries = new ArrayList<>();
        strategies
                .values()
                .forEach(strategy -> entries.add(
                        new StrategyEntry(strategy.spec(), id(), descriptor.version(), file(), copy.sha256())));
        return new LoadedPlugin(
                id(), descriptor.version(), descriptor.name(), descriptor.api(), file(), copy.sha256(), entries);
    }

    private static TreeMap<String, OfferedStrategy> strategies(DescriptorFile descriptor) throws PluginRefusal {
        TreeMap<String, OfferedStrategy> strategies = new TreeMap<>();
        try {
            descriptor
                    .strategies()
                    .forEach(strategy ->
                            strategies.put(strategy.id(), new OfferedStrategy(strategy.spec(), strategy.provider())));
        } catch (IllegalArgumentException badSpec) {
            throw new PluginRefusal(
                    PluginError.BAD_DESCRIPTOR,
                    DescriptorFile.PATH + " is wrong: " + badSpec.getMessage() + "; rebuild the plugin");
        }
        return strategies;
    }

    private static void requireSame(String what, String manifest, String descriptor) throws PluginRefusal {
        if (!manifest.equals(descriptor)) {
            throw new PluginRefusal(
                    PluginError.BAD_DESCRIPTOR,
                    "its manifest says " + what + " '" + manifest + "', but its descriptor says '" + descriptor
                            + "'; clean and rebuild the plugin");
        }
    }

    private void requireIndex(String index) throws PluginRefusal {
        Set<String> indexed = index.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!indexed.equals(providers())) {
            throw new PluginRefusal(
                    PluginError.BAD_INDEX,
                    INDEX + " names " + indexed + ", but the descriptor names " + providers()
                            + "; clean and rebuild the plugin with the processor of the SDK alone");
        }
    }
}
