package org.dashdot.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.dashdot.shared.Durability;
import org.junit.jupiter.api.Test;

/** One message's trouble is no other's. */
class OutboxSenderTest {

  private final List<String> heard = new ArrayList<>();

  /** Messages 1 to 3 are due; the channel has a fault at 1, and 2 cannot even begin. */
  private final OutboxSender sender =
      new OutboxSender() {
        @Override
        Executor executor() {
          return Runnable::run;
        }

        @Override
        NotificationChannel channel(String name) {
          return new NotificationChannel() {
            @Override
            public String name() {
              return name;
            }

            @Override
            public ContactKind kind() {
              return ContactKind.MAIL;
            }

            @Override
            public boolean available() {
              return true;
            }

            @Override
            public boolean reaches(String address) {
              return true;
            }

            @Override
            public void send(Message message) {
              if (message.id().equals("1")) {
                throw new IllegalArgumentException("a fault");
              }
            }
          };
        }
      };

  OutboxSenderTest() {
    sender.durability =
        new Durability() {
          @Override
          public void settle() {
            heard.add("settled");
          }
        };
    sender.outbox =
        new Outbox() {
          @Override
          public List<Long> interrupted() {
            return List.of(8L, 9L);
          }

          @Override
          public void recover(Long id) {
            if (id == 8L) {
              throw new IllegalStateException("cannot go on");
            }
            heard.add("recovered " + id);
          }

          @Override
          public Map<String, List<Long>> due() {
            return Map.of("mail", List.of(1L, 2L, 3L));
          }

          @Override
          public Optional<Attempt> begin(Long id) {
            if (id == 2L) {
              throw new IllegalStateException("cannot begin");
            }
            return Optional.of(
                new Attempt(
                    List.of(id),
                    "mail",
                    new NotificationChannel.Message("" + id, "t", "a@b.c", "Ann", "s", "b")));
          }

          @Override
          public void succeeded(Attempt attempt) {
            heard.add("sent " + attempt.ids());
          }

          @Override
          public void failed(Attempt attempt, DeliveryException error) {
            heard.add("failed " + attempt.ids() + " " + error.recoverable());
          }
        };
  }

  @Test
  void aFaultIsAFailedAttemptAndTheOthersLeave() {
    sender.sendDue();
    assertThat(heard)
        .containsExactly("recovered 9", "settled", "failed [1] true", "settled", "sent [3]");
  }
}
