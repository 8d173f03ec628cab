package io.tradetracker.testkit.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A kit that lets a wrong broker pass proves nothing. */
final class BrokerContractTest {
    @TestFactory
    Stream<DynamicTest> noticesEveryLie() {
        return Arrays.stream(Lie.values())
                .map(lie -> DynamicTest.dynamicTest(
                        lie.name(),
                        () -> assertThat(failures(lie))
                                .as("tests that a broker fails which %s", lie)
                                .contains(lie.test())));
    }

    private static Set<String> failures(Lie lie) {
        LyingVenue.LIE.set(lie);
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(LyingVenue.class))
                .build();
        Set<String> failed = new TreeSet<>();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                    test.getSource()
                            .filter(MethodSource.class::isInstance)
                            .map(MethodSource.class::cast)
                            .ifPresent(source -> failed.add(source.getMethodName()));
                }
            }
        });
        return failed;
    }
}
