package app.marquee;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Disabled;

/** The arrows between packages, and a few habits a compiler does not see. */
@AnalyzeClasses(packages = "app.marquee")
class ArchitectureTest {
  private static final String[] FEATURES = {
    "app.marquee.parks..",
    "app.marquee.predictions..",
    "app.marquee.proposals..",
    "app.marquee.demo.."
  };

  @ArchTest
  static final ArchRule features_do_not_know_each_other =
      slices()
          .matching("app.marquee.(parks|predictions|proposals)..")
          .should()
          .notDependOnEachOther()
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule the_engine_knows_only_the_database =
      noClasses()
          .that()
          .resideInAPackage("app.marquee.views")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "app.marquee.parks..",
              "app.marquee.predictions..",
              "app.marquee.proposals..",
              "app.marquee.demo..",
              "app.marquee.http",
              "app.marquee.ops",
              "app.marquee.security");

  @ArchTest
  static final ArchRule the_database_knows_nobody =
      noClasses()
          .that()
          .resideInAPackage("app.marquee.db")
          .and()
          .haveSimpleNameNotEndingWith("Test")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "app.marquee.views",
              "app.marquee.parks..",
              "app.marquee.predictions..",
              "app.marquee.proposals..",
              "app.marquee.demo..",
              "app.marquee.http",
              "app.marquee.ops",
              "app.marquee.security");

  @ArchTest
  static final ArchRule imports_know_only_the_database =
      noClasses()
          .that()
          .resideInAPackage("app.marquee.imports")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "app.marquee.views",
              "app.marquee.parks..",
              "app.marquee.predictions..",
              "app.marquee.proposals..",
              "app.marquee.demo..",
              "app.marquee.http",
              "app.marquee.ops",
              "app.marquee.security");

  @ArchTest
  static final ArchRule the_port_to_films_knows_nobody =
      noClasses()
          .that()
          .resideInAPackage("app.marquee.films")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "app.marquee.views",
              "app.marquee.parks..",
              "app.marquee.predictions..",
              "app.marquee.proposals..",
              "app.marquee.demo..",
              "app.marquee.http",
              "app.marquee.ops",
              "app.marquee.security");

  @ArchTest
  static final ArchRule the_edges_know_no_feature =
      noClasses()
          .that()
          .resideInAnyPackage("app.marquee.http", "app.marquee.ops", "app.marquee.security")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FEATURES);

  @ArchTest
  static final ArchRule nobody_needs_the_pages =
      noClasses()
          .that()
          .resideOutsideOfPackage("app.marquee.web")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("app.marquee.web");

  @ArchTest
  static final ArchRule the_pages_know_no_feature =
      noClasses()
          .that()
          .resideInAPackage("app.marquee.web")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FEATURES);

  @ArchTest
  static final ArchRule only_resources_and_edges_speak_http =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "app.marquee.http",
              "app.marquee.ops",
              "app.marquee.security",
              "app.marquee.parks.collect",
              "app.marquee.proposals.metadata",
              "app.marquee.testkit")
          .and()
          .haveSimpleNameNotEndingWith("Resource")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.ws.rs..");

  @ArchTest
  static final ArchRule no_test_is_switched_off =
      methods()
          .should()
          .notBeAnnotatedWith(Disabled.class)
          .andShould()
          .notBeAnnotatedWith(net.jqwik.api.Disabled.class);

  @ArchTest
  static final ArchRule packages_are_flat =
      classes()
          .should()
          .resideInAnyPackage(
              "app.marquee",
              "app.marquee.cli",
              "app.marquee.deploy",
              "app.marquee.faults",
              "app.marquee.db",
              "app.marquee.views",
              "app.marquee.http",
              "app.marquee.ops",
              "app.marquee.security",
              "app.marquee.web",
              "app.marquee.demo",
              "app.marquee.imports",
              "app.marquee.parks",
              "app.marquee.parks.collect",
              "app.marquee.predictions",
              "app.marquee.proposals",
              "app.marquee.proposals.metadata",
              "app.marquee.films",
              "app.marquee.proposals.posters",
              "app.marquee.testkit",
              "app.marquee.faults",
              "app.marquee.bench");

  @ArchTest
  static final ArchRule no_ambient_time =
      noClasses()
          .that(
              com.tngtech.archunit.base.DescribedPredicate.describe(
                  "are ours", c -> !c.getSimpleName().contains("Clock")))
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(Thread.class, "sleep", long.class);
}
