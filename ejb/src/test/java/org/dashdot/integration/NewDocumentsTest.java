package org.dashdot.integration;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dashdot.signal.JsonInput;
import org.dashdot.signal.SignalSource;
import org.junit.jupiter.api.Test;

/** Reading on where the last poll ended, against a server that answers as an Elasticsearch does. */
class NewDocumentsTest {

  private static final int MOST = 10_000;
  private static final Instant NOW = Instant.parse("2026-11-22T07:10:30Z");
  private static final NewDocuments.Wanted WANTED =
      new NewDocuments.Wanted("logs-*", "@timestamp", null, false, List.of());

  private record Stored(String id, long at) {}

  /** Knows times, pages and nothing else. */
  private static final class Server extends HttpFetch {
    /** By time. */
    private List<Stored> stored = List.of();

    private int open;

    @Override
    public Answer send(Request asked, Duration limit) {
      String answer = "{\"succeeded\": true}";
      if (asked.url().contains("_pit?")) {
        open++;
        answer = "{\"id\": \"moment\", \"_shards\": {\"total\": 1}}";
      } else if (asked.method().equals("DELETE")) {
        open--;
      } else {
        answer = page(JsonInput.read(asked.body()).asJsonObject());
      }
      byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
      return new Answer(200, bytes, Duration.ZERO, null);
    }

    private String page(JsonObject asked) {
      JsonObject range = (JsonObject) asked.getValue("/query/bool/filter/0/range/@timestamp");
      long from = range.getJsonNumber("gte").longValue();
      int skipped =
          asked.containsKey("search_after") ? asked.getJsonArray("search_after").getInt(1) + 1 : 0;
      List<Stored> found =
          stored.stream()
              .filter(one -> one.at() >= from)
              .skip(skipped)
              .limit(asked.getInt("size"))
              .toList();
      StringBuilder hits = new StringBuilder();
      for (int i = 0; i < found.size(); i++) {
        hits.append(i == 0 ? "" : ",")
            .append(
                "{\"_index\":\"logs-1\",\"_source\":{},\"_id\":\"%s\",\"sort\":[%d,%d]}"
                    .formatted(found.get(i).id(), found.get(i).at(), skipped + i));
      }
      return "{\"hits\":{\"hits\":[" + hits + "]}}";
    }
  }

  private final Server server = new Server();
  private final NewDocuments news = new NewDocuments();
  private final Deque<String> read = new ArrayDeque<>();

  private NewDocuments.Found poll(Instant now, Instant answeredAt) {
    SignalSource.Question question =
        new SignalSource.Question(
            "logs",
            "http://search.example:9200",
            null,
            Duration.ofMinutes(5),
            now,
            answeredAt,
            name -> List.of());
    NewDocuments.Found found =
        news.since(new SearchServer(server, question), question, "all", WANTED);
    found.documents().forEach(one -> read.add(one.id().substring("logs-1/".length())));
    return found;
  }

  private static Stream<Stored> documents(String name, int count, Instant first, long everyMillis) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> new Stored("%s-%05d".formatted(name, i), first.toEpochMilli() + i * everyMillis));
  }

  @Test
  void afterARestartItGoesOnWhereTheSourceAnsweredLastButNotBeforeAnHour() {
    server.stored =
        Stream.of(NOW.minusSeconds(7_200), NOW.minusSeconds(3_000), NOW.minusSeconds(600))
            .map(at -> new Stored(at.toString(), at.toEpochMilli()))
            .toList();

    poll(NOW, NOW.minus(Duration.ofHours(5)));

    assertThat(read)
        .containsExactly(NOW.minusSeconds(3_000).toString(), NOW.minusSeconds(600).toString());
    assertThat(server.open).as("points in time that are still open").isZero();
  }

  @Test
  void moreThanAPollCanReadIsReadByTheNextOnesAndOnceOnly() {
    server.stored = documents("d", 25_000, NOW.minusSeconds(50), 2).toList();

    assertThat(poll(NOW, null).documents()).hasSize(MOST);
    poll(NOW.plusSeconds(1), NOW);
    poll(NOW.plusSeconds(2), NOW.plusSeconds(1));
    poll(NOW.plusSeconds(3), NOW.plusSeconds(2));

    assertThat(read).hasSize(25_000).doesNotHaveDuplicates();
  }

  @Test
  void whoeverFallsBehindSaysSoAndMaySkipWhatNobodyNeeds() {
    Instant before = NOW.minus(Duration.ofMinutes(50));
    server.stored =
        Stream.concat(
                documents("old", 20_000, before, 10),
                documents("new", 3, NOW.minusSeconds(30), 1_000))
            .toList();

    NewDocuments.Found found = poll(NOW, before);
    assertThat(found.behind()).isTrue();

    SignalSource.Question question =
        new SignalSource.Question("logs", "http://x", null, Duration.ofMinutes(5), NOW);
    news.skip(question, "all");
    read.clear();
    assertThat(poll(NOW.plusSeconds(1), NOW).behind()).isFalse();
    assertThat(read).containsExactly("new-00000", "new-00001", "new-00002");
  }

  @Test
  void veryManyOfOneMomentDoNotStopItForEver() {
    server.stored =
        Stream.concat(
                documents("same", 15_000, NOW.minusSeconds(40), 0),
                documents("later", 5, NOW.minusSeconds(20), 1_000))
            .toList();

    boolean told = false;
    for (int i = 0; i < 4; i++) {
      Instant answered = i == 0 ? null : NOW.plusSeconds(i - 1L);
      told |= poll(NOW.plusSeconds(i), answered).behind();
    }

    assertThat(told).as("that some were left out is told").isTrue();
    assertThat(read).contains("same-00000", "later-00000", "later-00004").doesNotHaveDuplicates();
  }
}
