// word_features WORDS OUT: what the program tells its network of each word, for training/network.py, by the program's
// own code. WORDS has a line a word, `1` if no blank stands before it else `0`, a tab, the word; an empty line behind
// each sentence; a line `#` before each document. OUT gets for each word the rows of all looks (16 bits each) and the
// meaning (64 times 8 bits).
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>

#include "base/data_folder.h"
#include "language/analyser.h"

namespace {

using namespace crossread;

class Documents {
 public:
  Documents(std::istream& in, std::ostream& out) : in_(in), out_(out) {}

  void run() {
    std::string line;
    while (std::getline(in_, line)) {
      if (line == "#") {
        write();
      } else if (line.empty()) {
        end_sentence();
      } else {
        add(line);
      }
    }
    write();
  }

 private:
  void add(const std::string& line) {
    if (line[0] == '0' && !report_.text.empty() && report_.text.back() != '\n') report_.text += ' ';
    const auto begin = static_cast<std::uint32_t>(report_.text.size());
    report_.text += line.substr(2);
    given_.words.push_back({line.substr(2), {begin, static_cast<std::uint32_t>(report_.text.size())}});
  }

  void end_sentence() {
    const auto end = static_cast<std::uint32_t>(given_.words.size());
    if (end > first_) given_.sentences.push_back({first_, end, ""});
    first_ = end;
    report_.text += '\n';
  }

  void write() {
    end_sentence();
    for (const language::WordFeatures& word : analyser_.word_features(report_, given_)) {
      out_.write(reinterpret_cast<const char*>(word.rows.data()), sizeof word.rows);
      out_.write(reinterpret_cast<const char*>(word.meaning.data()), sizeof word.meaning);
    }
    report_ = {};
    given_ = {};
    first_ = 0;
  }

  std::istream& in_;
  std::ostream& out_;
  language::Analyser analyser_{data_folder({}), language::Models::none};
  Report report_;
  GivenWords given_;
  std::uint32_t first_ = 0;
};

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: word_features WORDS OUT\n";
    return 2;
  }
  std::ifstream in(arguments[1]);
  std::ofstream out(arguments[2], std::ios::binary);
  Documents(in, out).run();
  out.close();
  return in.eof() && out ? 0 : 1;
}
