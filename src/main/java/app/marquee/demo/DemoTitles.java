package app.marquee.demo;

import java.util.HashSet;
import java.util.Set;

/** Titles put together from words; each is given once, and says that it is a demo's. */
final class DemoTitles {
  private static final String[] ADJECTIVES =
      words(
          """
          Amber Borrowed Brittle Burning Cobalt Crooked Distant Drowned Electric Faithful Feathered Forgotten
          Frozen Gentle Gilded Glass Hollow Hungry Idle Invisible Ivory Last Lonely Lucky Marble Midnight Narrow
          Nameless Painted Paper Patient Quiet Reckless Restless Rusted Scarlet Second Secret Silver Singing
          Sleeping Stolen Stubborn Tender Thirteenth Uncertain Velvet Wandering Whispering Winter
          """);
  private static final String[] NOUNS =
      words(
          """
          Accordion Almanac Anchor Apothecary Aviary Balloonist Beekeeper Bellringer Bridge Cartographer Chandelier
          Clockmaker Comet Compass Correspondent Courier Echo Elevator Ferryman Fiddler Garden Gambler Glacier
          Harbour Harvest Hotel Inheritance Lantern Ledger Letter Lighthouse Locksmith Magician Marionette Meridian
          Mirror Monsoon Navigator Nightingale Orchard Orchestra Parade Pharmacist Photograph Pianist Postcard
          Promise Quarry Railway Sparrow Staircase Stranger Telegram Tide Translator Umbrella Violinist Waltz
          Watchman Weathervane
          """);
  private static final String[] NAMES =
      words(
          """
          Adelheid Anselm Beatrix Caspian Clementine Cornelius Dorothea Ebba Esperanza Florian Gwendolyn Hieronymus
          Ingrid Isidore Jolanda Lazarus Leopoldine Lucasta Mirabel Nikodemus Octavia Orlanda Perpetua Quentin
          Rosalind Severin Tabitha Thaddeus Ulrika Valentina Wilhelmina Zebedee
          """);
  private static final String[] PLACES =
      words(
          """
          Ashvale Brackwater Calderhay Dunmarrow Eastermere Fallowmoor Gullhaven Hartsmouth Inverlisk Juniperton
          Kestrelby Larkminster Merrowgate Nettlefold Oxbarrow Pellworth Quillhampton Ravensund Saltmarch Thornwick
          Umberley Vinterholm Westerlo Yarrowby
          """);

  private final Set<String> given = new HashSet<>();

  /** For the film of this number: the first combination its dice give that no other film has. */
  String next(int number) {
    for (long attempt = 0; ; attempt++) {
      String title = title(number + (attempt << 32));
      if (given.add(title)) {
        return title + DemoFilm.LABEL;
      }
    }
  }

  private static String title(long about) {
    String adjective = pick(ADJECTIVES, about, FilmQuestion.TITLE_FIRST);
    String noun = pick(NOUNS, about, FilmQuestion.TITLE_SECOND);
    String name = pick(NAMES, about, FilmQuestion.TITLE_THIRD);
    String place = pick(PLACES, about, FilmQuestion.TITLE_THIRD);
    return switch (Dice.roll(8, DemoFilm.SEED, about, FilmQuestion.TITLE_PATTERN)) {
      case 0 -> "The " + noun + " of " + place;
      case 1 -> name + " and the " + noun;
      case 2 -> "One " + adjective + " Night in " + place;
      case 3 -> "The " + adjective + " " + noun + " of " + place;
      case 4 -> "No " + noun + " for " + name;
      case 5 -> adjective + " " + noun;
      default -> "The " + adjective + " " + noun;
    };
  }

  private static String pick(String[] words, long about, FilmQuestion question) {
    return words[Dice.roll(words.length, DemoFilm.SEED, about, question)];
  }

  private static String[] words(String text) {
    return text.strip().split("\\s+");
  }
}
