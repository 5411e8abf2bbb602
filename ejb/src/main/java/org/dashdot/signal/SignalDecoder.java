package org.dashdot.signal;

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
   * Whether the sender repeats for ever what is answered with an error, and so holds up everything
   * behind it. Then what cannot be read is kept as rejected and answered like all else.
   */
  default boolean repeatsWhatIsRefused() {
    return false;
  }
}
