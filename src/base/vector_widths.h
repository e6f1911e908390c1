// Before a function: builds it once for each width of vectors, and the program takes the widest that the machine has.
// For plain loops over numbers, which the compiler turns into vectors itself.
#pragma once

// Sanitizers start after the choice would be made; clang 16 has no such choice within C++ namespaces.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
#define CROSSREAD_WIDTHS __attribute__((target_clones("default", "avx2", "arch=icelake-server")))
#else
#define CROSSREAD_WIDTHS
#endif
