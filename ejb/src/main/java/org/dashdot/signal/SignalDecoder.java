package org.dashdot.signal;

import java.time.Instant;
import java.util.Optional;

/** Reads what one kind of system pushes. */
public interface SignalDecoder {

  /**
   * Reads every part that makes sense and refuses the others one by one.
   *
   * @throws Undecodable when the bytes as a whole will never make sense, or are not signed as they
   *     should be; says what, where and how to mend
   */
  Reading decode(Delivery delivery);

  /**
   * A body as such a system would send it, with one alert; empty when none can be made up. What is
   * sent as a test takes the whole way, the decoding included.
   *
   * @param firing false says that it is over, as of now
   */
  default Optional<String> sample(Labels labels, Labels annotations, boolean firing, Instant now) {
    return Optional.empty();
  }

  /**
   * What to paste on the other side, so that it sends here; empty when it needs no more than the
   * documentation says.
   *
   * @param address where dash-dot answers, without a slash at the end
   * @param secret a push token
   */
  default Optional<String> toPaste(String address, String secret) {
    return Optional.empty();
  }

  /**
   * Whether the sender repeats for ever what is answered with an error, and so holds up everything
   * behind it. Then what cannot be read is kept as rejected and answered like all else.
   */
  default boolean repeatsWhatIsRefused() {
    return false;
  }
}
