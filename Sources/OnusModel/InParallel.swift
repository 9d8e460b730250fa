internal import Dispatch
internal import Synchronization

/// Does the same for each of several things, on all cores.
///
/// - Parameters:
///   - inputs: The things, each large enough that handing it over costs nothing beside the work.
///   - work: What is done; it is called from several threads at once.
/// - Returns: What came of each, in the order of the things.
/// - Throws: What the work throws first, in the order of the things.
package func inParallel<Input: Sendable, Output: Sendable, Failure: Error>(
  _ inputs: [Input], _ work: @Sendable (Input) throws(Failure) -> Output
) throws(Failure) -> [Output] {
  let results = Mutex([Result<Output, Failure>?](repeating: nil, count: inputs.count))
  DispatchQueue.concurrentPerform(iterations: inputs.count) { index in
    let result = Result { () throws(Failure) in try work(inputs[index]) }
    results.withLock { $0[index] = result }
  }
  var outputs: [Output] = []
  for result in results.withLock({ $0 }) {
    if let result { outputs.append(try result.get()) }
  }
  return outputs
}

extension Array where Element: Sendable {
  /// The elements in runs of a length, the last one shorter where they do not come out even.
  package func runs(of length: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: Swift.max(1, length)).map { self[$0..<Swift.min($0 + length, count)] }
  }
}
