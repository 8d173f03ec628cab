package io.tradetracker.processor;

import io.tradetracker.api.strategy.StrategyInfo;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.FileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Makes a plugin of the classes that carry {@link StrategyInfo}: for each a provider that binds parameters without
 * reflection, and for all of them {@code META-INF/extensions.idx} and {@code META-INF/tradetracker/plugin.json}.
 *
 * <p>Options of the compiler: {@code -Atradetracker.plugin.id}, {@code -Atradetracker.plugin.version} and, if the id is
 * not what people should read, {@code -Atradetracker.plugin.name}. The same sources give the same bytes.
 */
public final class StrategyProcessor extends AbstractProcessor {
    private static final String INDEX = "META-INF/extensions.idx";

    private final Map<String, StrategyModel> byId = new TreeMap<>();
    private @Nullable Faults faults;
    private @Nullable TypeElement forgotten;

    /** Made by the compiler. */
    public StrategyProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        // every class, to notice a strategy that lacks the annotation
        return Set.of("*");
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(PluginIdentity.ID_OPTION, PluginIdentity.VERSION_OPTION, PluginIdentity.NAME_OPTION);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        faults = new Faults(environment.getMessager());
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Faults found = faults;
        if (found == null) {
            throw new IllegalStateException("init was not called");
        }
        ElementFilter.typesIn(round.getElementsAnnotatedWith(StrategyInfo.class))
                .forEach(type -> add(type, found));
        if (forgotten == null) {
            forgotten = ForgottenStrategy.among(round.getRootElements(), processingEnv);
        }
        if (round.processingOver() && !round.errorRaised() && found.count() == 0 && !byId.isEmpty()) {
            writePlugin(found);
        }
        if (round.processingOver() && byId.isEmpty() && found.count() == 0 && forgotten != null) {
            found.advise(
                    forgotten,
                    "strategy " + forgotten
                            + " has no @StrategyInfo, so this is no plugin: annotate the class with its "
                            + "id, name and summary");
        }
        return false;
    }

    private void add(TypeElement type, Faults found) {
        StrategyModel model =
                new StrategyReader(processingEnv, found).read(type, type.getAnnotation(StrategyInfo.class));
        if (model == null) {
            return;
        }
        StrategyModel other = byId.putIfAbsent(model.spec().id(), model);
        if (other != null) {
            found.add(type, "strategy id '" + model.spec().id() + "' is taken by " + other.type() + ": choose another");
            return;
        }
        writeProvider(model, found);
    }

    private void writeProvider(StrategyModel model, Faults found) {
        try (Writer writer = processingEnv
                .getFiler()
                .createSourceFile(model.qualifiedProviderName(), model.type())
                .openWriter()) {
            writer.write(ProviderSource.write(model));
        } catch (IOException failure) {
            found.add(model.type(), "cannot write " + model.qualifiedProviderName() + ": " + failure.getMessage());
        }
    }

    private void writePlugin(Faults found) {
        PluginIdentity identity = PluginIdentity.from(processingEnv.getOptions(), found);
        if (identity == null) {
            return;
        }
        String descriptor = Descriptor.write(identity, byId.values().stream().toList());
        if (descriptor.length() > Descriptor.MAX_BYTES) {
            found.add("the plugin's descriptor has " + descriptor.length() + " bytes, more than " + Descriptor.MAX_BYTES
                    + ": shorten summaries and help texts, or split the plugin");
            return;
        }
        write(Descriptor.PATH, descriptor, found);
        write(INDEX, index(), found);
    }

    private String index() {
        return byId.values().stream()
                .map(model -> model.qualifiedProviderName() + "\n")
                .sorted()
                .collect(Collectors.joining());
    }

    private void write(String path, String text, Faults found) {
        Element[] origins = byId.values().stream().map(StrategyModel::type).toArray(Element[]::new);
        try {
            FileObject file = processingEnv.getFiler().createResource(StandardLocation.CLASS_OUTPUT, "", path, origins);
            try (var out = file.openOutputStream()) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            found.add("cannot write " + path + ": " + failure.getMessage()
                    + "; if another annotation processor writes it too (PF4J's does), name only "
                    + StrategyProcessor.class.getName() + " with -processor");
        }
    }
}
