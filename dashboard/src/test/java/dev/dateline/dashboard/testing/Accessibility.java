package dev.dateline.dashboard.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks axe-core what keeps people from using the page. */
public final class Accessibility {

  private static final String AXE = axe();

  private Accessibility() {}

  private static String axe() {
    String name = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    try (InputStream in = Accessibility.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + name, e);
    }
  }

  /** Returns what axe finds serious or critical on the page as it is shown, one line each. */
  public static List<String> violations(Browser browser) {
    browser.run(AXE);
    @Nullable Object found =
        browser.runLong(
            """
            const done = arguments[0];
            axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }).then(
              result => done(result.violations
                .filter(each => each.impact === 'serious' || each.impact === 'critical')
                .map(each => each.id + ': ' + each.help + ': ' + each.nodes.slice(0, 3)
                  .map(node => node.html.slice(0, 160) + ' ' + (node.any[0]?.message ?? '')).join(' | '))),
              fault => done(['axe failed: ' + fault]));
            """);
    return ((List<?>) Objects.requireNonNull(found)).stream().map(String::valueOf).toList();
  }
}
