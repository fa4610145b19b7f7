package app.marquee.parks;

import java.util.regex.Pattern;

/** What a ride's name tells of it where nobody says: its category and tier. First hit wins. */
final class RideNames {
  private static final Pattern MEET = words("meet|greet|greeting|greetings");
  private static final Pattern SHOW =
      words("show|musical|4d|4-d|parade|fireworks|spectacular|sing-along|theater|theatre");
  private static final Pattern EXPERIENCE = words("trail|trails|exhibit|walk-through|playground");
  private static final Pattern FLAGSHIP =
      words(
          "coaster|mountain|space|tower|drop|expedition|splash|radio flyer|inverted|hyper|giga"
              + "|wing coaster");
  private static final Pattern MINOR =
      words(
          "kiddie|carousel|teacups|dumbo|spinner|astrorbiter|carpets|theater|merry-go-round"
              + "|merrygoround|playground|junior|jr");
  private static final Pattern STANDARD =
      words("ride|adventure|safari|safaris|cruise|journey|voyage|flight|mansion|pirates|world");
  private static final Pattern SINGLE_RIDER = words("single rider");

  private RideNames() {}

  private static Pattern words(String alternatives) {
    return Pattern.compile(
        "(?<![\\w])(?:" + alternatives + ")(?![\\w])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  static Category category(String name) {
    if (MEET.matcher(name).find()) {
      return Category.MEET_AND_GREET;
    }
    if (EXPERIENCE.matcher(name).find()) {
      return Category.EXPERIENCE;
    }
    return SHOW.matcher(name).find() ? Category.SHOW : Category.ATTRACTION;
  }

  /** 1, 2 or 3; null when the name tells nothing. */
  static Integer tier(String name) {
    if (FLAGSHIP.matcher(name).find()) {
      return 1;
    }
    if (MINOR.matcher(name).find()) {
      return 3;
    }
    if (STANDARD.matcher(name).find()) {
      return 2;
    }
    return category(name) == Category.ATTRACTION ? null : 3;
  }

  /** A second queue of a ride that is listed by itself already. */
  static boolean singleRider(String name) {
    return SINGLE_RIDER.matcher(name).find();
  }
}
