// What a word is in its sentence, in the tag sets of Universal Dependencies v2 (universaldependencies.org): part of
// speech (UPOS), the Penn Treebank's finer tags (XPOS) as the English treebanks there use them, and the relation to the
// governing word. Models store the values: a new one goes to the end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace crossread {

// clang-format off
enum class Upos : std::uint8_t {
  adj, adp, adv, aux, cconj, det, intj, noun, num, part, pron, propn, punct, sconj, sym, verb, x,
};
inline constexpr std::size_t kUposCount = 17;

enum class Xpos : std::uint8_t {
  cc, cd, dt, ex, fw, in, jj, jjr, jjs, ls, md, nn, nns, nnp, nnps, pdt, pos, prp, prp_poss, rb, rbr, rbs, rp,
  sym, to, uh, vb, vbd, vbg, vbn, vbp, vbz, wdt, wp, wp_poss, wrb, add, afx, gw, hyph, nfp, left_bracket,
  right_bracket, comma, stop, colon, open_quote, close_quote, currency,
};
inline constexpr std::size_t kXposCount = 49;

enum class Relation : std::uint8_t {
  root, nsubj, nsubj_pass, nsubj_outer, csubj, csubj_pass, csubj_outer, obj, iobj, obl, obl_agent,
  obl_unmarked, ccomp, xcomp, advcl, advcl_relcl, acl, acl_relcl, advmod, amod, nummod, nmod, nmod_poss,
  nmod_unmarked, nmod_desc, appos, det, det_predet, case_, mark, cc, cc_preconj, conj, aux, aux_pass, cop,
  expl, compound, compound_prt, flat, fixed, discourse, vocative, parataxis, list, dislocated, orphan,
  reparandum, goeswith, punct, dep,
};
inline constexpr std::size_t kRelationCount = 51;
// clang-format on

std::string_view name_of(Upos tag);           // "PROPN"
std::string_view name_of(Xpos tag);           // "NNP"
std::string_view name_of(Relation relation);  // "nsubj:pass"

std::optional<Upos> upos_named(std::string_view name);
std::optional<Xpos> xpos_named(std::string_view name);
std::optional<Relation> relation_named(std::string_view name);

// "nsubj:pass" is a kind of "nsubj": the relation without its subtype.
Relation universal(Relation relation);

}  // namespace crossread
