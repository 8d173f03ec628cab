package io.tradetracker.samples.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DashboardIT {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final double PATIENCE_MILLIS = 60_000;
    private static final String FILLS = "parseInt(document.querySelector('#fill-count').innerText || '0')";

    /** How many tiles do not show all of a number or of what is said about it. */
    private static final String CUT_OFF =
            "[...document.querySelectorAll('.tile p')].filter(each => each.scrollWidth > each.clientWidth + 1).length";

    @TempDir
    static Path home;

    private static Chromium chromium;

    private ServerProcess server;

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

    @BeforeEach
    void startServer() {
        server = ServerProcess.start(home, 0, "--speed", "600");
    }

    @AfterEach
    void stopServer() {
        chromium.closePages();
        server.close();
    }

    @Test
    void showsCandlesAndFillsAsTheyArrive() {
        Page page = openRunning(ColorScheme.LIGHT);
        String prices = page.locator("#readout").innerText();
        int fills = fills(page);

        await(page, () -> !page.locator("#readout").innerText().equals(prices));
        await(page, () -> fills(page) > fills);

        assertThat(page.locator("#chart canvas").first()).isVisible();
        assertThat(page.locator("#timeline li").first()).containsText("crossed");
        assertThat(page.locator("#fills tbody tr").first()).containsText("the position");
        assertThat(chromium.faults()).isEmpty();
    }

    @Test
    void keepsAStoppedBotAndWhatItDidOverARestart() {
        Page page = openRunning(ColorScheme.LIGHT);
        await(page, () -> fills(page) > 0);
        button(page, "Stop bot").click();
        assertThat(page.locator("#state")).hasText("Stopped by its owner");
        assertThat(page.locator("#situation-advice")).containsText("position");
        assertThat(page.locator("#tile-equity")).containsText("as of");
        assertThat(button(page, "Start bot")).isFocused();
        Record before = Record.of(page);

        restart(page, server::close);

        assertThat(page.locator("#state")).hasText("Stopped by its owner");
        assertThat(Record.of(page)).isEqualTo(before);
    }

    @Test
    void goesOnAfterTheServerIsKilled() {
        Page page = openRunning(ColorScheme.LIGHT);
        await(page, () -> fills(page) > 0);
        int fills = fills(page);
        String oldest = page.locator("#fills tbody tr").last().innerText();

        restart(page, server::kill);

        assertThat(page.locator("#state")).hasText("Running");
        assertThat(fills(page)).isGreaterThanOrEqualTo(fills);
        assertThat(page.locator("#fills tbody tr").allInnerTexts()).contains(oldest);
        int now = fills(page);
        await(page, () -> fills(page) > now);
    }

    @Test
    void startsOverWithANewAccountAndKeepsItOverARestart() {
        Page page = openRunning(ColorScheme.DARK);
        String before = page.locator("#bot-name").innerText();
        button(page, "Stop bot").click();
        button(page, "Start over").click();
        assertThat(page.locator("#bot-name")).not().hasText(before);
        assertThat(page.locator("#state")).hasText("Running");
        assertThat(button(page, "Stop bot")).isFocused();
        String after = page.locator("#bot-name").innerText();
        assertThat(chromium.faults()).isEmpty();

        restart(page, server::close);

        assertThat(page.locator("#bot-name")).hasText(after);
    }

    @Test
    void saysWhenTheServerIsAwayAndComesBackByItself() {
        Page page = openRunning(ColorScheme.DARK);
        int port = server.port();

        server.close();
        assertThat(page.locator("#link-state")).hasText("Reconnecting");
        assertThat(page.locator("#banner")).containsText("Numbers are frozen");
        shot(page, "connection-lost");

        server = ServerProcess.start(home, port, "--speed", "600");
        assertThat(page.locator("#link-state")).hasText("Live");
        assertThat(page.locator("#banner")).isHidden();
    }

    @Test
    void pausesTheReplayAndChangesItsSpeed() {
        Page page = openRunning(ColorScheme.LIGHT);

        button(page, "60×").click();
        assertThat(page.locator("#feed-text")).containsText("60× as fast");
        button(page, "Pause replay").click();
        assertThat(page.locator("#feed-text")).containsText("paused");
        button(page, "Resume replay").click();

        assertThat(page.locator("#feed-text")).containsText("replayed 60× as fast");
        assertThat(chromium.faults()).isEmpty();
    }

    @Test
    void isUsableByKeyboardAndReadsAsText() {
        Page page = openRunning(ColorScheme.LIGHT);

        page.locator("#chart").focus();
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("End");
        page.getByText("Show the candles as a table").click();

        assertThat(page.locator("#table-view table tbody tr")).hasCount(100);
        assertThat(page).hasTitle(java.util.regex.Pattern.compile(".*PAPER.*"));
        assertThat(chromium.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "desktop, 1280, LIGHT",
        "desktop, 1280, DARK",
        "phone, 390, LIGHT",
        "phone, 390, DARK",
        "small-phone, 320, LIGHT",
        "tablet, 768, LIGHT"
    })
    void fitsItsScreenAndBreaksNoRule(String device, int width, ColorScheme colours) {
        Page page = device.endsWith("phone") ? chromium.phone(colours) : chromium.desktop(colours);
        page.setViewportSize(width, 844);
        open(page);
        startIfStopped(page);
        await(page, () -> fills(page) > 2);
        assertThat(page.locator("#chart canvas").first()).isVisible();
        if (device.equals("desktop")) {
            page.locator("#chart").hover();
        }

        shot(page, device + "-" + colours.name().toLowerCase(java.util.Locale.ROOT));

        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isEqualTo(0);
        assertThat(page.evaluate(CUT_OFF)).isEqualTo(0);
        assertThat(page.locator("body").innerText()).doesNotContain("NaN", "undefined", "null", "Infinity");
        assertThat(chromium.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"desktop, 1280, DARK", "phone, 390, LIGHT"})
    void showsTheChartAsAPicture(String device, int width, ColorScheme colours) {
        Page page = device.equals("phone") ? chromium.phone(colours) : chromium.desktop(colours);
        page.setViewportSize(width, 844);
        open(page);
        startIfStopped(page);
        await(page, () -> fills(page) > 2);
        page.locator("#picture-view summary").click();
        assertThat(page.locator("#picture-note")).containsText("As it was at");
        page.locator("#picture-image").hover();

        assertThat(page.locator("#picture-note")).containsText("close");
        assertThat(page.locator("#picture-cross")).isVisible();
        assertThat(page.evaluate("document.querySelector('#picture-image').naturalWidth > 0"))
                .isEqualTo(true);
        shot(page, "picture-" + device);
        page.locator("#picture-patterns").selectOption("");
        assertThat(page.locator("#picture-svg")).not().hasAttribute("href", Pattern.compile(".*pattern=all.*"));
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isEqualTo(0);
        assertThat(chromium.faults()).isEmpty();
    }

    private Page openRunning(ColorScheme colours) {
        Page page = open(chromium.desktop(colours));
        startIfStopped(page);
        return page;
    }

    private Page open(Page page) {
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.navigate(server.url());
        assertThat(page.locator("#link-state")).hasText("Live");
        return page;
    }

    private static void startIfStopped(Page page) {
        if (button(page, "Start bot").isVisible()) {
            button(page, "Start bot").click();
        }
        assertThat(page.locator("#state")).hasText("Running");
    }

    private void restart(Page page, Runnable end) {
        end.run();
        server = ServerProcess.start(home, 0, "--speed", "600");
        open(page);
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** The page's own rules forbid it to evaluate text, which the browser driver's wait would do inside it. */
    private static void await(Page page, BooleanSupplier condition) {
        page.waitForCondition(condition, new Page.WaitForConditionOptions().setTimeout(PATIENCE_MILLIS));
    }

    private static int fills(Page page) {
        return ((Number) page.evaluate(FILLS)).intValue();
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** What must be the same after a restart. */
    private record Record(String equity, String position, String fillCount, String fills, String decisions) {
        static Record of(Page page) {
            return new Record(
                    page.locator("#tile-equity").innerText(),
                    page.locator("#tile-position").innerText(),
                    page.locator("#fill-count").innerText(),
                    page.locator("#fills").innerText(),
                    page.locator("#timeline").innerText());
        }
    }
}
