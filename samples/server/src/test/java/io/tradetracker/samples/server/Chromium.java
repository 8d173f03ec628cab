package io.tradetracker.samples.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real browser. Where it or Node is missing, tests are skipped; on a build server ({@code CI} is set) they fail. */
final class Chromium implements AutoCloseable {
    private final Playwright playwright;
    private final Browser browser;
    private final List<String> faults = new ArrayList<>();

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() {
        Path node = program("node", "nodejs");
        Path chromium = program("chromium", "chromium-browser", "google-chrome");
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "PLAYWRIGHT_NODEJS_PATH", node.toString())));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setHeadless(true)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
        return new Chromium(playwright, browser);
    }

    Page desktop(ColorScheme colours) {
        return page(new NewContextOptions().setViewportSize(1280, 800), colours);
    }

    Page phone(ColorScheme colours) {
        return page(
                new NewContextOptions()
                        .setViewportSize(390, 844)
                        .setIsMobile(true)
                        .setHasTouch(true)
                        .setDeviceScaleFactor(2),
                colours);
    }

    /** {@return errors on the console, violations of the content policy, and exceptions in pages so far} */
    List<String> faults() {
        return faults;
    }

    /** Closes every page and forgets its faults. */
    void closePages() {
        List.copyOf(browser.contexts()).forEach(BrowserContext::close);
        faults.clear();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private Page page(NewContextOptions options, ColorScheme colours) {
        BrowserContext context = browser.newContext(options.setLocale("en-GB")
                .setTimezoneId("UTC")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(colours));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                faults.add(message.text());
            }
        });
        page.onPageError(faults::add);
        page.onRequest(request -> {
            if (!request.url().matches("(http|ws)://127\\.0\\.0\\.1:.*|(data|blob):.*")) {
                faults.add("request to another host: " + request.url());
            }
        });
        return page;
    }

    private static Path program(String... names) {
        Optional<Path> found = Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        String message = "none of " + List.of(names) + " is on the PATH: install it to run browser tests";
        if (System.getenv("CI") != null) {
            assertThat(found).as(message).isPresent();
        }
        assumeTrue(found.isPresent(), message);
        return found.orElseThrow();
    }
}
