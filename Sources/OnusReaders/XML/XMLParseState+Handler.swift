internal import CLibXML2

extension XMLParseState {
  /// The callbacks, as libxml2 takes them.
  static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    onus_xml_use_namespaces(&handler)
    handler.startElementNs = { context, name, _, namespace, _, _, count, _, attributes in
      guard let context else { return }
      state(context).pointee.start(name, namespace, Int(count), attributes)
    }
    handler.endElementNs = { context, _, _, _ in
      guard let context else { return }
      state(context).pointee.end()
    }
    // The same function three times: libxml2 then does not try to tell layout from text.
    handler.characters = { context, bytes, count in
      guard let context, let bytes else { return }
      state(context).pointee.characters(bytes, Int(count))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
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
