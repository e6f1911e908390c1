// A block: a sorted run of postings in at most `kBlockBytes` bytes. Keys and reports are written as differences, seven
// bits a byte; a key with one report (nearly all) costs no count. A checksum goes before.
//
//   checksum:4  first key  lowest report  { key step * 2 + many, [count - 2], report - lowest, [steps - 1] }...
//
// Guarded by tests/index/block_test.cpp and fuzz/index/block.cpp.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "types/posting.h"

namespace crossread {

inline constexpr std::size_t kBlockBytes = 4000;  // with its row's columns still within one page of 4,096 bytes

// Writes as many of the postings as fit and gives their number, at least one; `block` is replaced. They are in order,
// each once, and not empty.
std::size_t write_block(std::span<const Posting> postings, std::string& block);

// Appends the block's postings, in order. Throws BrokenWorld unless the bytes are a whole block as written.
void read_block(std::string_view block, std::vector<Posting>& out);

// As read_block, past the checksum: what remains to be refused when that is right by chance.
void read_payload(std::string_view payload, std::vector<Posting>& out);

}  // namespace crossread
