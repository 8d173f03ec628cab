package io.tradetracker.processor;

import io.tradetracker.api.parameter.ParameterSpec;
import java.util.stream.Collectors;

/** The source of the class that offers one strategy to a host. Every type is written out, so no name can clash. */
final class ProviderSource {
    private ProviderSource() {}

    static String write(StrategyModel model) {
        String body = """
            /** Offers {@link %1$s} to a host. */
            @javax.annotation.processing.Generated("io.tradetracker.processor.StrategyProcessor")
            public final class %2$s implements io.tradetracker.api.strategy.StrategyProvider {
                private static final String ID = %3$s;

                /** Makes the provider; called by the host. */
                public %2$s() {}

                @Override
                public java.util.List<io.tradetracker.api.strategy.StrategySpec> strategies() {
                    return java.util.List.of(io.tradetracker.api.strategy.StrategySpec.of(
                            ID,
                            %4$s,
                            %5$s,
                            java.util.List.of(%6$s)));
                }

                @Override
                public io.tradetracker.api.strategy.Strategy create(
                        String strategyId,
                        io.tradetracker.api.parameter.ParameterValues parameters,
                        io.tradetracker.api.strategy.StrategyContext context) {
                    if (!strategyId.equals(ID)) {
                        throw new IllegalArgumentException("no strategy '" + strategyId + "' here, only '" + ID + "'");
                    }
                    return new %1$s(context%7$s);
                }
            }
            """.formatted(
                model.type().getQualifiedName(),
                model.providerName(),
                JavaText.literal(model.spec().id()),
                JavaText.literal(model.spec().name()),
                JavaText.literal(model.spec().summary()),
                model.spec().parameters().stream().map(ProviderSource::spec).collect(Collectors.joining(",")),
                arguments(model));
        return model.packageName().isEmpty() ? body : "package " + model.packageName() + ";\n\n" + body;
    }

    private static String arguments(StrategyModel model) {
        return model.recordName().isEmpty()
                ? ""
                : ", new " + model.recordName() + "("
                        + model.bindings().stream()
                                .map(binding -> "\n                " + binding)
                                .collect(Collectors.joining(","))
                        + ")";
    }

    private static String spec(ParameterSpec spec) {
        return """

                io.tradetracker.api.parameter.ParameterSpec.builder(
                                %s, new io.tradetracker.api.parameter.ParameterType(%s), %s)
                        .label(%s)
                        .help(%s)
                        .unit(%s)
                        .min(%s)
                        .max(%s)
                        .step(%s)
                        .choices(%s)
                        .build()""".formatted(
                        JavaText.literal(spec.name()),
                        JavaText.literal(spec.type().name()),
                        JavaText.literal(spec.defaultValue()),
                        JavaText.literal(spec.label()),
                        JavaText.literal(spec.help()),
                        JavaText.literal(spec.unit()),
                        JavaText.literal(spec.min()),
                        JavaText.literal(spec.max()),
                        JavaText.literal(spec.step()),
                        JavaText.literal(spec.choices()))
                .replace("\n", "\n" + " ".repeat(20));
    }
}
