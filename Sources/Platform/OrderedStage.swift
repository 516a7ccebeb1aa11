import Synchronization

/// Work on items in their order, one at a time, by whoever is free; items may arrive in any order.
package final class OrderedStage<Item: Sendable, State: ~Copyable & Sendable>: Sendable {
  private let waiting: Mutex<(items: [Int: Item], next: Int)> = Mutex(([:], 0))
  private let state: Mutex<State>

  /// A stage before item 0.
  package init(_ state: consuming sending State) { self.state = Mutex(state) }

  /// Adds an item; with more than `eagerness` waiting works on what is next unless another does, and with more than
  /// `patience` waits for that one first.
  package func put(_ item: Item, at index: Int, eagerness: Int = 0, patience: Int, _ work: (inout State, Item) -> Void)
  {
    let backlog = waiting.withLock { waiting in
      waiting.items[index] = item
      return waiting.items.count
    }
    if backlog > patience {
      state.withLock { drain(&$0, work) }
    } else if backlog > eagerness {
      help(work)
    }
  }

  /// Works on what is next unless another does.
  package func help(_ work: (inout State, Item) -> Void) {
    _ = state.withLockIfAvailable { drain(&$0, work) }
  }

  /// Works on all that is left, then lends the state for the last time.
  package func finish<Result: ~Copyable & Sendable, Failure: Error>(
    _ work: (inout State, Item) -> Void, _ body: (inout sending State) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    state.withLock { drain(&$0, work) }
    return try state.withLock(body)
  }

  private func drain(_ state: inout State, _ work: (inout State, Item) -> Void) {
    while let item = takeNext() { work(&state, item) }
  }

  private func takeNext() -> Item? {
    waiting.withLock { waiting in
      guard let item = waiting.items.removeValue(forKey: waiting.next) else { return nil }
      waiting.next += 1
      return item
    }
  }
}
