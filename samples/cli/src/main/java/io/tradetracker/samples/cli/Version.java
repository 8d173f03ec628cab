package io.tradetracker.samples.cli;

import io.tradetracker.api.ApiVersion;
import picocli.CommandLine.IVersionProvider;

/** Reads the version from the jar. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        Package jar = Version.class.getPackage();
        String version = jar == null ? null : jar.getImplementationVersion();
        return new String[] {
            "tradetracker " + (version == null ? "(not packaged)" : version),
            "strategy API " + ApiVersion.current(),
            "Java " + Runtime.version()
        };
    }
}
