// Web archives (WARC 1.0, 1.1; ISO 28500): the pages that a crawler has kept, one after another.
//
//   archive := record*      record := "WARC/1.x" CRLF (field CRLF)* CRLF content CRLF CRLF
//
// libarchive has a reader of its own, but it leaves out every page whose address ends with a slash and tells neither
// scheme nor headers; so only unpacking is left to it. Guarded by tests/intake/warc_test.cpp and fuzz/intake/warc.cpp.
#pragma once

#include <optional>

#include "intake/byte_stream.h"
#include "intake/record.h"

namespace crossread::intake {

struct WarcPage {
  std::string url;
  Result<WrittenRecord> record;  // or what is wrong with this page alone
};

// The next page of an archive: a `response` with status 200 or a `resource`, in HTML or plain text. Other records are
// passed over. Empty at the end. Fails with bad_archive where the archive breaks off or is none; nothing follows then.
Result<std::optional<WarcPage>> next_page(ByteStream& archive);

}  // namespace crossread::intake
