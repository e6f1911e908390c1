// The nets of events behind right checksums: they are refused, or every question put to them is answered.
#include "account/event_model.h"

#include <cstdlib>

#include "base/fault.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace crossread::account;
  try {
    const EventModel model = EventModel::of_nets({reinterpret_cast<const char*>(data), size});
    DeedLooks deed;
    deed.keys = {0, 1, 0x7fffffff, 0xffffffff};
    deed.evidence[0].fill(127);
    const auto reading = model.read_deed(deed, nullptr);
    if (reading && reading->confidence > 1000) std::abort();
    PartyLooks party;
    party.keys = deed.keys;
    if (model.read_party(party) > PartyRole::place) std::abort();
  } catch (const crossread::BrokenWorld&) {
    return 0;
  }
  return 0;
}
