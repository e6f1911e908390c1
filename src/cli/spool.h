// Lines set aside in a temporary file until their turn comes: the arrays of an export that are made at the same time
// and written one after another.
#pragma once

#include <cstdio>
#include <functional>
#include <memory>
#include <string>

namespace crossread::cli {

class Spool {
 public:
  Spool();

  void put(const std::string& line);  // without a line end in it

  // Gives back every line in the order put. Once, after the last put.
  void for_each(const std::function<void(const std::string& line)>& take);

 private:
  struct Closed {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::unique_ptr<std::FILE, Closed> file_;
};

}  // namespace crossread::cli
