package io.github.hldls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** One flow from text to findings and no way back. There is no list of exceptions. */
class ArchitectureTest {
  private static final String ROOT = "io.github.hldls";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  private static String in(String name) {
    return ROOT + "." + name + "..";
  }

  @Test
  void eachPackageKnowsOnlyThoseBelowIt() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("text")
        .definedBy(in("text"))
        .layer("markdown")
        .definedBy(in("markdown"))
        .layer("json")
        .definedBy(in("json"))
        .layer("template")
        .definedBy(in("template"))
        .layer("config")
        .definedBy(in("config"))
        .layer("pack")
        .definedBy(in("pack"))
        .layer("facts")
        .definedBy(in("facts"))
        .layer("check")
        .definedBy(in("check"))
        .layer("editor")
        .definedBy(in("editor"))
        .layer("report")
        .definedBy(in("report"))
        .layer("workspace")
        .definedBy(in("workspace"))
        .layer("lsp")
        .definedBy(in("lsp"))
        .layer("mcp")
        .definedBy(in("mcp"))
        .layer("cli")
        .definedBy(in("cli"))
        .whereLayer("text")
        .mayNotAccessAnyLayer()
        .whereLayer("markdown")
        .mayOnlyAccessLayers("text")
        .whereLayer("json")
        .mayOnlyAccessLayers("text")
        .whereLayer("template")
        .mayOnlyAccessLayers("text", "json")
        .whereLayer("config")
        .mayOnlyAccessLayers("text", "json", "template")
        .whereLayer("pack")
        .mayOnlyAccessLayers("text", "markdown", "template")
        .whereLayer("facts")
        .mayOnlyAccessLayers("text", "markdown", "template", "pack")
        .whereLayer("check")
        .mayOnlyAccessLayers("text", "markdown", "template", "config", "pack", "facts")
        .whereLayer("editor")
        .mayOnlyAccessLayers("text", "markdown", "template", "config", "pack", "facts", "check")
        .whereLayer("report")
        .mayOnlyAccessLayers("text", "markdown", "template", "config", "pack", "facts", "check")
        .whereLayer("workspace")
        .mayOnlyAccessLayers("text", "markdown", "template", "config", "pack")
        .whereLayer("lsp")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("mcp")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .check(CLASSES);
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void eachLibraryHasItsPackages() {
    onlyIn("org.commonmark..", in("markdown"));
    onlyIn(
        "com.google.gson..",
        in("json"),
        in("template"),
        in("config"),
        in("report"),
        in("lsp"),
        in("mcp"),
        in("cli"));
    onlyIn("org.eclipse.lsp4j..", in("lsp"));
    onlyIn("picocli..", in("cli"));
    onlyIn("com.github.difflib..", in("cli"));
  }

  private static void onlyIn(String library, String... packages) {
    noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(CLASSES);
  }

  @Test
  void onlyMainSpeaksToTheProcess() {
    ArchRule rule =
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + ".cli.Main")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class)
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");
    rule.check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(CLASSES.getPackage(ROOT).getSubpackagesInTree())
        .isNotEmpty()
        .allSatisfy(p -> assertThat(p.isAnnotatedWith(NullMarked.class)).as(p.getName()).isTrue());
  }
}
