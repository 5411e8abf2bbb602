package org.dashdot.signal;

import java.util.List;

/** Reads what one kind of system pushes. */
public interface SignalDecoder {

  /**
   * @throws Undecodable when these bytes will never make sense; says what, where and how to mend
   */
  List<Signal> decode(Delivery delivery);
}
