package dev.dateline.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageTreeTest {

  private static final String PAGE =
      "<body><nav>a<b>b</b></nav><p>c<i>d</i>e<i>f<u>g</u></i><i>h</i></p>i<nav>j</nav></body>";

  private final PageTree tree = new PageTree(PAGE);

  @Test
  void whatWasTakenOutIsPutBackIntoItsPlace() {
    String whole = tree.page().html();
    tree.removeBelow(tree.page(), element -> element.nameIs("nav"));
    tree.removeBelow(tree.page().body(), element -> element.nameIs("i") || element.nameIs("u"));
    assertThat(tree.page().body().text()).isEqualTo("ce i");
    tree.removeBelow(tree.page(), element -> element.nameIs("p"));
    assertThat(tree.page().body().text()).isEqualTo("i");
    tree.restore();
    assertThat(tree.page().html()).isEqualTo(whole);
    tree.restore();
    assertThat(tree.page().html()).isEqualTo(whole);
  }

  @Test
  void theRootItselfStays() {
    tree.removeBelow(tree.page().body(), element -> true);
    assertThat(tree.page().body().text()).isEqualTo("i");
  }
}
