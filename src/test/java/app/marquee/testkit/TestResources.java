package app.marquee.testkit;

import io.quarkus.test.common.QuarkusTestResource;

/**
 * What every {@code @QuarkusTest} runs on. Declared once and for all of them: a class that declared
 * another would make the application start again.
 */
@QuarkusTestResource(PostgresResource.class)
final class TestResources {}
