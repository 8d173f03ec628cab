package io.tradetracker.processor;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What the compiler made of source texts, all in memory.
 *
 * @param errors messages, in their order
 * @param warnings messages of the linter, in their order
 * @param notes messages that are no warnings, in their order
 * @param files what was written, by path
 */
record Compilation(List<String> errors, List<String> warnings, List<String> notes, Map<String, byte[]> files) {
    static final List<String> IDENTITY =
            List.of("-Atradetracker.plugin.id=com.example.demo", "-Atradetracker.plugin.version=1.2.3");

    static Compilation of(String... sources) {
        return of(IDENTITY, sources);
    }

    static Compilation of(List<String> pluginOptions, String... sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options = new ArrayList<>(pluginOptions);
        options.addAll(List.of("--release", "21", "-Xlint:all,-processing,-options"));
        options.addAll(List.of("-cp", System.getProperty("java.class.path")));
        Memory memory = new Memory(compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8));
        List<Text> units = new ArrayList<>();
        for (String source : sources) {
            units.add(new Text(source));
        }
        JavaCompiler.CompilationTask task = compiler.getTask(null, memory, found, options, null, units);
        task.setProcessors(List.of(new StrategyProcessor()));
        task.call();
        return new Compilation(
                messages(found, Diagnostic.Kind.ERROR),
                messages(found, Diagnostic.Kind.WARNING),
                messages(found, Diagnostic.Kind.NOTE),
                memory.files());
    }

    String text(String path) {
        return new String(files.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
    }

    private static List<String> messages(DiagnosticCollector<JavaFileObject> found, Diagnostic.Kind kind) {
        return found.getDiagnostics().stream()
                .filter(each -> each.getKind() == kind)
                .map(each -> each.getMessage(Locale.ROOT))
                .toList();
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String source;

        Text(String source) {
            super(URI.create("memory:///" + nameOf(source) + ".java"), Kind.SOURCE);
            this.source = source;
        }

        private static String nameOf(String source) {
            return source.replaceFirst(
                    "(?s).*?public (?:final |abstract )*(?:class|record|enum|interface) (\\w+).*", "$1");
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }

    private static final class Written extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Written(String path, Kind kind) {
            super(URI.create("memory:///" + path), kind);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, Written> written = new TreeMap<>();

        Memory(StandardJavaFileManager disk) {
            super(disk);
        }

        Map<String, byte[]> files() {
            Map<String, byte[]> files = new TreeMap<>();
            written.forEach((path, file) -> files.put(path, file.bytes.toByteArray()));
            return files;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return write(className.replace('.', '/') + kind.extension, kind);
        }

        @Override
        public FileObject getFileForOutput(
                JavaFileManager.Location location, String packageName, String name, FileObject sibling) {
            return write(name, JavaFileObject.Kind.OTHER);
        }

        private Written write(String path, JavaFileObject.Kind kind) {
            return written.computeIfAbsent(path, none -> new Written(path, kind));
        }
    }
}
