package app.marquee.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests that take a {@link Visitor}: somebody who looks at the packaged service with Chromium.
 * Where there is no Chromium they are skipped and say so. After each test, what the browser
 * complained of fails it, unless the test said that it would come.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BrowserExtension.class)
@interface InBrowser {}
