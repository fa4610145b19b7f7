package app.marquee.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Who may become a member, and how often somebody may try. */
@ConfigMapping(prefix = "marquee.security")
interface MembersConfig {
  /** Whether anybody may register. */
  enum Registration {
    OPEN,
    CLOSED
  }

  /** Closed: nobody new gets in, those who are members stay. */
  @WithDefault("open")
  Registration registration();

  /**
   * Log-ins that may fail under one name from where its member has never logged in; from each place
   * where they have, as many again. Too few: members who mistype wait; too many: guessing pays.
   */
  @WithDefault("10")
  int loginAttempts();

  /** How long until one of them comes back, and so how long a spent name has to wait. */
  @WithDefault("PT1M")
  Duration loginAttemptEvery();

  /** Log-ins that may fail from one address, under whatever names; an IPv6 network is one. */
  @WithDefault("60")
  int loginAttemptsPerAddress();

  /** How long until one of them comes back. */
  @WithDefault("PT10S")
  Duration loginAttemptPerAddressEvery();

  /**
   * Registrations from one address. Too few: a club behind one address cannot join in one evening.
   */
  @WithDefault("20")
  int registrationsPerAddress();

  /** How long until one of them comes back. */
  @WithDefault("PT10M")
  Duration registrationPerAddressEvery();
}
