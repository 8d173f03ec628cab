package io.tradetracker.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a guide shows is what the compiler and the tests saw. */
final class SnippetsTest {
    @Test
    void everyJavaBlockOfTheGuidesIsCompiledCode() {
        Map<String, String> snippets = compiledSnippets();
        List<String> faults = new ArrayList<>();
        for (Path guide : guides()) {
            for (Markdown.JavaBlock block : Markdown.javaBlocks(Repository.read(guide))) {
                String place = Repository.ROOT.relativize(guide) + ":" + block.line();
                if (!snippets.containsKey(block.name())) {
                    faults.add(place + " needs <!-- snippet: name --> before it, with a name of " + snippets.keySet());
                } else if (!block.code().equals(snippets.get(block.name()))) {
                    faults.add(place + " should read\n" + snippets.get(block.name()));
                }
            }
        }

        assertThat(faults).isEmpty();
    }

    @Test
    void everyLinkLeadsSomewhere() {
        List<String> faults = new ArrayList<>();
        for (Path page : pages()) {
            for (String link : Markdown.links(Repository.read(page))) {
                if (!resolves(page, link)) {
                    faults.add(Repository.ROOT.relativize(page) + " links to " + link + ", which is not there");
                }
            }
        }

        assertThat(faults).isEmpty();
    }

    @Test
    void findsBlocksAndTheirNames() {
        String text = "<!-- snippet: a -->\n```java\n  int x;\n    x++;\n```\n\n```java\ny\n```\n```xml\n<z/>\n```\n";

        assertThat(Markdown.javaBlocks(text))
                .containsExactly(new Markdown.JavaBlock("a", 2, "int x;\n  x++;"), new Markdown.JavaBlock("", 7, "y"));
    }

    @Test
    void findsRegions() {
        assertThat(Snippets.of("class A {\n    // snippet: a\n    int x;\n      x++;\n    // end\n}\n"))
                .containsExactly(Map.entry("a", "int x;\n  x++;"));
        assertThatIllegalArgumentException().isThrownBy(() -> Snippets.of("// snippet: a\n"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Snippets.of("// snippet: a\n// end\n// snippet: a\n// end\n"));
    }

    @Test
    void findsLinksAndAnchors() {
        assertThat(Markdown.links("[a](b.md#c) `[x](y)` [h](https://example.org) ![p](../p.png)"))
                .containsExactly("b.md#c", "../p.png");
        assertThat(Markdown.anchors("# Write a strategy in 15 minutes\n## What's `x`?\ntext"))
                .containsExactly("write-a-strategy-in-15-minutes", "whats-x");
    }

    private static boolean resolves(Path page, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        if (!target.toFile().exists()) {
            return false;
        }
        return parts.length == 1 || Markdown.anchors(Repository.read(target)).contains(parts[1]);
    }

    private static Map<String, String> compiledSnippets() {
        Map<String, String> all = new TreeMap<>();
        Stream.of("docs/src/test/java", "samples", "plugins")
                .flatMap(folder -> Repository.files(Repository.ROOT.resolve(folder), ".java").stream())
                .flatMap(source -> Snippets.of(Repository.read(source)).entrySet().stream())
                .forEach(snippet -> assertThat(all.put(snippet.getKey(), snippet.getValue()))
                        .as("snippet %s exists twice", snippet.getKey())
                        .isNull());
        return all;
    }

    private static List<Path> guides() {
        return pages().stream()
                .filter(page -> !page.startsWith(Repository.ROOT.resolve("docs/adr")))
                .toList();
    }

    private static List<Path> pages() {
        List<Path> pages = new ArrayList<>(Repository.files(Repository.ROOT.resolve("docs"), ".md"));
        pages.addAll(Repository.files(Repository.ROOT.resolve("samples"), ".md"));
        Stream.of("README.md", "CHANGELOG.md")
                .map(Repository.ROOT::resolve)
                .filter(page -> page.toFile().exists())
                .forEach(pages::add);
        return pages;
    }
}
