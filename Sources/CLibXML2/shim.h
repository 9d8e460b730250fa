#pragma once

#include <libxml/xmlversion.h>

// Debian builds libxml2 with ICU, and its headers then pull in those of ICU. Foundation has its own copy of
// them, and one Swift module cannot see both. Nothing declared here depends on ICU.
#undef LIBXML_ICU_ENABLED

#include <iconv.h>
#include <stddef.h>
#include <libxml/parser.h>
#include <libxml/dict.h>
#include <libxml/xmlerror.h>

// libxml2 2.12 made the error pointer of its callbacks const. Swift sees this one type in every version.
typedef void (*onus_xml_error_handler)(void *context, const xmlError *error);

static inline void onus_xml_set_error_handler(xmlSAXHandler *handler, onus_xml_error_handler function) {
  handler->serror = (xmlStructuredErrorFunc)function;
}

// Messages about validity are given to the callback with the parser as context instead of what was asked for;
// the parser that the message names knows what that was.
static inline void *onus_xml_error_context(const xmlError *error) {
  return error->ctxt ? ((xmlParserCtxtPtr)error->ctxt)->userData : NULL;
}

// The magic number does not fit the type under which Swift imports the macro in every version.
static inline void onus_xml_use_namespaces(xmlSAXHandler *handler) {
  handler->initialized = XML_SAX2_MAGIC;
}

// What libxml2 never leaves out is not asked for at each event.
typedef void (*onus_xml_start_handler)(
    void *_Nonnull context, const xmlChar *_Nonnull name, const xmlChar *_Nullable prefix,
    const xmlChar *_Nullable namespace_name, int namespace_count, const xmlChar *_Nullable *_Nullable namespaces,
    int attribute_count, int default_count, const xmlChar *_Nullable *_Nullable attributes);
typedef void (*onus_xml_end_handler)(
    void *_Nonnull context, const xmlChar *_Nonnull name, const xmlChar *_Nullable prefix,
    const xmlChar *_Nullable namespace_name);
typedef void (*onus_xml_text_handler)(void *_Nonnull context, const xmlChar *_Nonnull text, int count);

// One function for all text: libxml2 then does not try to tell layout from it.
static inline void onus_xml_set_content_handlers(
    xmlSAXHandler *_Nonnull handler, onus_xml_start_handler start, onus_xml_end_handler end,
    onus_xml_text_handler text) {
  handler->startElementNs = (startElementNsSAX2Func)start;
  handler->endElementNs = (endElementNsSAX2Func)end;
  handler->characters = (charactersSAXFunc)text;
  handler->ignorableWhitespace = (ignorableWhitespaceSAXFunc)text;
  handler->cdataBlock = (cdataBlockSAXFunc)text;
}

// Later versions mark members of the parser as deprecated one by one; they are read here and nowhere else.
static inline int onus_xml_line(xmlParserCtxtPtr parser) { return parser->input ? parser->input->line : 0; }

static inline int onus_xml_column(xmlParserCtxtPtr parser) { return parser->input ? parser->input->col : 0; }

// Where the parser is in the document; both numbers at once, because this is asked at every event.
typedef struct {
  int line;
  int column;
} onus_xml_place;

_Static_assert(
    offsetof(xmlParserInput, col) == offsetof(xmlParserInput, line) + offsetof(onus_xml_place, column),
    "line and column stand together");

// The place is kept up to date as long as the parser lives: entities, which are inputs of their own, are not read.
static inline const onus_xml_place *_Nonnull onus_xml_current_place(xmlParserCtxtPtr parser) {
  return (const onus_xml_place *)&parser->inputTab[0]->line;
}

static inline void onus_xml_set_position(xmlParserCtxtPtr parser, int line, int column) {
  if (parser->input) {
    parser->input->line = line;
    parser->input->col = column;
  }
}

static inline const xmlChar *onus_xml_buffer_start(xmlParserCtxtPtr parser) {
  return parser->input ? parser->input->base : NULL;
}

static inline const xmlChar *onus_xml_cursor(xmlParserCtxtPtr parser) {
  return parser->input ? parser->input->cur : NULL;
}

static inline xmlDictPtr onus_xml_dictionary(xmlParserCtxtPtr parser) { return parser->dict; }

static inline int onus_xml_is_well_formed(xmlParserCtxtPtr parser) { return parser->wellFormed; }

// A declaration of an entity makes libxml2 keep a document, which it leaves to its user to free.
static inline void onus_xml_free(xmlParserCtxtPtr parser) {
  if (parser->myDoc) {
    xmlFreeDoc(parser->myDoc);
    parser->myDoc = NULL;
  }
  xmlFreeParserCtxt(parser);
}

// After this a reference to an unknown entity is an error that reading survives.
static inline void onus_xml_accept_unknown_entities(xmlParserCtxtPtr parser) {
  parser->hasExternalSubset = 1;
}

// NONET: nothing is fetched. BIG_LINES: lines beyond 65535 are counted. HUGE, NOENT, RECOVER and DTDLOAD
// stay off: they would lift the guards against entity bombs and deep nesting, read local files through
// external entities, or hide errors.
static inline void onus_xml_set_options(xmlParserCtxtPtr parser) {
  xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_BIG_LINES);
}
