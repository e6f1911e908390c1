// Any bytes: the documents that are cut from them are read or refused, and the promises of given words hold.
#include "intake/conllu.h"

#include "check.h"

namespace {

using namespace crossread;
using intake::demand;

void check_words(const Report& report, const GivenWords& given) {
  demand(is_utf8(report.text) && !given.words.empty());
  std::uint32_t before = 0;
  for (const GivenWord& word : given.words) {
    demand(!word.form.empty() && word.span.begin >= before && word.span.end >= word.span.begin);
    before = word.span.end;
    demand(before <= report.text.size() && is_utf8(word.span.in(report.text)));
  }
  std::uint32_t next = 0;
  for (const GivenSentence& sentence : given.sentences) {
    demand(sentence.first_word == next && sentence.end_word > next);
    next = sentence.end_word;
  }
  demand(next == given.words.size());
  before = 0;
  for (const WrittenTogether& together : given.together) {
    demand(together.first_word >= before && together.end_word >= together.first_word + 2 && together.end_word <= next);
    before = together.end_word;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  Result<intake::ByteStream> stream = intake::ByteStream::of(bytes);
  if (!stream) return 0;
  intake::ConlluDocuments documents(std::move(*stream));
  while (true) {
    const auto part = documents.next();
    if (!part || !part->has_value()) return 0;
    const Document document{"fuzzed", DocumentFormat::conllu, (*part)->bytes, (*part)->first_line};
    const auto read = intake::read_conllu(document, {});
    if (read) check_words(read->report, read->given);
  }
}
