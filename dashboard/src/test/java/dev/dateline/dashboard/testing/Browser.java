package dev.dateline.dashboard.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium without a window, and what tests do with it. */
public final class Browser implements AutoCloseable {

  /** What a skipped test says. */
  public static final String MISSING =
      "no Chromium here: install the packages chromium and chromium-driver to run the browser tests";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ChromeDriver driver;
  private final URI address;

  private Browser(ChromeDriver driver, URI address) {
    this.driver = driver;
    this.address = address;
  }

  /** Tells whether there is a Chromium with its driver on this machine. */
  public static boolean isThere() {
    return program("chromium", "chromium-browser").isPresent()
        && program("chromedriver").isPresent();
  }

  private static Optional<File> program(String... names) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .flatMap(directory -> Stream.of(names).map(name -> new File(directory, name)))
        .filter(File::canExecute)
        .findFirst();
  }

  /** Starts one that shows the page at that address. */
  public static Browser open(URI address) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(program("chromium", "chromium-browser").orElseThrow());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--disable-background-networking",
        "--hide-scrollbars",
        "--lang=en");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, java.util.logging.Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(program("chromedriver").orElseThrow())
            .usingAnyFreePort()
            .build();
    return new Browser(new ChromeDriver(service, options), address);
  }

  /** Makes the window so wide, and its colours light or dark. */
  public void look(int width, int height, String theme) {
    driver.manage().window().setSize(new Dimension(width, height));
    // A window has a least width of its own; what the page sees has none.
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
  }

  /** Goes to an address of the page. */
  public void go(String path) {
    driver.get(address.resolve(path).toString());
  }

  /** Returns the elements that are there now. */
  public List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** Returns the first such element as soon as there is one. */
  public WebElement first(String selector) {
    return first(selector, "");
  }

  /** Returns the first such element with that text in it, as soon as there is one. */
  public WebElement first(String selector, String text) {
    return Awaitility.await(selector + " with \"" + text + "\"")
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () ->
                all(selector).stream()
                    .filter(each -> each.getText().contains(text))
                    .findFirst()
                    .orElse(null),
            Objects::nonNull);
  }

  /** Waits until a script gives true. */
  public void awaitTrue(String script) {
    Awaitility.await(script)
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> Boolean.TRUE.equals(run("return " + script)));
  }

  /** Returns what a script gives. */
  public @Nullable Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Returns what a script gives to its callback, the last argument. */
  public @Nullable Object runLong(String script) {
    driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
    return driver.executeAsyncScript(script);
  }

  /** Returns a number that a script gives. */
  public double number(String script) {
    return ((Number) Objects.requireNonNull(run("return " + script), script)).doubleValue();
  }

  /** Presses keys where the focus is. */
  public void press(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  /** Returns the address that is shown. */
  public String location() {
    return String.valueOf(driver.getCurrentUrl());
  }

  /**
   * Returns errors on the console since the last call, those of a server that was away left out.
   */
  public List<String> errors() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= java.util.logging.Level.SEVERE.intValue())
        .map(entry -> entry.getMessage())
        .filter(message -> !message.contains("net::ERR_"))
        .toList();
  }

  /** Writes what is seen as a PNG. */
  public void shoot(Path file) {
    try {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file, e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
