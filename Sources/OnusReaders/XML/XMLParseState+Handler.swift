internal import CLibXML2

extension XMLParseState {
  /// The callbacks, as libxml2 takes them.
  static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    onus_xml_use_namespaces(&handler)
    onus_xml_set_content_handlers(&handler, onStart, onEnd, onText)
    handler.comment = { context, _ in
      guard let context else { return }
      state(context).pointee.markPosition()
    }
    handler.processingInstruction = { context, _, _ in
      guard let context else { return }
      state(context).pointee.markPosition()
    }
    handler.reference = { context, name in
      guard let context, let name else { return }
      state(context).pointee.reference(name)
    }
    // A file that declares entities is read on when it refers to them; they are kept as they stand.
    handler.entityDecl = { context, _, _, _, _, _ in
      guard let context else { return }
      state(context).pointee.acceptUnknownEntities()
    }
    onus_xml_set_error_handler(&handler) { _, error in
      guard let error, let context = onus_xml_error_context(error) else { return }
      state(context).pointee.report(error)
    }
    return handler
  }
}

// Not a member: a callback must not capture even a type.
private func state(_ context: UnsafeMutableRawPointer) -> UnsafeMutablePointer<XMLParseState> {
  context.assumingMemoryBound(to: XMLParseState.self)
}

// Functions instead of closures, because only these become one with what libxml2 calls.

@inline(__always)
private func onStart(
  _ context: UnsafeMutableRawPointer, _ name: UnsafePointer<xmlChar>, _: UnsafePointer<xmlChar>?,
  _ namespace: UnsafePointer<xmlChar>?, _: Int32, _: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
  _ attributeCount: Int32, _: Int32, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
) {
  XMLParseState.start(state(context), name, namespace, Int(attributeCount), attributes)
}

@inline(__always)
private func onEnd(
  _ context: UnsafeMutableRawPointer, _: UnsafePointer<xmlChar>, _: UnsafePointer<xmlChar>?,
  _: UnsafePointer<xmlChar>?
) {
  XMLParseState.end(state(context))
}

@inline(__always)
private func onText(
  _ context: UnsafeMutableRawPointer, _ bytes: UnsafePointer<xmlChar>, _ count: Int32
) {
  XMLParseState.characters(state(context), bytes, Int(count))
}
