package dev.dateline.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageMarkupTest {

  @Test
  void whatNoReaderSeesIsGone() {
    assertThat(
            lean(
                "<head><style media=screen>p > a {}</style></head><p>Über"
                    + "<SCRIPT>if (a<b) c('</p>');</SCRIPT > all<!-- <p>not -->.</p>"))
        .isEqualTo("<head></head><p>Über all.</p>");
  }

  @Test
  void attributesThatNothingAsksForAreGone() {
    assertThat(
            lean(
                "<div data-a='1>' class=b data-c=\"<!--\"><img src=/d alt='e' title=\"f\" "
                    + "width=1><a data-g=1/ href=/h target=_blank>i</a data-j=k></div>"))
        .isEqualTo("<div  class=b ><img    width=1><a  href=/h >i</a ></div>");
  }

  @Test
  void ofWhereAnAnchorLeadsItsFirstCharacterIsLeft() {
    assertThat(
            lean(
                "<a href='/news/1?a=b'>a</a><a id=b href=\"https://c.example/\" class=d>e</a>"
                    + "<a href=''>f</a><a href=' g'>h</a><a href='i'>j</a><a href='é/k'>l</a>"))
        .isEqualTo(
            "<a href='/'>a</a><a id=b href=\"h\" class=d>e</a>"
                + "<a href=''>f</a><a href=' g'>h</a><a href='i'>j</a><a href='é/k'>l</a>");
  }

  @Test
  void ofLinksTheOneToThePageItselfStays() {
    String canonical = "<link rel=canonical href='https://news.example/a'>";
    assertThat(lean("<link rel=icon href=/i.png>" + canonical + "<LINK\nrel=alternate href=/f>"))
        .isEqualTo(canonical);
  }

  @Test
  void whiteSpaceBetweenTagsIsOneCharacterUntilItMatters() {
    assertThat(lean("<div>\n\t <p> a  b </p>  \n</div> <pre>\n  \n<b>\n \n</b></pre>"))
        .isEqualTo("<div>\n<p> a  b </p> </div> <pre>\n  \n<b>\n \n</b></pre>");
  }

  @Test
  void aPageWithoutThemIsNotCopied() {
    byte[] page = "<p>All of it is text, a < b too.</p>".getBytes(UTF_8);
    assertThat(PageMarkup.lean(page)).isSameAs(page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\"}</script>",
        "<script type='application/ld&#x2B;json'>{}</script>",
      })
  void linkedDataStays(String script) {
    assertThat(lean(script + "<script>x</script>")).isEqualTo(script);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a title='<script>'>Seen</a>, <b>and this</b><script>not</script>.",
        "<a title=\"it's <!-- \">Seen</a><!-- not --> and this.",
        "<a title = '>' href=x>Seen</a><style>not</style>",
        "<title><script></title><p>Seen<script>not</script>",
        "<textarea><!-- </textarea>Seen<!-- not -->",
        "<iframe><script></iframe>Seen<script>not</script>",
        "<!--><p>Seen<!-- not --!>, and this<!--- not ---> too",
        "<!--!> not --><p>Seen",
        "Seen<!-- <script> --> and this<script>not</script>",
        "<script><!-- document.write('<script>not</script>') --></script>Seen",
        "<script>var a = '<!--';</script>Seen<script>var b = '-->';</script> and this",
        "<script src=x />not</script>Seen",
        "<svg><svg></svg><text>within</text></svg>Seen",
        "<svg/>Seen<svg><path/></svg>",
        "<scripts>Seen</scripts><styled>too</styled>",
        "Seen<script>not",
        "Seen<!-- not",
        "Seen<script",
        "<header><svg viewBox='0 0 1 1'><path d='M1'></header><p>Seen</p>",
        "<svg><style>a {}</style><script>x</script></svg>Seen<style>not</style>",
        "<svg><!-- </svg> --><text>Label</text></svg>Seen",
        "<svg title=\"a\"><a b=\"</svg>\"/><text>Label</text></svg>Seen",
        "<head><noscript><svg></noscript></head><body>Seen<script>not</script>",
        "<! -- <script src=x> --><p>Seen</p>",
        "<?php echo '<script>' ?><p>Seen<style>not</style>",
        "</ <script> >Seen",
        "<div></div title='<script>'>Seen<script>not</script>",
        "<p>x</p <style><p>Seen<style>a{}</style>",
        "<![CDATA[ <script> ]]>Seen<script>not</script>",
        "<script async src=//x.example/w/>write('<!--')</script>Seen",
        "<script src='a' />var s=$('<style>');var q='<!--';</script>Seen",
        "<select><style><option>a</select>Seen<style>not</style>",
        "<math><style><p>Seen</p>",
        "<a href=/q?x='1>Seen</a><script>var s='<style>a{}';var q='<!--';</script>too",
        "<plaintext>Seen<script>and this</script>",
        "Seen<a b=c<script>not</script>",
        "Seen<a href='",
        "<a data-x='1'title='<b>'>Seen</a><script>not</script>",
        "<a b=c data-x='y'/>Seen<br data-x=y/><i hidden data-z=''/>too",
        "<a ='>'>Seen</a><script>not</script>",
        "<a='>'>Seen</a><script>not</script>",
        "<a b = 'c>' / = '>'>Seen</a><script>not</script>",
        "<a b'c='d>' data-e='>' e>Seen</a><script>not</script>",
        "<a data-x = '>' data-='>' data-y>Seen</a><script>not</script>",
        "<p> a <b> b </b>  <i> c</i>\n\n<i>d</i>< <b>e</b></p>  <pre> f  <b>  </b>\n g </pre>",
        "<textarea>  <b>  </b></textarea>  <title>  </title>  Seen",
        "<svg><title><b data-x='1'>c</b></title></svg>Seen<i title='x'>d</i>",
        "<select><textarea><i title='x'></textarea>Seen",
        "<math><p>a<title>  </title><i title='x'>Seen</i>",
        "<svg></select><style><i>Seen</i></style>",
        "<svg><select></svg></select><style><i>Seen</i></style>",
        "Seen <<!-- not -->b>, and &<!-- not -->amp; this",
        "Seen &<link rel=icon>amp; <<link rel=icon>b> <links>this</links><link",
        "<head><noscript><link rel=x></noscript><title>a</title><link href='>' /></head>Seen",
        "<svg><link rel=x><text>a</text></link></svg><select><link rel=x><option>b</select>Seen",
        "<p>a<link rel=x>b</p><table><link rel=x><tr><td>Seen<a href='/c'>d</a></table>",
        "&<script>not</script>amp; <<style>not</style >b>Seen<script>a</script x='>'>b",
        "Seen<script>not</script",
        "<a href='>x'>a</a><a href=\"'>\" >b</a><a href= '>'>c</a><a href='d>e</a>",
        "<table>\n <tr>\n  <td>Seen\n  <td>  too\n </table>",
        "Seen < and <3 and </ and <",
        "",
      })
  void whatIsShownStaysTheSame(String page) {
    assertThat(shown(lean(page))).isEqualTo(shown(page));
    String later = "<style>a {}</style><p>Before it</p>" + page;
    assertThat(shown(lean(later))).isEqualTo(shown(later));
    assertThat(elements(lean(later))).isEqualTo(elements(later));
  }

  /** What a browser shows: jsoup puts a space where a script stands. */
  private static String shown(String page) {
    Document document = Jsoup.parse(page);
    document.select("script, style, link").remove();
    return document.text();
  }

  /** The elements in their order, with the attributes that something asks for. */
  private static List<String> elements(String page) {
    return Jsoup.parse(page).getAllElements().stream()
        .filter(e -> !e.is("script, style, link"))
        .map(e -> e.normalName() + " " + e.className() + e.id() + e.attr("hidden") + leads(e))
        .toList();
  }

  private static boolean leads(Element element) {
    return !element.attr("href").isEmpty();
  }

  private static String lean(String page) {
    return new String(PageMarkup.lean(page.getBytes(UTF_8)), UTF_8);
  }
}
