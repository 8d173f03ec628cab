package io.tradetracker.samples.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.tradetracker.samples.server.market.MarketChoice;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server on a Capital.com that it brings itself. */
final class SimulatedMarketIT {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final double PATIENCE_MILLIS = 60_000;

    @TempDir
    static Path home;

    private static Chromium chromium;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
        setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void showsPricesAsTheyHappenAndKeepsItsBotOverARestart() {
        try (ServerProcess server = ServerProcess.start(home, 0, "--market", "simulator")) {
            Page page = open(chromium.desktop(ColorScheme.LIGHT), server);
            String price = page.locator("#tile-price .value").innerText();
            page.waitForCondition(
                    () -> !page.locator("#tile-price .value").innerText().equals(price),
                    new Page.WaitForConditionOptions().setTimeout(PATIENCE_MILLIS));
            assertThat(page.locator("#pause")).isHidden();
            assertThat(page.locator("#speed")).isHidden();
            shot(page, "simulator-desktop");
            Page phone = open(chromium.phone(ColorScheme.DARK), server);
            assertThat(phone.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .isEqualTo(0);
            shot(phone, "simulator-phone");
            assertThat(chromium.faults()).isEmpty();
            chromium.closePages();
        }
        try (ServerProcess server = ServerProcess.start(home, 0, "--market", "simulator")) {
            Page page = open(chromium.desktop(ColorScheme.LIGHT), server);
            assertThat(page.locator("#chart canvas").first()).isVisible();
            assertThat(chromium.faults()).isEmpty();
        }
    }

    private static Page open(Page page, ServerProcess server) {
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.navigate(server.url());
        assertThat(page.locator("#link-state")).hasText("Live");
        assertThat(page.locator("#bot-name")).hasText("BTCUSD trend");
        assertThat(page.locator("#state")).hasText("Running");
        assertThat(page.locator("#feed-source")).hasText("Prices of a simulated Capital.com");
        assertThat(page.locator("#chart canvas").first()).isVisible();
        assertThat(page.locator("body").innerText()).doesNotContain("NaN", "undefined", "null", "Infinity");
        return page;
    }

    @Test
    void cannotHurryWhatHappensNow() throws Exception {
        Path own = home.resolve("own");
        try (ServerProcess server = ServerProcess.start(own, 0, "--market", "simulator", "--instrument", "GOLD");
                HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(server.url() + "/api/bots/gold-trend-simulator/feed"))
                            .header("X-Requested-With", "trade-tracker")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"speed\": 60}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("only recorded ones can be paused or hurried");
        }
    }

    @Test
    void saysWhatIsMissingForCapitalCom() throws Exception {
        assertThat(refused("--market", "capital-demo")).contains("--market: the environment variable CAPITAL_API_KEY");
        assertThat(refused("--market", "nasdaq")).contains("--market: must be " + MarketChoice.CHOICES);
        assertThat(refused("--market", "capital:127.0.0.1")).contains("--market: must be");
        assertThat(refused("--market", "simulator", "--instrument", "NOPE"))
                .contains("There is no such instrument")
                .doesNotContain("\tat ");
    }

    private static String refused(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("--home", home.toString(), "--port", "0"));
        all.addAll(List.of(arguments));
        Process process = ServerProcess.launch(all, Path.of("target", "plugins"));
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isIn(1, 2);
        return said;
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }
}
