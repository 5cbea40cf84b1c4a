package dev.dateline.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the walls between the rooms, as ARCHITECTURE.md draws them. */
final class WallsTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          // Where modules are packaged before, their tests come as jars.
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("dev.dateline");

  /** Each room with the rooms it may import. */
  private static final Map<String, List<String>> MAY_IMPORT =
      Map.of(
          "schemas", List.of(),
          "broker", List.of("schemas"),
          "streams", List.of("schemas"),
          "http", List.of(),
          "ingest", List.of("schemas", "http"),
          "enrich", List.of("schemas", "streams"),
          "ledger", List.of("schemas", "streams"),
          "sink", List.of("schemas", "streams", "http"),
          "dashboard", List.of("schemas"));

  @TestFactory
  List<DynamicTest> everyRoomImportsOnlyTheRoomsThePlanNames() {
    List<DynamicTest> tests = new ArrayList<>();
    MAY_IMPORT.forEach(
        (room, allowed) ->
            tests.add(
                DynamicTest.dynamicTest(
                    room + " imports only " + allowed,
                    () -> wallOf(room, allowed).check(CLASSES))));
    return tests;
  }

  private static ArchRule wallOf(String room, List<String> allowed) {
    List<String> forbidden = new ArrayList<>(MAY_IMPORT.keySet());
    forbidden.add("app");
    forbidden.add("bench");
    forbidden.remove(room);
    forbidden.removeAll(allowed);
    return noClasses()
        .that()
        .resideInAPackage(room(room))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden.stream().map(WallsTest::room).toArray(String[]::new));
  }

  private static String room(String name) {
    return "dev.dateline." + name + "..";
  }

  @Test
  void onlyTheStreamPackageOfEnrichKnowsKafka() {
    noClasses()
        .that()
        .resideInAPackage("dev.dateline.enrich..")
        .and()
        .resideOutsideOfPackage("dev.dateline.enrich.stream..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "dev.dateline.streams..")
        .check(CLASSES);
  }

  @Test
  void theQuestionsOfEnrichBuildOnEachOtherOneWay() {
    slices().matching("dev.dateline.enrich.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void matchingClaimsKnowsNoKafka() {
    noClasses()
        .that()
        .resideInAPackage("dev.dateline.ledger.match..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "dev.dateline.streams..")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void theViewsOfTheDashboardKnowNoWeb() {
    noClasses()
        .that()
        .resideInAPackage("dev.dateline.dashboard.view..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.dateline.dashboard.web..", "io.javalin..", "jakarta.servlet..")
        .check(CLASSES);
  }

  @Test
  void noRoomPrintsOrExitsButTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.dateline.app..", "dev.dateline.bench..", "dev.dateline.broker.child..")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .accessField(System.class, "out")
        .check(CLASSES);
  }
}
