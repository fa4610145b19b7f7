package app.marquee.web;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One browser and one demonstration service for all tests, one visitor for each. */
final class BrowserExtension
    implements ExecutionCondition, BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final Namespace HERE = Namespace.create(BrowserExtension.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return Chromium.missing()
        .map(ConditionEvaluationResult::disabled)
        .orElseGet(() -> ConditionEvaluationResult.enabled("there is a Chromium"));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    Store all = context.getRoot().getStore(HERE);
    Chromium chromium = all.getOrComputeIfAbsent(Chromium.class);
    DemoService demo = all.getOrComputeIfAbsent(DemoService.class);
    context.getStore(HERE).put(Visitor.class, new Visitor(chromium.browser(), demo.address()));
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
