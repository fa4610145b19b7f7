package app.marquee.web;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One browser and one demonstration service for all tests of a JVM, one visitor for each. */
final class BrowserExtension
    implements ExecutionCondition, BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final Namespace HERE = Namespace.create(BrowserExtension.class);

  /** Made when the first test needs it. JUnit's root store would end with every class in a fork. */
  private static final class Shared {
    static final Chromium CHROMIUM = new Chromium();
    static final DemoService DEMO = new DemoService();

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(Shared::close, "end of the browser tests"));
    }

    private static void close() {
      try (DEMO;
          CHROMIUM) {
        // Both, whatever the first has to say.
      }
    }
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return Chromium.missing()
        .map(ConditionEvaluationResult::disabled)
        .orElseGet(() -> ConditionEvaluationResult.enabled("there is a Chromium"));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    Visitor visitor = new Visitor(Shared.CHROMIUM.browser(), Shared.DEMO.address());
    context.getStore(HERE).put(Visitor.class, visitor);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Visitor visitor = context.getStore(HERE).remove(Visitor.class, Visitor.class);
    try {
      if (context.getExecutionException().isEmpty()) {
        visitor.assertNoComplaints();
      } else {
        visitor.keepLastSight(
            context.getRequiredTestClass().getSimpleName()
                + "-"
                + context.getRequiredTestMethod().getName());
      }
    } finally {
      visitor.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Visitor.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context.getStore(HERE).get(Visitor.class, Visitor.class);
  }
}
